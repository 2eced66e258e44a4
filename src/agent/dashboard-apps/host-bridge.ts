import type {Clock} from '../../elements/base/page-clock.ts';
import {CONNECT, PORT, type AppState, type PortMessage} from '../../protocol/app-bridge.ts';
import type {AppCommandCall} from './commands.ts';
import {AppPort} from './app-port.ts';
import {isFetchInfo} from './fetch-info.ts';
import {Allowance, Debounce, Throttle} from './timing.ts';

/** Changes that come together are told together: milliseconds. */
const DEBOUNCE = {pause: 100, limit: 1000};
/** Between two answers to an app that asks and asks: milliseconds. */
const ANSWER_PAUSE = 250;
/** Messages from the frame that are looked at. */
const RATE = {perSecond: 50, burst: 100};
/** Handshakes of one frame; an app's pages are not that many. */
const MAX_HANDSHAKES = 100;
const NONCE = /^[\w-]{16,100}$/;

export interface HostBridgeOptions {
  /** Who may be told: the app's own origin first, then those that it may move to. Exact. */
  origins: readonly string[];
  /** Other names under which apps ask for the context. */
  aliases: readonly string[];
  clock: Clock;
  /** Posts to the frame. The browser delivers it to a page of exactly that origin, and to no other. */
  post(message: unknown, origin: string, transfer?: Transferable[]): void;
  /** Unguessable text. */
  makeNonce(): string;
  /** The context as text for apps that listen; undefined while there is none. */
  getText(): string | undefined;
  getState(): AppState | undefined;
  perform(call: AppCommandCall, origin: string): Promise<unknown>;
  /** The app has said something that it can only say from its own origin. */
  onAnswer(): void;
  /** A page of another origin in the frame has said something. */
  onForeign(origin: string): void;
  /** The page that held the port is gone, and no other has taken its place. */
  onGone(): void;
}

/** A message of the frame's window: whose window it is has been checked by who hands it over. */
export interface FrameMessage {
  data: unknown;
  origin: string;
}

/**
 * The desk's side of the talk with one app, without a window: who is answered, when, and what.
 *
 * Apps that only listen get the context as a text, posted to their own origin. Apps that connect get it on a port, and
 * no longer as a text unless they ask.
 */
export class HostBridge {
  #options: HostBridgeOptions;
  #port?: AppPort;
  #nonces = new Set<string>();
  /** Whether there is a page of the app that can be told. */
  #isThere = false;
  #allowance: Allowance;
  #answer: Throttle;
  #change: Debounce;

  constructor(options: HostBridgeOptions) {
    this.#options = options;
    this.#allowance = new Allowance(options.clock, RATE);
    this.#answer = new Throttle(options.clock, () => this.#postText(), ANSWER_PAUSE);
    this.#change = new Debounce(options.clock, () => this.#tellChange(), DEBOUNCE);
  }

  /** A page has loaded in the frame. */
  loaded(): void {
    this.#isThere = true;
    if (this.#port?.isReady) this.#port.check();
    else this.#answer.call();
  }

  /** Something of the context, or of the desk's looks, has changed. */
  changed(): void {
    this.#change.call();
  }

  receive({data, origin}: FrameMessage): void {
    if (!this.#allowance.take()) return;
    const {origins, aliases, onAnswer, onForeign} = this.#options;
    if (!origins.includes(origin)) return onForeign(origin);
    if (isFetchInfo(data, aliases)) {
      this.#isThere = true;
      onAnswer();
      this.#answer.call();
    } else if (typeof data === 'object' && data !== null) {
      const {type, nonce} = data as Record<string, unknown>;
      if (type === CONNECT && typeof nonce === 'string' && NONCE.test(nonce)) this.#connect(nonce, origin);
    }
  }

  close(): void {
    this.#answer.cancel();
    this.#change.cancel();
    this.#port?.close();
    this.#port = undefined;
    this.#isThere = false;
  }

  /** A nonce is good for one port: whoever repeats one that they have seen gets nothing. */
  #connect(nonce: string, origin: string): void {
    if (this.#nonces.has(nonce) || this.#nonces.size >= MAX_HANDSHAKES) return;
    this.#nonces.add(nonce);
    this.#port?.close();
    const {port1, port2} = new MessageChannel();
    const {clock, getState, perform, onAnswer, onGone, makeNonce, post} = this.#options;
    const challenge = makeNonce();
    const port: AppPort = new AppPort({
      port: port1,
      challenge,
      clock,
      getState,
      perform: (call) => perform(call, origin),
      onReady: () => {
        this.#isThere = true;
        this.#answer.cancel();
        onAnswer();
      },
      onGone: () => {
        if (this.#port !== port) return;
        port.close();
        this.#port = undefined;
        // Whoever is there now may be one that only listens.
        this.#postText();
        onGone();
      },
    });
    this.#port = port;
    const message: PortMessage = {type: PORT, nonce, challenge};
    post(message, origin, [port2]);
  }

  #tellChange(): void {
    if (this.#port?.isReady) this.#port.tell();
    else if (this.#isThere) this.#postText();
  }

  #postText(): void {
    const text = this.#options.getText();
    if (text === undefined) return;
    // Only one of them can be the origin of the page that is there.
    for (const origin of this.#options.origins) this.#options.post(text, origin);
  }
}
