/** `app-inbox`: the headless inbox. Safe to import on a server: nothing happens before `createInbox`. */
export {createInbox, type Inbox, type InboxEvents, type InboxOptions} from '../core/inbox.ts';
export {createVisitor, type Visitor, type VisitorOptions} from '../core/chat/visitor.ts';
export type {ChatEntry, ChatState} from '../core/chat/chat-state.ts';
export type {Visit, VisitorMemory} from '../core/chat/visitor-session.ts';
export {InboxError, type InboxErrorCode} from '../core/errors.ts';
export type {Act, ConnectionState, InboxState, OtherView, SessionState, ViewState} from '../core/state.ts';
export type {Environment, EnvironmentSignal} from '../core/environment.ts';
export type {Notification} from '../protocol/notification.ts';
export type {MessageAction, Severity} from '../protocol/message.ts';
export type {Capability} from '../protocol/configuration.ts';
