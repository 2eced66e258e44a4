/** `app-inbox/chat-api`: the chat API's client, for servers. */
export {
  createChatApi,
  type CallOptions,
  type ChatApi,
  type ChatApiOptions,
  type StatisticsQuery,
} from '../chat-api/chat-api.ts';
export {ChatApiError, type ChatApiErrorCode} from '../chat-api/errors.ts';
export type * from '../chat-api/types.ts';
