import {randomBytes} from 'node:crypto';
import type {Context} from 'hono';
import {getCookie, setCookie} from 'hono/cookie';

/** A working day: long enough to look around, short enough for a shared computer. */
const LIFETIME = 8 * 60 * 60 * 1000;
/** Keeps a flood of visitors from eating the memory: past it, the session that was used longest ago goes. */
const MAX_SESSIONS = 10_000;

export interface SessionOptions {
  /** Name of the cookie. */
  cookie: string;
  /** The cookie goes to addresses below this path only. */
  path: string;
  sameSite: 'Lax' | 'Strict';
  /** Epoch, milliseconds. */
  now?: () => number;
}

/**
 * Server sessions: the cookie holds a random id and nothing else, the data stays in this process.
 *
 * They end after eight hours without a request, and when the process does.
 */
export class Sessions<T extends object> {
  readonly #options: SessionOptions;
  readonly #now: () => number;
  readonly #entries = new Map<string, {data: T; expiresAt: number}>();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** The session of this request, or undefined. */
  read(c: Context): T | undefined {
    const id = getCookie(c, this.#options.cookie);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (id === undefined || !entry) return undefined;
    this.#entries.delete(id);
    if (entry.expiresAt <= this.#now()) return undefined;
    // Put back at the end: a Map remembers the order, so the first entry is the one used longest ago.
    this.#entries.set(id, {data: entry.data, expiresAt: this.#now() + LIFETIME});
    return entry.data;
  }

  /**
   * Starts a session and ends the one that the request came with: an id that somebody planted in the browser before
   * the sign-in is worth nothing after it.
   */
  start(c: Context, data: T): T {
    this.#forget(c);
    const id = randomBytes(32).toString('base64url');
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size < MAX_SESSIONS) break;
      this.#entries.delete(oldest);
    }
    this.#entries.set(id, {data, expiresAt: this.#now() + LIFETIME});
    setCookie(c, this.#options.cookie, id, this.#attributes(c));
    return data;
  }

  /** Ends the session of this request, here and in the browser. */
  end(c: Context): void {
    this.#forget(c);
    setCookie(c, this.#options.cookie, '', {...this.#attributes(c), maxAge: 0});
  }

  #forget(c: Context): void {
    const id = getCookie(c, this.#options.cookie);
    if (id !== undefined) this.#entries.delete(id);
  }

  #attributes(c: Context) {
    const {path, sameSite} = this.#options;
    return {path, sameSite, httpOnly: true, secure: new URL(c.req.url).protocol === 'https:'} as const;
  }
}
