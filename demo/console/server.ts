import {timingSafeEqual, createHash} from 'node:crypto';
import {join} from 'node:path';
import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {sameOriginOnly, securityHeaders, type PageVariables} from '../site/guard.ts';
import {mountable} from '../site/mount.ts';
import {PlatformClient, PlatformError, type PlatformClientOptions} from '../site/platform-client.ts';
import {Sessions} from '../site/sessions.ts';
import {SITE_FILES, staticFiles} from '../site/static-files.ts';
import {composePage} from './pages/compose.ts';
import {previewPage} from './pages/preview.ts';
import {signInPage} from './pages/sign-in.ts';
import {Previews} from './previews.ts';
import {addStudioRoutes, openStudio, type StudioEnv, type StudioSession} from './studio/routes.ts';

export interface ConsoleOptions extends PlatformClientOptions {
  siteId: string;
  /** What the operator signs in with. @default the environment's CONSOLE_PASSWORD, else that of the demo */
  password?: string;
  /** Epoch, milliseconds. */
  now?: () => number;
}

/** Known to everybody who reads this, and shown on the sign-in page: it protects nothing but the demo. */
const DEMO_PASSWORD = 'sow-and-tell';
/** As the platform's own limit for a message. */
const MAX_BODY = 256 * 1024;
/** Wrong passwords in a minute, from everybody together: slows guessing, and a person never meets it. */
const MAX_FAILURES = 20;
const MINUTE = 60_000;
const PAGE_SIZE = 20;
/** Pages of 200 contacts that the console offers to choose from. */
const MAX_CONTACT_PAGES = 5;

interface Session extends StudioSession {
  /** Where this operator's preview gets its draft. */
  previewToken: string;
}

type Env = {Variables: PageVariables & {session: Session}};

/**
 * The sender's side: composes messages, sends them, and shows what became of them. The API key stays in this server,
 * and only what the pages need is passed on to the platform.
 *
 * To be mounted at `/console`.
 */
export function createConsole(options: ConsoleOptions): Hono {
  const {siteId, now = Date.now, password = process.env.CONSOLE_PASSWORD || DEMO_PASSWORD} = options;
  const platform = new PlatformClient(options);
  const sessions = new Sessions<Session>({
    cookie: 'console_session',
    path: '/console',
    sameSite: 'Strict',
    now,
  });
  const previews = new Previews();
  const site = new Hono<Env>({strict: false}).basePath('/console');
  let failures: number[] = [];

  const signIn = (c: Context<Env>, error: string, status: 200 | 401 | 429) =>
    c.html(signInPage(error, password === DEMO_PASSWORD ? DEMO_PASSWORD : undefined), status);

  site.use(securityHeaders({frames: "'self'"}));
  site.use(sameOriginOnly);
  site.use(bodyLimit({maxSize: MAX_BODY}));

  site.get('/assets/:file', staticFiles(join(import.meta.dirname, 'public'), SITE_FILES));
  site.get('/sign-in', (c) => signIn(c, '', 200));

  site.post('/sign-in', async (c) => {
    failures = failures.filter((at) => at > now() - MINUTE);
    if (failures.length >= MAX_FAILURES)
      return signIn(c, 'Too many attempts. Wait a minute, then try again.', 429);
    const given = (await c.req.parseBody()).password;
    if (typeof given !== 'string' || !isSame(given, password)) {
      failures.push(now());
      return signIn(c, 'That is not the password.', 401);
    }
    sessions.start(c, {previewToken: previews.open(), ...openStudio(previews, now())});
    return c.redirect('/console/', 303);
  });

  // The preview's inbox knows its token and no cookie, as on any customer's site.
  site.route('/preview', previews.routes());

  site.use(async (c, next) => {
    const session = sessions.read(c);
    if (session) {
      c.set('session', session);
      return next();
    }
    if (c.req.path.startsWith('/console/api/')) return c.json({title: 'Sign in again'}, 401);
    return c.redirect('/console/sign-in', 303);
  });

  site.get('/', (c) => c.html(composePage()));

  addStudioRoutes(site as unknown as Hono<StudioEnv>, {siteId, platform, previews, now});

  site.post('/sign-out', (c) => {
    const {previewToken, studioToken} = c.get('session');
    previews.close(previewToken);
    previews.close(studioToken);
    sessions.end(c);
    return c.redirect('/console/sign-in', 303);
  });

  site.get('/preview-frame', (c) =>
    c.html(
      previewPage({
        siteId,
        token: c.get('session').previewToken,
        nonce: c.get('nonce'),
        language: c.req.query('language') ?? '',
        theme: c.req.query('theme') ?? '',
      }),
    ),
  );

  site.put('/api/draft', async (c) => {
    previews.put(c.get('session').previewToken, await c.req.json(), now());
    return c.body(null, 204);
  });

  site.get('/api/contacts', async (c) => {
    const contacts: unknown[] = [];
    for (let page = 0; page < MAX_CONTACT_PAGES; page++) {
      const {list, totalPages} = (await platform.call(
        'GET',
        `/v1/contacts?pageSize=200&page=${page}`,
      )) as Page;
      contacts.push(...list);
      if (page + 1 >= totalPages) break;
    }
    return c.json({list: contacts});
  });

  site.get('/api/messages', async (c) => {
    const number = Number(c.req.query('page'));
    const page = Number.isInteger(number) && number > 0 ? number : 0;
    const sent = (await platform.call('GET', `/v1/messages?pageSize=${PAGE_SIZE}&page=${page}`)) as Page<{
      id: string;
    }>;
    const list = await Promise.all(
      sent.list.map(async (message) => ({
        ...message,
        report: await platform.call('GET', `/v1/messages/${encodeURIComponent(message.id)}/report`),
      })),
    );
    return c.json({list, totalPages: sent.totalPages});
  });

  site.post('/api/messages', async (c) => {
    const key = c.req.header('idempotency-key');
    if (!key) return c.json({title: 'The request has no Idempotency-Key'}, 400);
    const message = await c.req.json<object>();
    return c.json(await platform.send(message, key), 201);
  });

  site.delete('/api/messages/:id', async (c) => {
    await platform.call('DELETE', `/v1/messages/${encodeURIComponent(c.req.param('id'))}`);
    return c.body(null, 204);
  });

  site.notFound((c) => c.text('There is no such page in the console.', 404));
  site.onError((error, c) => {
    if (error instanceof SyntaxError) return c.json({title: 'The body is not JSON'}, 400);
    if (error instanceof PlatformError && error.status >= 400 && error.status < 500 && error.status !== 401) {
      const {code, detail, errors} = error.problem;
      return c.json({code, detail, errors}, error.status as 400);
    }
    console.error(`console: ${c.req.method} ${c.req.path}: ${error.message}`);
    return c.json({detail: 'The platform cannot be reached now. Try again in a moment.'}, 502);
  });
  return mountable(site);
}

interface Page<T = unknown> {
  list: T[];
  totalPages: number;
}

/** In constant time: hashes have one length, whatever was typed. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
