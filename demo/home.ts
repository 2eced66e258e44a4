import {join} from 'node:path';
import {Hono} from 'hono';
import {homePage} from './home/page.ts';
import {DEMO_API_KEY} from './site/demo-key.ts';
import {securityHeaders} from './site/guard.ts';
import {staticFiles} from './site/static-files.ts';

export interface HomeOptions {
  /** The key for the examples. A real one is not to be shown. @default the demo's, unless the environment sets one */
  apiKey?: string;
}

/** The page at `/`: what this is, where things are, and how to send the first message. */
export function createHome(options: HomeOptions = {}): Hono {
  const apiKey = options.apiKey ?? (process.env.APP_INBOX_API_KEY ? undefined : DEMO_API_KEY);
  const home = new Hono();
  home.get('/', securityHeaders(), (c) => c.html(homePage(new URL(c.req.url).origin, apiKey)));
  home.get('/home/:file', staticFiles(join(import.meta.dirname, 'home', 'public')));
  return home;
}
