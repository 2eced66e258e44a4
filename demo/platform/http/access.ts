import type {MiddlewareHandler} from 'hono';
import {ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {isAllowed} from '../sites/origins.ts';
import type {Env} from './app.ts';
import {limitBody} from './body-limit.ts';

/** Bytes a customer's backend may send at once: 1000 recipients with a long message. */
const MAX_SENDER_BODY = 256 * 1024;
/** Bytes a contact's browser may send at once: what browsers let a `keepalive` request carry. */
const MAX_CONTACT_BODY = 64 * 1024;

/** How a route's description says whom it is for. */
export const API_KEY: Record<string, string[]>[] = [{basic: []}, {bearer: []}];
export const CONTACT_TOKEN: Record<string, string[]>[] = [{contact: []}];

/** `Bearer <key>`, or `Basic base64(<anything>:<key>)` (RFC 6750, RFC 7617). */
function readApiKey(authorization: string | undefined): string | undefined {
  const [, scheme, value] = /^(Basic|Bearer) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (!scheme || !value) return undefined;
  if (scheme.toLowerCase() === 'bearer') return value;
  const credentials = Buffer.from(value, 'base64').toString();
  const colon = credentials.indexOf(':');
  return colon < 0 ? undefined : credentials.slice(colon + 1) || undefined;
}

/** For customers' backends: asks for the API key of a site. */
export function withApiKey({apiKeys, limits}: Services): MiddlewareHandler<Env>[] {
  const authenticate: MiddlewareHandler<Env> = async (c, next) => {
    const key = readApiKey(c.req.header('Authorization'));
    const found = key === undefined ? undefined : await apiKeys.verify(key);
    if (!found) {
      throw new ProblemError('unauthorized', 'Send the API key as Basic or Bearer authorization', {
        headers: {'WWW-Authenticate': 'Basic realm="App Inbox API", Bearer realm="App Inbox API"'},
      });
    }
    limits.apiKey.take(found.id);
    c.set('siteId', found.siteId);
    await next();
  };
  return [authenticate, limitBody(MAX_SENDER_BODY)];
}

/** For contacts: asks for a contact token, spends it, and hands out the next one with whatever the answer will be. */
export function withContactToken({tokens, sites, limits}: Services): MiddlewareHandler<Env>[] {
  const authenticate: MiddlewareHandler<Env> = async (c, next) => {
    const spent = await tokens.spend(c.req.header('ES-TOKEN') ?? '');
    if (!spent) throw new ProblemError('invalid-token', 'Get a new one from the site’s backend');
    const {contact, next: token} = spent;
    const origin = c.req.header('Origin');
    if (origin !== undefined) {
      const site = await sites.find(contact.site_id);
      if (!site || !isAllowed(origin, site.origins)) {
        c.header('Access-Control-Allow-Origin', undefined);
        c.header('Access-Control-Expose-Headers', undefined);
        throw new ProblemError('forbidden-origin', 'The origin is not registered for the contact’s site');
      }
    }
    c.header('ES-TOKEN', token);
    limits.contact.take(contact.ref);
    c.set('contact', contact);
    await next();
  };
  // A body that is too large is refused before it costs a token.
  return [limitBody(MAX_CONTACT_BODY), authenticate];
}
