import {
  CONNECT,
  PORT,
  type AppCommand,
  type AppCommandErrorCode,
  type AppCommands,
  type AppPart,
  type AppTheme,
  type GuestMessage,
  type HostMessage,
} from '../protocol/app-bridge.ts';
import {APP_CONTEXT_EVENT, FETCH_INFO, type AppContext} from '../protocol/app-context.ts';

/** Milliseconds until the desk is asked again, doubled each time: it may not listen yet, and old desks know no ports. */
const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 5000;
/** How long a desk that has spoken may take to offer a port, until it is taken for one that has none: milliseconds. */
const GRACE = 400;

/**
 * What an app knows of the conversation that it stands beside.
 *
 * **It proves nothing.** Any page can put an app into a frame and tell it anything; that is why the desk's origins are
 * named. And what an app's backend gets from a browser may be made up: only a signed token (`token()`), verified by that
 * backend, tells it whose data may be shown.
 */
export interface GuestContext extends AppContext {
  /** How the desk looks; not known of platforms that do not tell. */
  theme?: AppTheme;
}

export interface ConnectOptions<P extends AppPart = AppPart> {
  /** Where the desk may be: whole origins, `https://desk.example`. What any other page says is not heard. */
  allowedOrigins: readonly string[];
  /** What the app wants to know, and be told of when it changes. @default everything */
  parts?: readonly P[];
  /** Ends the connection. */
  signal?: AbortSignal;
}

/** `unsupported`: the platform around the app has no such thing. `closed`: the connection has ended. */
export type GuestErrorCode = AppCommandErrorCode | 'unsupported' | 'closed';

/** The desk cannot do what the app has asked for, or will not. */
export class GuestError extends Error {
  readonly code: GuestErrorCode;

  constructor(code: GuestErrorCode) {
    super(code);
    this.name = 'GuestError';
    this.code = code;
  }
}

/**
 * A connection to the desk. Iterated, it gives the context now and after each change; who is slow gets the latest.
 *
 * ```js
 * for await (const {contact} of connect({allowedOrigins: ['https://desk.example']})) show(contact);
 * ```
 */
export interface Guest<P extends AppPart = AppPart> extends AsyncIterable<Pick<GuestContext, P>> {
  /** The first context. Rejects with `closed` when the connection ends before it. */
  readonly context: Promise<Pick<GuestContext, P>>;
  /** Changes what the app wants to know. */
  subscribe(...parts: P[]): void;
  /** Asks for the height that the app needs: CSS pixels. */
  resize(height: number): Promise<void>;
  /** Opens a page in a new tab; right after a click of the agent, else it is refused. */
  openLink(url: string): Promise<void>;
  /** Shows the agent a line of text. */
  toast(text: string): Promise<void>;
  /** Lets the desk fetch the conversation again, for example after the app has changed it. */
  refresh(): Promise<void>;
  /**
   * The context, signed for this app's origin and good for a minute: a JWS that the app's backend verifies with the
   * platform's public keys. Nothing else proves to a backend what it is told.
   */
  token(): Promise<string>;
  close(): void;
}

/**
 * Connects a page in a dashboard-app frame to the desk around it. Copes with platforms that know no more than
 * `appContext` and `chatwoot-dashboard-app:fetch-info`: they give the context, and the rest is `unsupported`.
 *
 * @throws TypeError when `allowedOrigins` holds something else than origins
 */
