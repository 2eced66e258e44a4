import {randomBytes} from 'node:crypto';
import type {MiddlewareHandler} from 'hono';

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what another site's page makes the browser send (cross-site request forgery): 403.
 *
 * Every current browser names the origin on an unsafe request, so one without an `Origin` is refused too. Hosts are
 * compared rather than whole origins, because behind a proxy that ends TLS this process sees plain http.
 */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  if (!SAFE_METHODS.includes(c.req.method) && hostOf(c.req.header('origin')) !== c.req.header('host')) {
    return c.text('This request did not come from our own pages.', 403);
  }
  return next();
};

function hostOf(origin: string | undefined): string | null {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : null;
}

export interface PageVariables {
  /** What the inline scripts of this answer carry; new for each answer. */
  nonce: string;
  /** What else this page may show in frames, and may ask whether it is there: origins, or schemes. */
  embeds?: readonly string[];
}

export interface PagePolicy {
  /** Origins besides our own that serve the inbox's script and API. @default none */
  readonly platform?: readonly string[];
  /** Who may show these pages in a frame: `'none'`, `'self'`, or origins. @default "'none'" */
  readonly frames?: string;
  /** Whether text becomes markup or a script only by the bundle's own policy (Trusted Types). @default false */
  readonly needsTrustedTypes?: boolean;
}

/** A strict content security policy and its companions, on every answer. */
export function securityHeaders({
  platform = [],
  frames = "'none'",
  needsTrustedTypes = false,
}: PagePolicy = {}): MiddlewareHandler<{Variables: PageVariables}> {
  return async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    c.set('nonce', nonce);
    await next();
    const from = (...sources: string[]) => [...sources, ...platform].join(' ');
    c.header(
      'Content-Security-Policy',
      [
        "default-src 'none'",
        `script-src ${from("'self'", `'nonce-${nonce}'`)}`,
        "style-src 'self'",
        // A notification may show a picture from any shop's image server.
        `img-src ${from("'self'", 'data:', 'https:')}`,
        // Asking a scheme as a whole would let a page send anything anywhere.
        `connect-src ${from("'self'", ...(c.get('embeds') ?? []).filter((source) => !source.endsWith(':')))}`,
        `frame-src ${["'self'", ...(c.get('embeds') ?? [])].join(' ')}`,
        "base-uri 'none'",
        "form-action 'self'",
        `frame-ancestors ${frames}`,
        ...(needsTrustedTypes ? ["require-trusted-types-for 'script'", 'trusted-types app-inbox'] : []),
      ].join('; '),
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    // Pages differ by session; the static files set their own.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}

/**
 * The address if it lies on this site below `base`, else `base`: a redirect never leads away from the site.
 */
export function localPath(value: unknown, base: string): string {
  const here = 'http://here.invalid';
  if (typeof value !== 'string' || !URL.canParse(value, here)) return base;
  const url = new URL(value, here);
  return url.origin === here && url.pathname.startsWith(base) ? url.pathname + url.search : base;
}
