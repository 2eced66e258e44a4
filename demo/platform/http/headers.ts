import type {MiddlewareHandler} from 'hono';

/** For answers that are data: nothing in them runs, is framed, sniffed or kept. */
export const dataHeaders: MiddlewareHandler = async (c, next) => {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Content-Type-Options', 'nosniff');
  await next();
};
