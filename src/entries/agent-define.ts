/** `app-inbox/agent/define`: registers the agent-side elements. */
import '../agent/chat-statistics/define.ts';
import '../agent/conversations/define.ts';
import '../agent/dashboard-apps/define.ts';
import '../agent/profile/define.ts';

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
