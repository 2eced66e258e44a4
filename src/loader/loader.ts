/**
 * The script that a site includes: drains `eS` and `_imbox`, and loads the bundle once. It never throws into the page
 * and never blocks it.
 */
import type {Features, InitOptions} from '../protocol/commands.ts';
import type {SiteConfiguration} from '../protocol/configuration.ts';
import type {EarlyCount, MountVisitor, MountWidget, Widget, WidgetOptions} from '../protocol/widget.ts';
import {drain} from './calls.ts';
import {warn} from './warn.ts';

/** The page's own names. */
interface Page {
  eS?: {(...call: unknown[]): void; q?: unknown};
  _imbox?: unknown;
  [LOADED]?: boolean;
}

export interface LoaderOptions {
  page: Page;
  /**
   * The site's configuration, where the platform has baked it in. `init` adds to it: the visitor's bundle holds it as well,
   * and may be there before.
   */
  site: Partial<SiteConfiguration>;
  /** Where the script itself came from; undefined where the browser does not say. */
  scriptUrl?: URL;
  nonce?: string;
  importBundle(): Promise<{mount: MountWidget}>;
  /** Brings the visitor's session, and with it what runs the commands of `_imbox`. */
  importVisitor(): Promise<{mountVisitor: MountVisitor}>;
  /** Asks for the number as the bundle would. */
  fetchCount(apiUrl: string, token: string): Promise<Response>;
  /** Calls back after so many milliseconds. */
  after(milliseconds: number, callback: () => void): void;
}

/** Marks the page as served, across scripts and versions. */
const LOADED = Symbol.for('app-inbox.loaded');
/** What `Widget` does, by name. */
const COMMANDS = ['open', 'close', 'toggle', 'on', 'off', 'setLanguage', 'logout'] as const;
type Command = (typeof COMMANDS)[number];
/** The bundle may be blocked for good: three attempts, and the page is left in peace. */
const RETRY_DELAYS = [2000, 10_000];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export function startLoader({
  page,
  site,
  scriptUrl,
  nonce,
  importBundle,
  importVisitor,
  fetchCount,
  after,
}: LoaderOptions): void {
  if (page[LOADED]) {
    console.info('App Inbox: the script is included twice. The first one serves the page.');
    return;
  }
  page[LOADED] = true;

  const imbox = Array.isArray(page._imbox) ? (page._imbox as unknown[]) : [];
  page._imbox = imbox;

  /** Brings the visitor's session, once. */
  let visit = (): void => {
    visit = () => {};
    delete (imbox as {push?: unknown}).push;
    importVisitor().then(
      ({mountVisitor}) => mountVisitor({queue: imbox, site, scriptUrl}),
      (error: unknown) => warn('_imbox', String(error)),
    );
  };

  let isInitialised = false;
  let widget: Widget | undefined;
  /** Commands that came before the bundle. */
  let waiting: [Command, unknown[]][] = [];

  function perform(name: Command, args: unknown[]): void {
    try {
      (widget![name] as (...args: unknown[]) => void)(...args);
    } catch (error) {
      warn(`eS('${name}')`, String(error));
    }
  }

  function load(options: WidgetOptions, attempt = 0): void {
    importBundle().then(
      ({mount}) => {
        widget = mount(options);
        for (const [name, args] of waiting) perform(name, args);
        waiting = [];
      },
      (error: unknown) => {
        const delay = RETRY_DELAYS[attempt];
        if (delay) return after(delay, () => load(options, attempt + 1));
        warn(
          'could not load',
          `its bundle: ${String(error)}. A content blocker or the page's CSP may be in the way.`,
        );
        for (const [name, [type, listener]] of waiting) {
          if (name === 'on' && type === 'error' && typeof listener === 'function') {
            (listener as (detail: unknown) => void)({code: 'bundle-unavailable', message: String(error)});
          }
        }
      },
    );
  }

  function init(first: unknown, second: unknown): void {
    if (isInitialised) return warn(`eS('init')`, 'was called before: once per page load is right.');
    const hasFeatures = isObject(second) || !(isObject(first) && 'getAuthTokenCallback' in first);
    const features = (hasFeatures ? first : {APP_INBOX: true}) as Features | undefined;
    // Without the inbox it is a call for other modules, which this bundle does not hold.
    if (!features?.APP_INBOX) return;
    const options = (hasFeatures ? second : first) as InitOptions | undefined;
    const ask = options?.getAuthTokenCallback;
    if (typeof ask !== 'function') {
      return warn(`eS('init')`, 'needs {getAuthTokenCallback: () => Promise<string>} in its options.');
    }
    const apiUrl = options?.apiUrl ?? site.apiUrl ?? (site.siteId && scriptUrl?.origin);
    if (!apiUrl)
      return warn(
        `eS('init')`,
        'needs {apiUrl: "https://…"} in its options where the script is self-hosted.',
      );
    isInitialised = true;
    // The token, and with it the number, are on their way while the bundle is: the bell needs all three.
    const early: EarlyCount = {token: ''};
    let firstToken: Promise<string> | undefined = new Promise((resolve) => resolve(ask()));
    firstToken
      .then((token) => {
        if (!token || typeof token !== 'string') return;
        early.token = token;
        early.answer = fetchCount(apiUrl, token);
        return early.answer;
      })
      .catch(() => {}); // the bundle meets the same failure and deals with it
    const getAuthTokenCallback = () => {
      const token = firstToken ?? ask();
      firstToken = undefined;
      return token;
    };
    load({nonce, ...Object.assign(site, options, {apiUrl}), getAuthTokenCallback, early});
    if (site.chat) visit();
  }

  function run([name, ...args]: unknown[]): void {
    if (name === 'init') init(args[0], args[1]);
    else if (!COMMANDS.includes(name as Command)) {
      warn(`eS(${JSON.stringify(name)})`, `is no command. There are: init, ${COMMANDS.join(', ')}.`);
    } else if (widget) perform(name as Command, args);
    else waiting.push([name as Command, args]);
  }

  const queue = Array.isArray(page.eS?.q) ? (page.eS.q as unknown[]) : [];
  page.eS = (...call) => void queue.push(call);
  drain(queue, run);
  if (site.chat || imbox.length) return visit();
  // A site without conversations loads nothing of them.
  imbox.push = (...entries) => {
    visit();
    return imbox.push(...entries);
  };
}