export function connect<P extends AppPart = AppPart>(options: ConnectOptions<P>): Guest<P> {
  type Context = Pick<GuestContext, P>;
  const origins = options.allowedOrigins.map((origin) => new URL(origin).origin);
  const calls = new Map<number, {resolve: (value: unknown) => void; reject: (error: Error) => void}>();
  let parts = options.parts;
  let nonce: string;
  let port: MessagePort | undefined;
  /** Whether the desk knows no ports. */
  let isPlain = false;
  let isReady = false;
  let isClosed = false;
  let last: Context | undefined;
  let lastText = '';
  let id = 0;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout>;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let wake: () => void;
  let change: Promise<void>;
  const renew = (): void => {
    change = new Promise((resolve) => (wake = resolve));
  };
  renew();

  let settle: {resolve: (context: Context) => void; reject: (error: Error) => void};
  const context = new Promise<Context>((resolve, reject) => (settle = {resolve, reject}));
  // Whoever only iterates does not look at it.
  context.catch(() => {});

  const post = (message: unknown) => window.parent.postMessage(message, '*');
  const tell = (message: GuestMessage) => port!.postMessage(message);

  function take(data: unknown): void {
    if (typeof data !== 'object' || !data) return;
    clearTimeout(timer);
    isReady = true;
    const text = JSON.stringify(data);
    if (text === lastText) return;
    lastText = text;
    last = data as Context;
    settle.resolve(last);
    wake();
    renew();
  }

  function onPort({data}: MessageEvent<HostMessage>): void {
    if (data.type === 'context') take(data.data);
    else if (data.type === 'ping') tell({type: 'pong', id: data.id});
    else {
      const call = calls.get(data.id);
      calls.delete(data.id);
      if (data.type === 'result') call?.resolve(data.value);
      else call?.reject(new GuestError(data.code));
    }
  }

  function onMessage({source, origin, data, ports}: MessageEvent<unknown>): void {
    if (source !== window.parent || !origins.includes(origin)) return;
    if (typeof data === 'string') {
      try {
        const {event, data: said} = JSON.parse(data) as {event?: unknown; data?: unknown};
        // A port says more.
        if (event !== APP_CONTEXT_EVENT || port) return;
        if (isPlain) return take(said);
        clearTimeout(grace);
        grace = setTimeout(() => {
          isPlain = true;
          take(said);
        }, GRACE);
      } catch {
        // Not for us: other scripts talk to this window as well.
      }
      return;
    }
    const {type, nonce: answered, challenge} = (data ?? {}) as Record<string, unknown>;
    if (type !== PORT || answered !== nonce || !ports[0]) return;
    clearTimeout(timer);
    clearTimeout(grace);
    port = ports[0];
    port.onmessage = onPort;
    // Where browsers tell: the desk has given this connection up, and may give another.
    port.addEventListener('close', begin);
    tell({type: 'ready', challenge: challenge as string, parts});
  }

  function begin(): void {
    if (isClosed) return;
    port = undefined;
    nonce = crypto.getRandomValues(new Uint32Array(8)).join('-');
    pause = FIRST_PAUSE;
    ask();
  }

  function ask(): void {
    // Neither says anything that a stranger may not know.
    post({type: CONNECT, nonce});
    if (pause > FIRST_PAUSE) post(FETCH_INFO);
    timer = setTimeout(ask, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  async function command<C extends AppCommand>(
    name: C,
    parameters: AppCommands[C][0],
  ): Promise<AppCommands[C][1]> {
    if (!isReady) await context;
    if (isClosed) throw new GuestError('closed');
    if (!port) throw new GuestError('unsupported');
    return new Promise((resolve, reject) => {
      calls.set(++id, {resolve: resolve as (value: unknown) => void, reject});
      tell({type: 'command', id, name, parameters} as GuestMessage);
    });
  }

  function close(): void {
    isClosed = true;
    clearTimeout(timer);
    clearTimeout(grace);
    window.removeEventListener('message', onMessage);
    port?.close();
    const error = new GuestError('closed');
    settle.reject(error);
    for (const {reject} of calls.values()) reject(error);
    calls.clear();
    wake();
  }

  window.addEventListener('message', onMessage);
  begin();
  if (options.signal?.aborted) close();
  options.signal?.addEventListener('abort', close);

  return {
    context,
    async *[Symbol.asyncIterator]() {
      let seen: Context | undefined;
      while (!isClosed) {
        if (last && last !== seen) yield (seen = last);
        else await change;
      }
    },
    subscribe(...wanted) {
      parts = wanted;
      if (port) tell({type: 'subscribe', parts});
    },
    resize: async (height) => void (await command('resize', {height})),
    openLink: async (url) => void (await command('openLink', {url})),
    toast: async (text) => void (await command('toast', {text})),
    async refresh() {
      if (!isReady) await context;
      if (port) await command('refresh', {});
      else post(FETCH_INFO);
    },
    token: async () => (await command('token', {})).token,
    close,
  };
}
