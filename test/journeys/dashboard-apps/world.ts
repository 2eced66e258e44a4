/** A desk, an app's server and an attacker's, each on an origin of its own, and a browser that goes to the desk. */
import {after, afterEach, before} from 'node:test';
import type {Browser, BrowserContext, Frame, Page} from 'playwright-core';
import type {AgentDashboardApp} from '../../../src/agent/dashboard-apps/dashboard-app.ts';
import type {AgentDashboardApps} from '../../../src/agent/dashboard-apps/dashboard-apps.ts';
import type {AppContext, AppContextMessage} from '../../../src/protocol/app-context.ts';
import {launchBrowser} from '../support/browser.ts';
import {bundle} from '../support/bundle.ts';
import {eventually} from '../support/eventually.ts';
import {startServer, type RunningServer} from '../support/server.ts';
import {DESK, PAGES} from './pages.ts';

export type AppProperties = Partial<
  Pick<AgentDashboardApp, 'name' | 'src' | 'context' | 'aliases' | 'origins' | 'sandbox' | 'allow' | 'theme'>
>;

export type AppsProperties = Partial<
  Pick<AgentDashboardApps, 'apps' | 'context' | 'inbox' | 'placement' | 'selected' | 'theme'>
>;

export interface AppsWorld {
  readonly desk: string;
  readonly app: string;
  readonly attacker: string;
  /** Requests to the app's server, method and path. */
  readonly requests: string[];
  readonly browser: Browser;
  /** The desk, open in a tab of its own until the end of the test. */
  openDesk(path?: string): Promise<Desk>;
}

export interface Desk {
  readonly page: Page;
  /** Puts an `<agent-dashboard-app>` into the desk. */
  show(properties: AppProperties, id?: string): Promise<void>;
  /** Changes it. */
  change(properties: AppProperties, id?: string): Promise<void>;
  /** Puts an `<agent-dashboard-apps>` around a conversation that is one line, in a box of this width. */
  showAll(properties: AppsProperties, width?: number): Promise<void>;
  changeAll(properties: AppsProperties): Promise<void>;
  /** Puts any frame beside it. */
  frame(src: string, sandbox?: string): Promise<void>;
  /** The frame that shows this address, once it is there. */
  find(url: string): Promise<Frame>;
  /** The codes of the `app-error` events until now. */
  errors(): Promise<string[]>;
}

interface DeskWindow {
  errors: string[];
}

async function createDesk(context: BrowserContext, url: string): Promise<Desk> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('agent-dashboard-app') !== undefined);
  await page.evaluate(() => {
    const errors: string[] = [];
    Object.assign(window, {errors});
    addEventListener('app-error', ({code}) => errors.push(code));
  });
  const put = (properties: AppProperties, id: string, isNew: boolean) =>
    page.evaluate(
      ([given, name, fresh]) => {
        const app = fresh ? document.createElement('agent-dashboard-app') : document.getElementById(name)!;
        app.id = name;
        Object.assign(app, given);
        if (fresh) document.body.append(app);
      },
      [properties, id, isNew] as const,
    );
  return {
    page,
    show: (properties, id = 'app') => put(properties, id, true),
    change: (properties, id = 'app') => put(properties, id, false),
    showAll: (properties, width = 600) =>
      page.evaluate(
        ([given, pixels]) => {
          const box = document.body.appendChild(document.createElement('div'));
          box.style.setProperty('width', `${pixels}px`);
          box.style.setProperty('height', '480px');
          const apps = box.appendChild(document.createElement('agent-dashboard-apps'));
          apps.appendChild(document.createElement('p')).textContent = 'A conversation';
          Object.assign(apps, given);
        },
        [properties, width] as const,
      ),
    changeAll: (properties) =>
      page.evaluate(
        (given) => void Object.assign(document.querySelector('agent-dashboard-apps')!, given),
        properties,
      ),
    frame: (src, sandbox) =>
      page.evaluate(
        ([address, rules]) => {
          const frame = document.createElement('iframe');
          if (rules !== undefined) frame.setAttribute('sandbox', rules);
          frame.src = address;
          document.body.append(frame);
        },
        [src, sandbox] as const,
      ),
    find: (address) =>
      eventually(() => {
        const frame = page.frames().find((one) => one.url().startsWith(address));
        if (!frame) throw new Error(`No frame shows ${address}`);
        return frame;
      }),
    errors: () => page.evaluate(() => (window as unknown as DeskWindow).errors),
  };
}

