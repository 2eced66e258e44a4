import {timingSafeEqual} from 'node:crypto';
import type {Context, MiddlewareHandler} from 'hono';
import {getCookie} from 'hono/cookie';
import type {Env} from '../http/app.ts';
import {limitBody} from '../http/body-limit.ts';
import {ProblemError} from '../problem.ts';
import type {Services} from '../services.ts';
import {csrfTokenOf} from './sessions.ts';

export const SESSION_COOKIE = 'desk_session';
/** Bytes an agent may send at once, unless a route says otherwise: an integration with its template. */
const MAX_AGENT_BODY = 256 * 1024;

/** How a route's description says whom it is for. */
export const AGENT: Record<string, string[]>[] = [{agent: []}];

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what another site's page makes the browser send. Hosts are compared rather than whole origins, because
 * behind a proxy that ends TLS this process sees plain http.
 */
export function refuseOtherOrigins(c: Context): void {
  const origin = c.req.header('Origin');
  if (origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  if (host !== c.req.header('Host')) throw new ProblemError('forbidden', 'This is for the desk’s own pages');
}

function isSame(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

/** For agents: asks for a session, and with a write for its CSRF token. Then `c.get('agent')` is who asks. */
export function requireAgent(services: Services, {maxBody = MAX_AGENT_BODY} = {}): MiddlewareHandler<Env>[] {
  const {sessions, limits} = services;
  const authenticate: MiddlewareHandler<Env> = async (c, next) => {
    const token = getCookie(c, SESSION_COOKIE) ?? '';
    const agent = await sessions.read(token);
    if (!agent) throw new ProblemError('signed-out', 'Sign in again');
    if (!SAFE_METHODS.includes(c.req.method)) {
      refuseOtherOrigins(c);
      const given = c.req.header('X-CSRF-Token') ?? '';
      if (!/^[\w-]{43}$/.test(given) || !isSame(given, csrfTokenOf(token)))
        throw new ProblemError(
          'forbidden',
          'Send the session’s X-CSRF-Token, which GET /desk/api/v1/me says',
        );
    }
    limits.agent.take(agent.id);
    c.set('agent', agent);
    await next();
  };
  return [authenticate, limitBody(maxBody)];
}

/** For a team's admins. */
export function requireAdmin(services: Services, options?: {maxBody?: number}): MiddlewareHandler<Env>[] {
  const [authenticate, ...rest] = requireAgent(services, options);
  const authorise: MiddlewareHandler<Env> = async (c, next) => {
    if (c.get('agent').role !== 'admin')
      throw new ProblemError('forbidden', 'Only a team’s admins may do that');
    await next();
  };
  return [authenticate!, authorise, ...rest];
}
