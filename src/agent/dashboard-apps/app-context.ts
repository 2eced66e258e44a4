/** The context as it leaves for an app. */
import {APP_CONTEXT_EVENT, type AppContext, type AppContextMessage} from '../../protocol/app-context.ts';

/** The context as an app may have it: of the agent only who they are, whatever else the desk knows of them. */
export function publicContext({conversation, contact, currentAgent}: AppContext): AppContext {
  const {email, id, name} = currentAgent ?? {};
  return {conversation, contact, currentAgent: {email, id, name}};
}

/**
 * The text that is posted to an app.
 *
 * @throws TypeError when the context holds what JSON cannot say (a cycle, a BigInt)
 */
export function encodeContext(context: AppContext): string {
  const message: AppContextMessage = {event: APP_CONTEXT_EVENT, data: publicContext(context)};
  return JSON.stringify(message);
}

/** What `{{variables}}` in an app's address are looked up in: the names that contact integrations have. */
export function urlVariables(
  {contact, conversation}: AppContext,
  inbox?: {id: unknown; name?: string},
): Record<string, unknown> {
  const {id, name, email, phone_number, identifier, custom_attributes} = contact ?? {};
  return {
    contact: {id, name, email, phone_number, external_id: identifier, attributes: custom_attributes},
    conversation: {
      id: conversation?.id,
      subject: conversation?.custom_attributes?.subject,
      attributes: conversation?.custom_attributes,
    },
    inbox: {id: inbox?.id ?? conversation?.inbox_id, name: inbox?.name},
  };
}
