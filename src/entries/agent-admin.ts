/** The editors of the agents' side, apart from the rest: only admins load them. Registers them. */
import '../agent/integrations/define.ts';
import '../agent/template-editor/define.ts';

export {createAgentClient} from '../agent/client.ts';

export type {AgentJsonEditor} from '../agent/json-editor/json-editor.ts';
export type * from '../agent/integrations/events.ts';
export type {AgentIntegrationEditor} from '../agent/integrations/integration-editor.ts';
export type {AgentIntegrations} from '../agent/integrations/integrations.ts';
export type {AgentTemplateEditor} from '../agent/template-editor/template-editor.ts';
export type * from '../agent/template-editor/events.ts';
