import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Desk} from './env.ts';

/**
 * The page in which a client integration's HTML runs, scripts included: whatever it is, it has an origin that is
 * nobody's, and reaches neither the desk nor its cookies. The sandbox is in the header, so that it holds also for who
 * opens the page by itself.
 *
 * @param folder the built bundle, whose `html-frame.html` this is
 */
export function addHtmlFrame(desk: Desk, folder: string): void {
  desk.get('/html-frame', async (c) => {
    const page = await readFile(join(folder, 'html-frame.html'), 'utf8').catch(() => undefined);
    if (page === undefined) return c.text('The bundle is not built yet.', 404);
    c.header(
      'Content-Security-Policy',
      "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-cache');
    return c.html(page);
  });
}
