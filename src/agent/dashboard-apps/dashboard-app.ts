import {html, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {ReactiveElement, type PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import type {AppState} from '../../protocol/app-bridge.ts';
import type {AppContext} from '../../protocol/app-context.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {encodeContext, publicContext, urlVariables} from './app-context.ts';
import {AppFrame} from './app-frame.ts';
import {resolveAppUrl, type AppUrlProblem} from './app-url.ts';
import {AppCommandError, type AppCommandCall} from './commands.ts';
import {announcementOf, renderNotice, renderOverlay, type AppView} from './dashboard-app-views.ts';
import {styles} from './dashboard-app.styles.ts';
import {
  AppErrorEvent,
  AppOpenLinkEvent,
  AppRefreshEvent,
  AppToastEvent,
  type AppErrorCode,
} from './events.ts';
import {DEFAULT_SANDBOX} from '../../protocol/app-permissions.ts';
import {isIsolated, readFeatures, readReferrerPolicy, readSandbox} from './permissions.ts';
import type {AppStatus} from './status.ts';
import {words} from './words.ts';

/** What developers are told with each code. */
const MESSAGES: Partial<Record<AppStatus, {code: AppErrorCode; message: string}>> = {
  failed: {code: 'unreachable', message: 'The app’s server does not answer.'},
  moved: {code: 'moved', message: 'A page of another origin is in the app’s frame; it is told nothing.'},
  silent: {code: 'silent', message: 'The app used to answer, and does not since its page last loaded.'},
};

/**
 * A dashboard app: somebody else's page in a frame, which is told about the conversation that it stands beside.
 *
 * The context goes to the app's own origin alone, as a text (`{"event": "appContext", "data": …}`): when the page has
 * loaded, when it asks, and when something has changed. Apps that use `app-inbox/guest` get it on a port of their own and
 * can do more.
 *
 * A change of conversation loads the app anew: what it shows of one customer must not stay beside the next.
 *
 * @customElement agent-dashboard-app
 * @fires {AppErrorEvent} app-error - It cannot be shown, or not be told the context.
 * @fires {AppToastEvent} app-toast - The app has a line of text for the agent.
 * @fires {AppOpenLinkEvent} app-open-link - The app wants a page in a new tab. Cancel it to show that page otherwise.
 * @fires {AppRefreshEvent} app-refresh - The app wants the conversation fetched again.
 * @csspart base - All of it.
 * @csspart frame - The app's frame.
 */
export class AgentDashboardApp extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    name: {},
    src: {},
    context: {attribute: false},
    aliases: {attribute: false},
    origins: {attribute: false},
    inbox: {attribute: false},
    getToken: {attribute: false},
    sandbox: {},
    allow: {},
    referrerPolicy: {attribute: 'referrerpolicy'},
    fit: {reflect: true},
    theme: {reflect: true},
  };
  static override styles = [tokens, reset, controls, styles];

  #frame?: AppFrame;
  /** What the frame was made for: while it is the same, the frame stays. */
  #key?: string;
  /** The conversation that the frame was made for. */
  #conversation?: unknown;
  #status: AppStatus = 'loading';
  #problem?: AppUrlProblem;
  #foreignOrigin?: string;
  #dark?: MediaQueryList;

  /** What the agent knows it by. */
  name = '';

  /** Its address. May hold `{{contact.email}}` and the like, after the origin. */
  src = '';

  /** What it is told. Replace it with a new object when something has changed. */
  context?: AppContext;

  /** Other names under which it asks for the context, beside `chatwoot-dashboard-app:fetch-info`. */
  aliases: readonly string[] = [];

  /** Other origins that it may move to and be told the context at. */
  origins: readonly string[] = [];

  /** The inbox of the conversation, for `{{inbox.name}}` in the address. */
  inbox?: {id: unknown; name?: string};

  /** Asks the platform for a signed context, for the app of this origin. Without it, apps get none. */
  getToken?: (audience: string) => Promise<string>;

  /** The frame's sandbox. Without `allow-same-origin` the app is isolated, and told nothing. */
  sandbox = DEFAULT_SANDBOX;

  /** Features of the browser that are lent to it: `camera; clipboard-write`. */
  allow = '';

  referrerPolicy = 'no-referrer';

  /** Whether it fills the place that it has, or is as high as it asks to be. */
  fit: 'fill' | 'content' = 'fill';

  /** @default the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dark = matchMedia('(prefers-color-scheme: dark)');
    this.#dark.addEventListener('change', this.#onScheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dark?.removeEventListener('change', this.#onScheme);
    // Out of a page, a frame has no window; back in one, it begins anew.
    this.#end();
  }

  /** Loads the app anew. */
  reload(): void {
    this.#end();
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    const {src, sandbox, allow, referrerPolicy, origins, aliases} = this;
    const conversation = this.context?.conversation?.id;
    const isOther = this.#conversation !== undefined && conversation !== this.#conversation;
    const key = JSON.stringify([src, sandbox, allow, referrerPolicy, origins, aliases]);
    // Variables have nothing to stand for yet.
    const isWaiting = !this.context && src.includes('{{');
    if (key !== this.#key || isOther) {
      this.#end();
      this.#key = key;
      if (src && !isWaiting) this.#start();
    } else if (!this.#frame && !this.#problem && src && !isWaiting) this.#start();
    else if (changed.has('context') || changed.has('theme')) this.#frame?.changed();
    this.#conversation = conversation;
    if (this.#frame) this.#frame.element.title = this.#name;
  }

  override render(): TemplateResult {
    const view: AppView = {
      name: this.#name,
      status: this.#status,
      problem: this.#problem,
      origin: this.#foreignOrigin,
      onRetry: () => this.reload(),
    };
    const isHidden = this.#status === 'loading' || this.#status === 'failed';
    return html`<div part="base" class="base" lang="en">
      <div role="status" class="visually-hidden">${this.src ? announcementOf(view) : ''}</div>
      ${renderNotice(view)}
      <div class="stage ${isHidden ? 'hidden' : ''}">
        ${this.#frame?.element} ${this.src ? renderOverlay(view) : ''}
      </div>
    </div>`;
  }

  get #name(): string {
    return this.name.trim() || words.unnamed;
  }

  #start(): void {
    const sandbox = readSandbox(this.sandbox);
    const isAlone = isIsolated(sandbox);
    const address = resolveAppUrl(this.src, {
      data: this.context && urlVariables(this.context, this.inbox),
      pageOrigin: window.origin,
      isIsolated: isAlone,
    });
    if ('problem' in address) {
      this.#problem = address.problem;
      this.#status = 'refused';
      this.#report(address.problem, words.problems[address.problem]);
      return;
    }
    this.#frame = new AppFrame({
      url: address.url,
      origins: isAlone ? [] : this.#listeners(address.origin),
      aliases: this.aliases,
      sandbox,
      allow: readFeatures(this.allow),
      referrerPolicy: readReferrerPolicy(this.referrerPolicy),
      getText: () => this.#encode(),
      getState: () => this.#state(),
      perform: (call, origin) => this.#perform(call, origin),
      onStatus: (status, {origin}) => this.#onStatus(status, origin),
    });
    this.#frame.open();
  }

  #end(): void {
    this.#frame?.close();
    this.#frame = undefined;
    this.#problem = undefined;
    this.#foreignOrigin = undefined;
    this.#key = undefined;
    this.#status = 'loading';
  }

  /** The app's own origin, and those of `origins` that are some: never the page's own. */
  #listeners(own: string): string[] {
    const others = this.origins
      .filter((origin) => URL.canParse(origin) && /^https?:/i.test(origin))
      .map((origin) => new URL(origin).origin);
    return [own, ...new Set(others)].filter(
      (origin, index, all) => origin !== window.origin && all.indexOf(origin) === index,
    );
  }

  #encode(): string | undefined {
    if (!this.context) return undefined;
    try {
      return encodeContext(this.context);
    } catch (error) {
      this.#report('invalid-context', `The context cannot be written as JSON: ${String(error)}`);
      return undefined;
    }
  }

  #state(): AppState | undefined {
    if (!this.context) return undefined;
    const isDark = this.theme === 'dark' || (this.theme !== 'light' && !!this.#dark?.matches);
    return {
      ...publicContext(this.context),
      theme: {
        scheme: isDark ? 'dark' : 'light',
        language: document.documentElement.lang || navigator.language,
        direction: getComputedStyle(this).direction === 'rtl' ? 'rtl' : 'ltr',
      },
    };
  }

  async #perform({name, parameters}: AppCommandCall, origin: string): Promise<unknown> {
    switch (name) {
      case 'resize':
        this.#frame?.element.style.setProperty('--_height', `${parameters.height}px`);
        return null;
      case 'toast':
        this.dispatchEvent(new AppToastEvent(parameters.text, this.#name));
        return null;
      case 'refresh':
        this.dispatchEvent(new AppRefreshEvent());
        return null;
      case 'openLink':
        return this.#openLink(parameters.url);
      case 'token': {
        if (!this.getToken) throw new AppCommandError('unavailable');
        return {token: await this.getToken(origin)};
      }
    }
  }

  #openLink(url: string): null {
    // A click inside the frame counts for the page around it as well; without one, it is the app's own idea.
    if (navigator.userActivation?.isActive === false) throw new AppCommandError('no-activation');
    if (this.dispatchEvent(new AppOpenLinkEvent(url))) window.open(url, '_blank', 'noopener,noreferrer');
    return null;
  }

  #onScheme = (): void => this.#frame?.changed();

  #onStatus(status: AppStatus, origin: string | undefined): void {
    this.#status = status;
    this.#foreignOrigin = origin;
    const error = MESSAGES[status];
    if (error) this.#report(error.code, error.message);
    this.requestUpdate();
  }

  #report(code: AppErrorCode, message: string): void {
    // After the rendering: whoever listens finds the element as it is now.
    queueMicrotask(() => this.dispatchEvent(new AppErrorEvent(code, message)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-dashboard-app': AgentDashboardApp;
  }
}
