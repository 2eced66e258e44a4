/** `app-inbox`: the headless inbox. Safe to import on a server: nothing happens before `createInbox`. */
export {createInbox, type Inbox, type InboxEvents, type InboxOptions} from '../core/inbox.ts';
export {InboxError, type InboxErrorCode} from '../core/errors.ts';
export type {ConnectionState, InboxState, SessionState} from '../core/state.ts';
export type {Environment, EnvironmentSignal} from '../core/environment.ts';
export type {Notification} from '../protocol/notification.ts';
export type {MessageAction, Severity} from '../protocol/message.ts';
export type {Capability} from '../protocol/configuration.ts';
