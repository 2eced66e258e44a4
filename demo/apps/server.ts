import {join} from 'node:path';
import {Hono, type Context} from 'hono';
import {securityHeaders, type PageVariables} from '../site/guard.ts';
import {mountable} from '../site/mount.ts';
import {staticFiles} from '../site/static-files.ts';
import {ordersOf} from './orders/books.ts';
import {createVerifier, TokenError} from './orders/tokens.ts';
import {contactPage, glancePage, ordersPage} from './pages.ts';

export interface AppsOptions {
  /** The platform, as this server reaches it. */
  platformUrl: string;
  /** The origins of the desks that may show the apps; the platform signs under one of them. */
  desks: readonly string[];
  /** The apps' own origin. */
  origin: () => string;
  /** The built package and apps. @default dist of the project */
  builtFolder?: string;
  /** Epoch, milliseconds. */
  now?: () => number;
}

const BUILT_FOLDER = join(import.meta.dirname, '../../dist');

type AppContext = Context<{Variables: PageVariables}>;

/**
 * Three dashboard apps, as other people would write them: one that listens, one in React, and one whose backend wants
 * proof of whom it answers. On an origin of their own, never the desk's.
 */
export function createApps(options: AppsOptions): Hono {
  const {platformUrl, desks, origin, builtFolder = BUILT_FOLDER, now} = options;
  const apps = new Hono<{Variables: PageVariables}>();
  const read = createVerifier({
    jwksUrl: `${platformUrl}/.well-known/jwks.json`,
    issuers: desks,
    audience: origin,
    now,
  });
  const place = (c: AppContext) => ({desks, nonce: c.get('nonce')});

  apps.use(securityHeaders({frames: desks.join(' ')}));
  apps.get('/public/:file', staticFiles(join(import.meta.dirname, 'public')));
  apps.get('/built/:file', staticFiles(join(builtFolder, 'apps')));
  // The package as it is published, in its own folders.
  for (const folder of ['entries', 'guest', 'protocol'])
    apps.get(`/package/${folder}/:file`, staticFiles(join(builtFolder, 'npm', folder)));

  apps.get('/contact/', (c) => c.html(contactPage(place(c))));
  apps.get('/glance/', (c) => c.html(glancePage(place(c))));
  apps.get('/orders/', (c) => c.html(ordersPage(place(c))));

  apps.get('/orders/api/orders', async (c) => {
    const [, token] = /^Bearer (\S+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
    if (!token) return c.json({error: 'A signed context is needed'}, 401);
    try {
      const {contact} = await read(token);
      return c.json({customer: contact.identifier, orders: ordersOf(contact.identifier)});
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      return c.json({error: 'This proves nothing'}, 401);
    }
  });
  return mountable(apps);
}
