/** `app-inbox/agent`: the agent-side element classes and their events. Nothing is registered. */
export {AgentBlocks} from '../agent/blocks/blocks.ts';
export {AgentHtmlFrame} from '../agent/blocks/html-frame.ts';
export {AgentChatStatistics} from '../agent/chat-statistics/chat-statistics.ts';
export {
  AgentApiError,
  createAgentClient,
  type AgentClient,
  type AgentClientOptions,
} from '../agent/client.ts';
export {
  createConversationsClient,
  type ConversationsClient,
  type ConversationsClientOptions,
} from '../agent/conversations/client.ts';
export {AgentConversation} from '../agent/conversations/conversation.ts';
export {AgentConversations} from '../agent/conversations/conversations.ts';
export {ConversationSelectEvent} from '../agent/conversations/events.ts';
export {AgentDashboardApp} from '../agent/dashboard-apps/dashboard-app.ts';
export {AgentDashboardApps} from '../agent/dashboard-apps/dashboard-apps.ts';
export {
  AppErrorEvent,
  AppOpenLinkEvent,
  AppRefreshEvent,
  AppSelectEvent,
  AppToastEvent,
  type AppErrorCode,
} from '../agent/dashboard-apps/events.ts';
export {setIconBase} from '../agent/icons/load.ts';
export {
  FieldChangeEvent,
  IntegrationDeleteEvent,
  IntegrationOpenEvent,
  IntegrationSaveEvent,
} from '../agent/integrations/events.ts';
export {AgentIntegrationEditor} from '../agent/integrations/integration-editor.ts';
export {AgentIntegrations} from '../agent/integrations/integrations.ts';
export {AgentVariableField} from '../agent/integrations/variable-field.ts';
export {JsonChangeEvent} from '../agent/json-editor/events.ts';
export type {EditorVariable} from '../agent/json-editor/code-mirror.ts';
export {AgentJsonEditor} from '../agent/json-editor/json-editor.ts';
export {AgentContactProfile} from '../agent/profile/contact-profile.ts';
export type {ProfileClient} from '../agent/profile/profile-client.ts';
export {TemplateChangeEvent} from '../agent/template-editor/events.ts';
export {AgentTemplateEditor} from '../agent/template-editor/template-editor.ts';
export {AgentTemplateView} from '../agent/template-view/template-view.ts';
export type {Inbox, Integration, IntegrationDraft, Variable} from '../agent/records.ts';
export {generateTemplate} from '../agent/templates/guess.ts';
export type {ViewNode} from '../agent/templates/nodes.ts';
export {resolve} from '../agent/templates/resolve.ts';
export type {Scope, Warning} from '../agent/templates/scope.ts';
export type {Template} from '../agent/templates/template.ts';
export type {AppContext} from '../protocol/app-context.ts';
export type {AppPlacement, DashboardApp} from '../protocol/dashboard-app.ts';
