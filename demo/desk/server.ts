import {join} from 'node:path';
import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {localPath, sameOriginOnly, securityHeaders} from '../site/guard.ts';
import {mountable} from '../site/mount.ts';
import {SITE_FILES, staticFiles} from '../site/static-files.ts';
import {addDashboardAppPages} from './dashboard-apps/pages.ts';
import type {Desk, DeskEnv} from './env.ts';
import {addHtmlFrame} from './html-frame.ts';
import {addAdminPages} from './pages/admin.ts';
import {addConversationPages} from './conversations/pages.ts';
import {addContactPages} from './pages/contacts.ts';
import {addInboxPages} from './pages/inboxes.ts';
import {addIntegrationPages} from './pages/integrations.ts';
import {signInPage, type SignInHint} from './pages/sign-in.ts';
import {DeskPlatform} from './platform.ts';

export interface DeskOptions {
  /** Base address of the platform, as this server reaches it. */
  platformUrl: string;
  /** The demo's agents and their password, to be shown at the sign-in. @default nobody is shown */
  hint?: SignInHint;
  /** The built bundle. @default dist/cdn of the project */
  bundleFolder?: string;
}

/** No form of the desk is longer: scripts write to the platform's own API. */
const MAX_FORM = 16 * 1024;

const BUNDLE_FOLDER = join(import.meta.dirname, '../../dist/cdn');

/** Every page of the desk behind the sign-in, by what it is about. */
const PAGES: readonly ((desk: Desk, platform: DeskPlatform) => void)[] = [
  addDashboardAppPages,
  addContactPages,
  addConversationPages,
  addIntegrationPages,
  addInboxPages,
  addAdminPages,
];

/**
 * The agents' desk: pages that hold the agent-side elements. Sessions and data are the platform's, whose API the pages'
 * scripts call with the same cookie.
 *
 * To be mounted at `/desk`, behind the platform's routes.
 */
export function createDesk({platformUrl, hint, bundleFolder = BUNDLE_FOLDER}: DeskOptions): Hono {
  const platform = new DeskPlatform(platformUrl);
  const desk = new Hono<DeskEnv>({strict: false}).basePath('/desk');
  /** Where the agent was about to go. */
  const nextOf = (c: Context) => localPath(c.req.query('next'), '/desk/');
  const isSecure = (c: Context) => new URL(c.req.url).protocol === 'https:';

  // Before the headers of pages: it has its own.
  addHtmlFrame(desk, bundleFolder);
  desk.use(securityHeaders({needsTrustedTypes: true}));
  desk.use(sameOriginOnly);
  desk.use(bodyLimit({maxSize: MAX_FORM}));

  desk.get('/assets/:file', staticFiles(join(import.meta.dirname, 'public'), SITE_FILES));
  // The platform has answered what it knows.
  desk.all('/api/*', (c) => c.json({code: 'not-found', title: 'There is nothing here', status: 404}, 404));
  desk.get('/sign-in', (c) => c.html(signInPage({email: '', error: '', next: nextOf(c), hint})));

  desk.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const email = typeof form.email === 'string' ? form.email.trim() : '';
    const password = typeof form.password === 'string' ? form.password : '';
    const answer = await platform.call('POST', '/session', {
      cookie: c.req.header('Cookie'),
      isSecure: isSecure(c),
      body: {email, password},
    });
    if (answer.status === 204) {
      for (const cookie of answer.cookies) c.header('Set-Cookie', cookie, {append: true});
      return c.redirect(nextOf(c), 303);
    }
    if (answer.status === 429) {
      const error = 'Too many attempts. Wait a minute, then try again.';
      return c.html(signInPage({email, error, next: nextOf(c), hint}), 429);
    }
    return c.html(
      signInPage({
        email,
        error: 'That is not the e-mail and the password of an agent.',
        next: nextOf(c),
        hint,
      }),
      401,
    );
  });

  desk.use(async (c, next) => {
    const me = await platform.me(c.req.header('Cookie'));
    if (!me) {
      const {pathname, search} = new URL(c.req.url);
      const isPage = c.req.method === 'GET' && pathname + search !== '/desk/';
      return c.redirect(
        `/desk/sign-in${isPage ? `?next=${encodeURIComponent(pathname + search)}` : ''}`,
        303,
      );
    }
    c.set('me', me);
    return next();
  });

  desk.post('/sign-out', async (c) => {
    const {csrfToken} = c.get('me');
    const {cookies} = await platform.call('DELETE', '/session', {
      cookie: c.req.header('Cookie'),
      csrfToken,
      isSecure: isSecure(c),
    });
    for (const cookie of cookies) c.header('Set-Cookie', cookie, {append: true});
    return c.redirect('/desk/sign-in', 303);
  });

  for (const addPages of PAGES) addPages(desk, platform);

  desk.notFound((c) => c.text('There is no such page at the desk.', 404));
  desk.onError((error, c) => {
    console.error(`desk: ${c.req.method} ${c.req.path}: ${error.message}`);
    return c.text('The platform cannot be reached now. Try again in a moment.', 502);
  });
  return mountable(desk);
}
