import type {HttpBindings} from '@hono/node-server';
import {OpenAPIHono} from '@hono/zod-openapi';
import type {ContactRow} from '../contacts/contacts.ts';
import type {Conversation} from '../conversations/conversation.ts';
import type {Agent} from '../desk/agents.ts';
import {answerError, answerInvalid, answerNotFound} from '../problem.ts';

export interface Env {
  Bindings: HttpBindings;
  Variables: {
    /** Whose API key it was. Only on routes that ask for one. */
    siteId: string;
    /** Whose token it was. Only on routes that ask for one. */
    contact: ContactRow;
    /** Who is signed in at the desk. Only on routes that ask for an agent. */
    agent: Agent;
    /** The conversation of a visitor's token, or of a path of the desk. Only on routes that ask for one. */
    conversation: Conversation;
  };
}

export type App = OpenAPIHono<Env>;

/** An application whose every failure is a problem answer. */
export function createApp(): App {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => (result.success ? undefined : answerInvalid(c, result.error)),
  });
  app.onError(answerError);
  app.notFound(answerNotFound);
  return app;
}
