/** Registers the integrations' list and editor. */
import {define} from '../../elements/base/define.ts';
import {AgentIntegrationEditor} from './integration-editor.ts';
import {AgentIntegrations} from './integrations.ts';
import {AgentVariableField} from './variable-field.ts';

define('agent-variable-field', AgentVariableField);
define('agent-integrations', AgentIntegrations);
define('agent-integration-editor', AgentIntegrationEditor);
