/** `app-inbox/guest`: for pages that run as dashboard apps. No dependency; nothing happens before `connect`. */
export {
  connect,
  GuestError,
  type ConnectOptions,
  type Guest,
  type GuestContext,
  type GuestErrorCode,
} from '../guest/connect.ts';
export type {AppPart, AppTheme} from '../protocol/app-bridge.ts';
export type {
  AppAgent,
  AppAssignee,
  AppContact,
  AppContext,
  AppContextMessage,
  AppConversation,
  AppMessage,
  AppMessageSender,
  ContactAdditionalAttributes,
  CustomAttributes,
} from '../protocol/app-context.ts';