/** For all tests of a file. */
export function useApps(): AppsWorld {
  const servers: RunningServer[] = [];
  const requests: string[] = [];
  let pages: Page[] = [];
  let origins = {desk: '', app: '', attacker: ''};
  let browser: Browser;
  let context: BrowserContext;

  before(async () => {
    const [agentScript, guestScript] = await Promise.all([
      bundle('src/agent/dashboard-apps/define.ts'),
      bundle('src/entries/guest.ts'),
    ]);
    /** Pages and redirects that are the same at each origin. */
    const others = () =>
      startServer((request, response) => {
        const url = new URL(request.url!, 'http://here');
        if (servers.indexOf(app) > 0) requests.push(`${request.method} ${request.url}`);
        const page = PAGES[url.pathname];
        if (url.pathname === '/guest.js')
          response.writeHead(200, {'Content-Type': 'text/javascript'}).end(guestScript);
        else if (url.pathname === '/redirect')
          response.writeHead(302, {Location: url.searchParams.get('to')!}).end();
        else response.writeHead(page ? 200 : 404, {'Content-Type': 'text/html'}).end(page);
      });
    const desk = await startServer((request, response) => {
      const {pathname, searchParams} = new URL(request.url!, 'http://here');
      const connect = searchParams.has('probe') ? 'http:' : "'self'";
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src 'self'; style-src 'self'; frame-src http: data:; connect-src ${connect}`,
      );
      if (pathname === '/agent.js')
        response.writeHead(200, {'Content-Type': 'text/javascript'}).end(agentScript);
      else if (pathname === '/') response.writeHead(200, {'Content-Type': 'text/html'}).end(DESK);
      else if (PAGES[pathname]) response.writeHead(200, {'Content-Type': 'text/html'}).end(PAGES[pathname]);
      else response.writeHead(404).end();
    });
    const app = await others();
    const attacker = await others();
    servers.push(desk, app, attacker);
    const at = ({port}: RunningServer) => `http://127.0.0.1:${port}`;
    origins = {desk: at(desk), app: at(app), attacker: at(attacker)};
    browser = await launchBrowser();
    context = await browser.newContext();
  });
  afterEach(async () => {
    for (const page of pages) await page.close();
    pages = [];
  });
  after(async () => {
    for (const {stop} of servers) await stop();
  });

  return {
    get desk() {
      return origins.desk;
    },
    get app() {
      return origins.app;
    },
    get attacker() {
      return origins.attacker;
    },
    get browser() {
      return browser;
    },
    requests,
    async openDesk(path = '/') {
      const desk = await createDesk(context, origins.desk + path);
      pages.push(desk.page);
      return desk;
    },
  };
}

interface AppWindow {
  received: AppContextMessage[];
  heard: string[];
  asked: number;
}

/** What an app that listens has got. */
export const received = (frame: Frame): Promise<AppContextMessage[]> =>
  frame.evaluate(() => (window as unknown as AppWindow).received);

/** What an app with the helper has got. */
export const contexts = (frame: Frame): Promise<AppContext[]> =>
  frame.evaluate(() => (window as unknown as {received: AppContext[]}).received);

/** What an attacker has heard, and how often it has asked. */
export const spied = (frame: Frame | Page): Promise<{heard: string[]; asked: number}> =>
  frame.evaluate(() => {
    const {heard, asked} = window as unknown as AppWindow;
    return {heard, asked};
  });
