import {OpenAPIHono} from '@hono/zod-openapi';
import type {ContactRow} from '../contacts/contacts.ts';
import {answerError, answerInvalid, answerNotFound} from '../problem.ts';

export interface Env {
  Variables: {
    /** Whose API key it was. Only on routes that ask for one. */
    siteId: string;
    /** Whose token it was. Only on routes that ask for one. */
    contact: ContactRow;
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
