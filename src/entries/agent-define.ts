/**
 * `app-inbox/agent/define`: registers the agent-side elements. The contact's profile, with what it shows answers in, at
 * once; every other family in a file of its own, when the first of its elements stands in the page.
 */
import '../agent/profile/define.ts';
import {defineOnDemand} from '../agent/on-demand/on-demand.ts';

const onDemand = defineOnDemand([
  {
    tags: ['agent-conversations', 'agent-conversation'],
    load: () => import('../agent/conversations/define.ts'),
  },
  {tags: ['agent-chat-statistics'], load: () => import('../agent/chat-statistics/define.ts')},
  {
    tags: ['agent-dashboard-app', 'agent-dashboard-apps'],
    load: () => import('../agent/dashboard-apps/define.ts'),
  },
  {
    tags: ['agent-integrations', 'agent-integration-editor', 'agent-template-editor', 'agent-json-editor'],
    load: () => import('./agent-admin.ts'),
  },
]);

/** Registers an element that does not stand in the page itself: in a shadow root of the page's own, or later. */
export const loadAgentElement: (tag: string) => Promise<CustomElementConstructor> = onDemand.load;

export {createAgentClient} from '../agent/client.ts';
export {createConversationsClient} from '../agent/conversations/client.ts';

// With the classes come the types that tags and events have in a page.
export type {AgentChatStatistics} from '../agent/chat-statistics/chat-statistics.ts';
export type {AgentConversation} from '../agent/conversations/conversation.ts';
export type {AgentConversations} from '../agent/conversations/conversations.ts';
export type * from '../agent/conversations/events.ts';
export type {AgentDashboardApp} from '../agent/dashboard-apps/dashboard-app.ts';
export type {AgentDashboardApps} from '../agent/dashboard-apps/dashboard-apps.ts';
export type * from '../agent/dashboard-apps/events.ts';
export type {AgentBlocks} from '../agent/blocks/blocks.ts';
export type {AgentHtmlFrame} from '../agent/blocks/html-frame.ts';
export type {AgentContactProfile} from '../agent/profile/contact-profile.ts';
export type {AgentTemplateView} from '../agent/template-view/template-view.ts';
export type {AgentIntegrationEditor} from '../agent/integrations/integration-editor.ts';
export type {AgentIntegrations} from '../agent/integrations/integrations.ts';
export type * from '../agent/integrations/events.ts';
export type {AgentJsonEditor} from '../agent/json-editor/json-editor.ts';
export type {AgentTemplateEditor} from '../agent/template-editor/template-editor.ts';
export type * from '../agent/template-editor/events.ts';
