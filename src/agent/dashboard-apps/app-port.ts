import type {Clock} from '../../elements/base/page-clock.ts';
import {APP_PARTS, type AppPart, type AppState, type HostMessage} from '../../protocol/app-bridge.ts';
import {AppCommandError, readCommand, readParts, type AppCommandCall} from './commands.ts';
import {Allowance} from './timing.ts';

/** How long the page that connected may take to show that it is still there: milliseconds. */
const PATIENCE = 5000;
/** Messages that an app may send on its port. Pages that follow their own height need most. */
const RATE = {perSecond: 30, burst: 60};

export interface AppPortOptions {
  port: MessagePort;
  /** What the app must say first: it proves that the port is in the hands to which it was sent. */
  challenge: string;
  clock: Clock;
  /** All that an app can know now; undefined while there is no conversation. */
  getState(): AppState | undefined;
  /** The app has shown that it holds the port. */
  onReady(): void;
  /** Carries a command out. Rejects with `AppCommandError` for a reason that the app may know. */
  perform(call: AppCommandCall): Promise<unknown>;
  /** The page that connected is gone. */
  onGone(): void;
}

/** The desk's end of a port to one page of an app. Until the page has answered the challenge, nothing is said on it. */
export class AppPort {
  #options: AppPortOptions;
  #isReady = false;
  #parts: readonly AppPart[] = APP_PARTS;
  /** What the app was last told, part by part, so that it hears only of changes. */
  #told = new Map<AppPart, string>();
  #allowance: Allowance;
  #pings = 0;
  #patience: unknown;

  constructor(options: AppPortOptions) {
    this.#options = options;
    this.#allowance = new Allowance(options.clock, RATE);
    options.port.onmessage = ({data}: MessageEvent<unknown>) => this.#receive(data);
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Tells the app its parts, if one of them has changed since it was last told. */
  tell(): void {
    const state = this.#options.getState();
    if (!this.#isReady || !state) return;
    const texts = this.#parts.map((part) => [part, JSON.stringify(state[part])] as const);
    if (texts.every(([part, text]) => this.#told.get(part) === text)) return;
    this.#told = new Map(texts);
    // Out of the text, so that what is sent can be sent: no functions, no elements.
    const data = Object.fromEntries(texts.map(([part, text]) => [part, JSON.parse(text ?? 'null')]));
    this.#send({type: 'context', data: data});
  }

  /** A page has loaded in the frame: asks whether it is still the one that holds the port. */
  check(): void {
    const {clock} = this.#options;
    clock.clearTimeout(this.#patience);
    this.#send({type: 'ping', id: ++this.#pings});
    this.#patience = clock.setTimeout(() => this.#options.onGone(), PATIENCE);
  }

  close(): void {
    this.#isReady = false;
    this.#options.clock.clearTimeout(this.#patience);
    this.#options.port.onmessage = null;
    this.#options.port.close();
  }

  #send(message: HostMessage): void {
    this.#options.port.postMessage(message);
  }

  #receive(data: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    const message = data as Record<string, unknown>;
    if (!this.#isReady) {
      if (message.type !== 'ready' || message.challenge !== this.#options.challenge) return;
      this.#isReady = true;
      this.#parts = readParts(message.parts);
      this.#options.onReady();
      this.tell();
      return;
    }
    if (message.type === 'pong') {
      if (message.id === this.#pings) this.#options.clock.clearTimeout(this.#patience);
    } else if (message.type === 'command') void this.#perform(message);
    else if (message.type === 'subscribe' && this.#allowance.take()) {
      this.#parts = readParts(message.parts);
      this.#told.clear();
      this.tell();
    }
  }

  async #perform({id, name, parameters}: Record<string, unknown>): Promise<void> {
    if (typeof id !== 'number') return;
    try {
      if (!this.#allowance.take()) throw new AppCommandError('too-many');
      const value = await this.#options.perform(readCommand(name, parameters));
      this.#send({type: 'result', id, value: value ?? null});
    } catch (error) {
      // What else went wrong is the desk's own affair.
      this.#send({type: 'error', id, code: error instanceof AppCommandError ? error.code : 'failed'});
    }
  }
}
