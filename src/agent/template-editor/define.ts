/** Registers the template editor, with the JSON editor that it holds. */
import '../json-editor/define.ts';
import {define} from '../../elements/base/define.ts';
import {AgentTemplateEditor} from './template-editor.ts';

define('agent-template-editor', AgentTemplateEditor);
