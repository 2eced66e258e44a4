/** Registers the elements that show answers of other systems. */
import {define} from '../../elements/base/define.ts';
import {AgentTemplateView} from '../template-view/template-view.ts';
import {AgentBlocks} from './blocks.ts';
import {AgentHtmlFrame} from './html-frame.ts';

define('agent-html-frame', AgentHtmlFrame);
define('agent-blocks', AgentBlocks);
define('agent-template-view', AgentTemplateView);
