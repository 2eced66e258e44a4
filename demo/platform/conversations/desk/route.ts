import {createRoute, z} from '@hono/zod-openapi';
import type {Context, MiddlewareHandler} from 'hono';
import {AGENT} from '../../desk/access.ts';
import type {App, Env} from '../../http/app.ts';
import {problems} from '../../problem.ts';

export const AnythingSchema = z.record(z.string(), z.unknown());
const refusals = problems(
  'invalid-request',
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'too-many-requests',
);

interface Description<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/desk/api/v1`. */
  path: string;
  summary: string;
  middleware: MiddlewareHandler<Env>[];
  params?: P;
  query?: Q;
  body?: B;
  /** What an answer holds, where it is not JSON. */
  produces?: string;
  answer: (request: {
    c: Context<Env>;
    params: z.infer<P>;
    query: z.infer<Q>;
    body: z.infer<B>;
  }) => Response | Promise<Response>;
}

/** A route for agents: described, checked and answered in one place. */
export function addDeskRoute<
  P extends z.ZodType = z.ZodType<undefined>,
  Q extends z.ZodType = z.ZodType<undefined>,
  B extends z.ZodType = z.ZodType<undefined>,
>(app: App, description: Description<P, Q, B>): void {
  const {method, path, summary, middleware, params, query, body, produces, answer} = description;
  const route = createRoute({
    method,
    path: `/desk/api/v1${path}`,
    summary,
    tags: ['Desk: conversations'],
    security: AGENT,
    middleware,
    request: {
      ...(params && {params: params as never}),
      ...(query && {query: query as never}),
      ...(body && {body: {required: true, content: {'application/json': {schema: body}}}}),
    },
    responses: {
      200: {description: 'Done', content: {[produces ?? 'application/json']: {schema: AnythingSchema}}},
      201: {description: 'Made'},
      204: {description: 'Done'},
      ...refusals,
    },
  });
  app.openapi(
    route as never,
    ((c: Context<Env>) => {
      const valid = (target: string) => (c.req as unknown as {valid(target: string): unknown}).valid(target);
      return answer({
        c,
        params: (params && valid('param')) as z.infer<P>,
        query: (query && valid('query')) as z.infer<Q>,
        body: (body && valid('json')) as z.infer<B>,
      });
    }) as never,
  );
}

export const IdSchema = z.object({id: z.string().max(100)});
