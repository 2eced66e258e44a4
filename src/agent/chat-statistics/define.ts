import {define} from '../../elements/base/define.ts';
import {AgentChatStatistics} from './chat-statistics.ts';

define('agent-chat-statistics', AgentChatStatistics);
