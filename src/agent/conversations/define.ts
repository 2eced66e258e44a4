import {define} from '../../elements/base/define.ts';
import {AgentConversation} from './conversation.ts';
import {AgentConversations} from './conversations.ts';

define('agent-conversations', AgentConversations);
define('agent-conversation', AgentConversation);
