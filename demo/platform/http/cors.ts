import type {MiddlewareHandler} from 'hono';
import {ProblemError} from '../problem.ts';
import {isAllowed} from '../sites/origins.ts';
import type {Sites} from '../sites/sites.ts';

/** How long a browser may remember a preflight: seconds. Chromium's cap. */
const PREFLIGHT_AGE = 7200;

/**
 * CORS of the contact API. A preflight carries no token, so it passes for a page of any site; the request itself is
 * held to the origins of its contact's site once the token has told which that is.
 *
 * Requests without an origin come from servers and apps: the token is their proof.
 */
export function contactCors(sites: Sites): MiddlewareHandler {
  return async (c, next) => {
    c.header('Vary', 'Origin', {append: true});
    const origin = c.req.header('Origin');
    if (origin !== undefined) {
      const isKnown = (await sites.all()).some((site) => isAllowed(origin, site.origins));
      if (!isKnown) throw new ProblemError('forbidden-origin', 'The origin is not registered for any site');
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Expose-Headers', 'ES-TOKEN, Retry-After');
    }
    if (c.req.method !== 'OPTIONS') return next();
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', 'ES-TOKEN, Content-Type, Last-Event-ID');
    c.header('Access-Control-Max-Age', String(PREFLIGHT_AGE));
    return c.body(null, 204);
  };
}

/** API keys belong on servers: a request that a browser's page sent is refused before anything else. */
export const refuseBrowsers: MiddlewareHandler = async (c, next) => {
  if (c.req.header('Origin') !== undefined) {
    throw new ProblemError(
      'forbidden-origin',
      'The API key belongs on a server: never call this from a page',
    );
  }
  await next();
};
