import type {Context, MiddlewareHandler} from 'hono';
import type {Env} from '../../http/app.ts';
import {limitBody} from '../../http/body-limit.ts';
import {ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';
import {isAllowed} from '../../sites/origins.ts';
import type {Sites} from '../../sites/sites.ts';
import type {ConversationServices} from '../services.ts';

/** Where a visitor's browser puts its token. */
export const VISITOR_HEADER = 'Visitor-Token';
/** How a route's description says whom it is for. */
export const VISITOR: Record<string, string[]>[] = [{visitor: []}];
/** Bytes of a batch: what browsers let a `keepalive` request carry. */
const MAX_BODY = 64 * 1024;
/** How long a browser may remember a preflight: seconds. */
const PREFLIGHT_AGE = 7200;

/** CORS of the visitors' API: pages of registered sites. The request itself is held to its own site's. */
export function visitorCors(sites: Sites): MiddlewareHandler {
  return async (c, next) => {
    c.header('Vary', 'Origin', {append: true});
    const origin = c.req.header('Origin');
    if (origin !== undefined) {
      const isKnown = (await sites.all()).some((site) => isAllowed(origin, site.origins));
      if (!isKnown) throw new ProblemError('forbidden-origin', 'The origin is not registered for any site');
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (c.req.method !== 'OPTIONS') return next();
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', `${VISITOR_HEADER}, Content-Type`);
    c.header('Access-Control-Max-Age', String(PREFLIGHT_AGE));
    return c.body(null, 204);
  };
}

/** Refuses a page that is not the site's own. */
export async function holdToSite(c: Context, sites: Sites, siteId: string): Promise<void> {
  const origin = c.req.header('Origin');
  const site = await sites.find(siteId);
  if (!site) throw new ProblemError('not-found', 'There is no such site');
  if (origin === undefined || isAllowed(origin, site.origins)) return;
  c.header('Access-Control-Allow-Origin', undefined);
  c.header('Access-Control-Expose-Headers', undefined);
  throw new ProblemError('forbidden-origin', 'The origin is not registered for this site');
}

/** For visitors: asks for the token of one. Then `c.get('conversation')` is their conversation. */
export function withVisitor(
  {sites}: Services,
  {visitors, limits}: ConversationServices,
  {maxBody = MAX_BODY} = {},
): MiddlewareHandler<Env>[] {
  const authenticate: MiddlewareHandler<Env> = async (c, next) => {
    const conversation = await visitors.find(c.req.header(VISITOR_HEADER) ?? '');
    if (!conversation) throw new ProblemError('invalid-token', 'Open a new visitor session');
    await holdToSite(c, sites, conversation.site_id);
    limits.visitor.take(conversation.id);
    c.set('conversation', conversation);
    await next();
  };
  return [limitBody(maxBody), authenticate];
}

/** Who asks, as far as a connection tells: one limit for all who come from there. */
export function addressOf(c: Context): string {
  const {incoming} = (c.env ?? {}) as {incoming?: {socket?: {remoteAddress?: string}}};
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
