/** Registers the JSON editor. */
import {define} from '../../elements/base/define.ts';
import {AgentJsonEditor} from './json-editor.ts';

define('agent-json-editor', AgentJsonEditor);
