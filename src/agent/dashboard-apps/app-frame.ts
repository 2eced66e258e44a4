import {pageClock, type Clock} from '../../elements/base/page-clock.ts';
import type {AppState} from '../../protocol/app-bridge.ts';
import type {AppCommandCall} from './commands.ts';
import {HostBridge} from './host-bridge.ts';
import {isReachable} from './reachable.ts';
import {nextStatus, type AppSignal, type AppStatus} from './status.ts';

/** Until an app is called slow: milliseconds. */
const SLOW = 6000;
/** How long an app that used to answer may take after its page has loaded: milliseconds. */
const SILENCE = 10_000;

export interface AppFrameOptions {
  /** Checked: `resolveAppUrl`. */
  url: string;
  /** Who may be told the context, the app's own origin first; none where the app is isolated. */
  origins: readonly string[];
  aliases: readonly string[];
  /** Checked: permissions.ts. */
  sandbox: string;
  allow: string;
  referrerPolicy: string;
  clock?: Clock;
  getText(): string | undefined;
  getState(): AppState | undefined;
  perform(call: AppCommandCall, origin: string): Promise<unknown>;
  onStatus(status: AppStatus, detail: {origin?: string}): void;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One app in a frame: makes the frame, hears its window, and knows how it is doing.
 *
 * To be opened once its element has been put into a page, and closed when it leaves it; then it is of no more use.
 */
export class AppFrame {
  readonly element: HTMLIFrameElement;
  #options: AppFrameOptions;
  #clock: Clock;
  #bridge: HostBridge;
  #status: AppStatus = 'loading';
  #slow: unknown;
  #silence: unknown;
  #hasAnswered = false;
  #ending = new AbortController();

  constructor(options: AppFrameOptions) {
    this.#options = options;
    const {clock = pageClock, origins, aliases, getText, getState, perform} = options;
    this.#clock = clock;
    this.#bridge = new HostBridge({
      origins,
      aliases,
      clock,
      makeNonce,
      getText,
      getState,
      perform,
      post: (message, origin, transfer) =>
        this.element.contentWindow?.postMessage(message, {targetOrigin: origin, transfer}),
      onAnswer: () => {
        this.#hasAnswered = true;
        clock.clearTimeout(this.#silence);
        this.#signal('answer');
      },
      onForeign: (origin) => this.#signal('foreign', {origin}),
      onGone: () => this.#watchSilence(),
    });
    this.element = this.#createElement();
  }

  get status(): AppStatus {
    return this.#status;
  }

  /** Begins to listen. The frame begins to load by itself when it enters a page. */
  open(): void {
    const {signal} = this.#ending;
    window.addEventListener('message', this.#onMessage, {signal});
    this.element.addEventListener('load', this.#onLoad, {signal});
    this.#slow = this.#clock.setTimeout(() => {
      this.#signal('wait');
      void this.#probe();
    }, SLOW);
    this.#options.onStatus(this.#status, {});
  }

  /** The context or the desk's looks have changed. */
  changed(): void {
    this.#bridge.changed();
  }

  close(): void {
    this.#ending.abort();
    this.#bridge.close();
    this.#clock.clearTimeout(this.#slow);
    this.#clock.clearTimeout(this.#silence);
    this.element.remove();
  }

  #createElement(): HTMLIFrameElement {
    const {url, sandbox, allow, referrerPolicy} = this.#options;
    const frame = document.createElement('iframe');
    // What limits the page is there before the page.
    frame.setAttribute('sandbox', sandbox);
    frame.setAttribute('allow', allow);
    frame.setAttribute('referrerpolicy', referrerPolicy);
    frame.setAttribute('part', 'frame');
    frame.src = url;
    return frame;
  }

  /** Of all windows that can post to this one, the frame's own is heard. */
  #onMessage = ({source, data, origin}: MessageEvent<unknown>): void => {
    if (source === null || source !== this.element.contentWindow) return;
    // An isolated app cannot be told from any other page without an origin: it is shown, and told nothing.
    if (this.#options.origins.length) this.#bridge.receive({data, origin});
  };

  #onLoad = (): void => {
    this.#clock.clearTimeout(this.#slow);
    this.#signal('load');
    this.#bridge.loaded();
    void this.#probe();
  };

  async #probe(): Promise<void> {
    if (this.#hasAnswered) return;
    const {signal} = this.#ending;
    if ((await isReachable(this.#options.url, signal)) !== false || signal.aborted) return;
    if (!this.#hasAnswered) this.#signal('unreachable');
  }

  #watchSilence(): void {
    this.#clock.clearTimeout(this.#silence);
    this.#silence = this.#clock.setTimeout(() => this.#signal('silence'), SILENCE);
  }

  #signal(signal: AppSignal, detail: {origin?: string} = {}): void {
    const status = nextStatus(this.#status, signal);
    if (status === this.#status || this.#ending.signal.aborted) return;
    this.#status = status;
    this.#options.onStatus(status, detail);
  }
}
