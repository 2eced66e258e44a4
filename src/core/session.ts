/**
 * Who is there, and the token that proves it.
 *
 *                        callback: token                 401
 *   idle ─► authenticating ─────────► authenticated ─────────────┐
 *              ▲   │  │ callback: ''                              │
 *              │   │  └─────────────► anonymous ── retry() ─┐    │
 *              │   └ callback fails ► expired ───────────┐  │    │
 *              └─────────────────────────────────────────┴──┴────┘        end() from anywhere ─► ended
 */
import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import type {SessionState} from './state.ts';

/** A callback that has not answered by then has failed (Ably's realtimeRequestTimeout is the same). */
const CALLBACK_TIMEOUT = 10_000;
/** More calls than these in a minute are a loop, and the site's backend must not feel it. */
const MAX_CALLS = 3;
const CALLS_WINDOW = 60_000;
/** Nobody's token is longer; a header of this size would be refused anyway. */
const MAX_TOKEN_LENGTH = 16_384;

/** The contact when the token does not tell: then a change of contact shows only by `''` or by logout. */
export const UNNAMED_CONTACT = '-';

export interface Session {
  readonly state: SessionState;
  /** A name for the contact that says nothing about them; undefined until a token was there. */
  readonly contact: string | undefined;
  /** Grows with every change of contact: an answer that began under another epoch is nobody's. */
  readonly epoch: number;
  /** The token to send. Asks the callback when there is none; rejects with an `InboxError`. */
  token(): Promise<string>;
  /** The platform gave the next token in exchange for `spent`. */
  rotate(spent: string, next: string): void;
  /** The platform refused `spent`: the next `token()` asks the callback. */
  refuse(spent: string): void;
  /** Nobody is known to be there any more; `retry` asks again. */
  forget(): void;
  /** Gives an unknown contact another chance, and the callback a fresh budget. */
  retry(): void;
  end(): void;
}

export interface SessionOptions {
  getAuthTokenCallback: () => Promise<string>;
  environment: Environment;
  /** After a change of `state` or `contact`. */
  onChange: () => void;
}

/** The contact that a token names: `c_<reference>.<secret>`. Any other token is opaque. */
function contactOf(token: string): string {
  return /^(c_[\w-]{8,64})\./.exec(token)?.[1] ?? UNNAMED_CONTACT;
}

/** What is wrong with a value that should be a token, in words for the site's developer. */
function findFault(value: unknown): string | undefined {
  if (typeof value !== 'string') return `gave ${value === null ? 'null' : typeof value}, not a string`;
  if (/^(undefined|null|\{.*)$/s.test(value)) return 'gave a stringified value, not the token itself';
  if (value.length > MAX_TOKEN_LENGTH || /[^\x21-\x7e]/.test(value)) return 'gave a string that is no token';
  return undefined;
}

export function createSession({getAuthTokenCallback, environment, onChange}: SessionOptions): Session {
  let state: SessionState = 'idle';
  let contact: string | undefined;
  let epoch = 0;
  let current = '';
  let refused = '';
  let asking: Promise<string> | undefined;
  let calls: number[] = [];

  function become(next: SessionState, nextContact: string | undefined): void {
    if (nextContact !== contact) epoch++;
    const hasChanged = next !== state || nextContact !== contact;
    state = next;
    contact = nextContact;
    if (hasChanged) onChange();
  }

  function ended(): InboxError {
    return new InboxError('ended', 'The session has ended');
  }

  /** The callback's answer, whatever it does. A late one is not looked at. */
  function call(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = environment.after(CALLBACK_TIMEOUT, () =>
        reject(new Error(`gave no answer in ${CALLBACK_TIMEOUT / 1000} s`)),
      );
      void new Promise((answer) => answer(getAuthTokenCallback())).then(resolve, reject).then(cancel); // a replaced Promise may know no more than `then`
    });
  }

  async function ask(): Promise<string> {
    const now = environment.elapsed();
    calls = calls.filter((at) => at > now - CALLS_WINDOW);
    if (calls.length >= MAX_CALLS) {
      throw new InboxError('token-failed', 'getAuthTokenCallback fails again and again', {
        retryAfter: calls[0]! + CALLS_WINDOW - now,
      });
    }
    // Without a network the callback fails for no fault of its own.
    if (environment.isOnline()) calls.push(now);
    become('authenticating', contact);
    const started = epoch;
    let value: unknown;
    let fault: string | undefined;
    let cause: unknown;
    try {
      value = await call();
      fault =
        findFault(value) ?? (value && value === refused ? 'gave the token that was just refused' : undefined);
    } catch (error) {
      cause = error;
      fault = error instanceof Error ? error.message : String(error);
    }
    if (epoch !== started || state === 'ended') throw ended();
    if (fault) {
      become('expired', contact);
      throw new InboxError('token-failed', `getAuthTokenCallback: ${fault}`, {cause});
    }
    current = value as string;
    become(current ? 'authenticated' : 'anonymous', current ? contactOf(current) : undefined);
    if (!current) throw unknownContact();
    return current;
  }

  function unknownContact(): InboxError {
    return new InboxError('unknown-contact', 'No contact is signed in');
  }

  return {
    get state() {
      return state;
    },
    get contact() {
      return contact;
    },
    get epoch() {
      return epoch;
    },
    token() {
      if (state === 'ended') return Promise.reject(ended());
      if (state === 'anonymous') return Promise.reject(unknownContact());
      if (current) return Promise.resolve(current);
      return (asking ??= ask().finally(() => (asking = undefined)));
    },
    rotate(spent, next) {
      if (state === 'authenticated' && current === spent && !findFault(next)) current = next;
    },
    refuse(spent) {
      refused = spent;
      if (current === spent) current = '';
    },
    forget() {
      if (state === 'ended') return;
      current = refused = '';
      become('anonymous', undefined);
    },
    retry() {
      calls = [];
      if (state === 'anonymous') become('idle', undefined);
    },
    end() {
      current = refused = '';
      epoch++;
      become('ended', undefined);
    },
  };
}
