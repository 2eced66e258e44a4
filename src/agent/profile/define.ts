/** Registers the contact's profile, with the elements that it shows answers in. */
import '../blocks/define.ts';
import {define} from '../../elements/base/define.ts';
import {AgentContactProfile} from './contact-profile.ts';

define('agent-contact-profile', AgentContactProfile);
