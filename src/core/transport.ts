import type {Environment} from './environment.ts';
import {InboxError} from './errors.ts';
import type {Session} from './session.ts';

/** A platform that has not answered by then is treated as unreachable: longer than a slow 4G page takes. */
const TIMEOUT = 15_000;
/** Browsers keep at most 64 KiB of bodies in flight that outlive their page (Fetch, 4.6), and refuse what is more. */
const MAX_KEEPALIVE_BODY = 60_000;
/** No platform may silence the inbox for longer, whatever its Retry-After says. */
const MAX_RETRY_AFTER = 3_600_000;

export interface RequestOptions {
  method?: 'GET' | 'POST';
  /** JSON. */
  body?: string;
  headers?: Record<string, string>;
  /** Lets the request outlive the page, where its body is small enough for that. */
  keepalive?: boolean;
  signal?: AbortSignal;
}

/** Requests to the platform as the session's contact. All of them reject with an `InboxError`. */
export interface Transport {
  /** Resolves with a successful answer whose body has not been read. */
  send(path: string, options?: RequestOptions): Promise<Response>;
  /** Resolves with the answer's JSON. */
  json(path: string, options?: RequestOptions): Promise<unknown>;
}

export interface TransportOptions {
  apiUrl: string;
  session: Session;
  environment: Environment;
  /** After each request: whether the platform could be reached. */
  onReach: (isReached: boolean) => void;
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('Retry-After');
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return wait >= 0 ? Math.min(wait, MAX_RETRY_AFTER) : undefined;
}

async function readProblem(response: Response): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  const code = (body as {code?: unknown} | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function changed(): InboxError {
  return new InboxError('ended', 'The contact has changed meanwhile');
}

export function createTransport({apiUrl, session, environment, onReach}: TransportOptions): Transport {
  const base = apiUrl.replace(/\/+$/, '');
  let queue: Promise<unknown> = Promise.resolve();

  /** One request, once, with a time limit on everything until `read` has its result. */
  function exchange<T>(
    path: string,
    token: string,
    options: RequestOptions,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const {signal} = options;
    const stop = new AbortController();
    const abort = () => stop.abort();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    return new Promise((resolve, reject) => {
      const cancel = environment.after(TIMEOUT, () => {
        // A request that does not end by being aborted must not keep the next one waiting.
        reject(new InboxError('timeout', `No answer in ${TIMEOUT / 1000} s`));
        abort();
      });
      void ask(path, token, options, stop.signal, read).then(resolve, reject).then(cancel);
    });
  }

  async function ask<T>(
    path: string,
    token: string,
    {method = 'GET', body, headers, keepalive}: RequestOptions,
    signal: AbortSignal,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    try {
      const response = await environment.fetch(base + path, {
        method,
        // Three bytes of UTF-8 for each unit of UTF-16, at most.
        keepalive: keepalive && (body?.length ?? 0) * 3 < MAX_KEEPALIVE_BODY,
        signal,
        // The token is the proof, never a cookie; and no answer of a contact belongs into a shared cache.
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          'ES-TOKEN': token,
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...headers,
        },
        body,
      });
      onReach(true);
      return await read(response);
    } catch (cause) {
      if (signal.aborted) throw new InboxError('ended', 'The request was given up', {cause});
      if (cause instanceof InboxError) throw cause;
      onReach(false);
      throw new InboxError('offline', 'The platform could not be reached', {cause});
    }
  }

  /** With the session's token, which the exchange spends; a refused one is renewed once. */
  async function authorized<T>(
    path: string,
    options: RequestOptions,
    read: (response: Response) => Promise<T>,
    boundTo?: number,
    isRepeat = false,
  ): Promise<T> {
    const token = await session.token();
    const {epoch} = session;
    const isForeign = () => epoch !== session.epoch || (boundTo ?? epoch) !== epoch;
    if (isForeign()) throw changed();
    const result = await exchange(path, token, options, async (response) => {
      if (isForeign()) throw changed();
      if (response.status === 401) return undefined;
      session.rotate(token, response.headers.get('ES-TOKEN') ?? token);
      if (!response.ok) throw await readFailure(response);
      return {value: await read(response)};
    });
    if (isForeign()) throw changed();
    if (result) return result.value;
    session.refuse(token);
    if (isRepeat) throw new InboxError('unauthorized', 'The platform refuses a new token', {status: 401});
    return authorized(path, options, read, epoch, true);
  }

  async function readFailure(response: Response): Promise<InboxError> {
    const {status, headers} = response;
    const isTemporary = status === 408 || status === 429 || status >= 500;
    return new InboxError(isTemporary ? 'unavailable' : 'refused', `The platform answered ${status}`, {
      status,
      retryAfter: readRetryAfter(headers, environment.now()),
      problem: await readProblem(response),
    });
  }

  function enqueue<T>(
    path: string,
    options: RequestOptions,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    // What one contact asked for is never sent with the next one's token.
    const boundTo = session.contact === undefined ? undefined : session.epoch;
    const result = queue.then(() => authorized(path, options, read, boundTo));
    queue = result.catch(() => {});
    return result;
  }

  return {
    // One at a time: each request needs the token that the answer before it brought.
    send: (path, options = {}) => enqueue(path, options, (response) => Promise.resolve(response)),
    json: (path, options = {}) =>
      enqueue(path, options, (response) =>
        response.json().catch((cause: unknown) => {
          // By name: WebKit rejects with a DOMException of that name.
          if ((cause as Error).name !== 'SyntaxError') throw cause;
          throw new InboxError('invalid-response', 'The platform answered something that is not JSON', {
            cause,
          });
        }),
      ),
  };
}
