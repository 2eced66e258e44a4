import {Hono, type Env} from 'hono';

/**
 * A site as an app to be mounted at its own base path, answering everything below it.
 *
 * Routes that are merged into another app lose their `notFound` and their trailing slash (`/shop/`), so the whole
 * request is handed over instead.
 *
 * @param site its routes name the whole path (`basePath`)
 */
export function mountable<E extends Env>(site: Hono<E>): Hono {
  return new Hono().all('*', (c) => site.fetch(c.req.raw, c.env as E['Bindings']));
}
