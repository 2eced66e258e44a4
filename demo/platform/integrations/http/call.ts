import type {IncomingMessage} from 'node:http';
import {CODINGS, readBody} from './body.ts';
import {CallError} from './call-error.ts';
import {exchange, LATE, type Deadlines, type Outgoing, startDeadline} from './exchange.ts';
import {checkUrl, resolveUrl, systemResolve, type CallPolicy, type Resolve} from './guard.ts';

export interface CallRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly {readonly name: string; readonly value: string}[];
  readonly body: string | undefined;
}

export interface CallResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for anything that is no text. */
  readonly text: string;
  /** Bytes after decompression. */
  readonly bytes: number;
  readonly isTruncated: boolean;
}

export interface CallerOptions {
  readonly policy: CallPolicy;
  /** @default the system's resolver */
  readonly resolve?: Resolve;
  readonly deadlines?: Deadlines;
  /** Bytes of an answer after decompression. */
  readonly maxBody?: number;
}

/** Calls other systems, and holds every call to the policy. Nothing else on the platform opens connections outwards. */
export interface Caller {
  readonly policy: CallPolicy;
  /**
   * @param isCut an answer that is too large is cut off, rather than refused
   * @throws CallError
   */
  call(request: CallRequest, options?: {isCut?: boolean}): Promise<CallResponse>;
}

const DEADLINES: Deadlines = {connect: 3000, headers: 8000, total: 10_000};
const MAX_BODY = 1024 * 1024;
const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Of an answer's headers, what helps to understand it, and nothing that is a secret. */
const SHOWN_HEADERS =
  /^(?:content-(?:type|length|language|encoding)|cache-control|date|etag|expires|last-modified|retry-after|vary|x-request-id|x-ratelimit-[\w-]+)$/;
const IS_TEXT = /^(?:text\/|application\/(?:json|xml|javascript|problem\+json|[\w.+-]+\+(?:json|xml))\b)/i;

export function createCaller({
  policy,
  resolve = systemResolve,
  deadlines = DEADLINES,
  maxBody = MAX_BODY,
}: CallerOptions): Caller {
  async function follow(first: Outgoing, signal: AbortSignal): Promise<IncomingMessage> {
    let outgoing = first;
    for (let hop = 0; ; hop++) {
      const addresses = await untilAborted(resolveUrl(outgoing.url, policy, resolve), signal);
      const response = await exchange(outgoing, addresses, policy, deadlines, signal);
      const {location} = response.headers;
      if (!REDIRECTS.includes(response.statusCode!) || location === undefined) return response;
      response.destroy();
      if (hop === MAX_REDIRECTS) throw new CallError('redirect', 'The system redirects too often.');
      outgoing = redirect(outgoing, location, response.statusCode!);
    }
  }

  function redirect(from: Outgoing, location: string, status: number): Outgoing {
    if (!URL.canParse(location, from.url))
      throw new CallError('redirect', 'The system redirects to nowhere.');
    const url = checkUrl(new URL(location, from.url).href, policy);
    if (from.url.protocol === 'https:' && url.protocol !== 'https:')
      throw new CallError('redirect', 'The system redirects to an address without https.');
    const isSame = url.origin === from.url.origin;
    const keepsMethod = status >= 307 || from.method === 'GET';
    // The headers hold secrets and the body a contact's data, and both were meant for the first host.
    if (!isSame && keepsMethod && from.method !== 'GET')
      throw new CallError('redirect', 'The system redirects what was sent to another host.');
    const headers = isSame ? from.headers : ownHeaders;
    return keepsMethod ? {...from, url, headers} : {method: 'GET', url, headers, body: undefined};
  }

  return {
    policy,
    async call(request, {isCut = false} = {}) {
      const url = checkUrl(request.url, policy);
      url.hash = '';
      const ending = new AbortController();
      const stopWaiting = startDeadline(deadlines, deadlines.total, () =>
        ending.abort(new CallError('timeout', LATE)),
      );
      const headers = {
        ...ownHeaders,
        ...Object.fromEntries(request.headers.map(({name, value}) => [name.toLowerCase(), value])),
      };
      try {
        const response = await follow(
          {method: request.method, url, headers, body: request.body},
          ending.signal,
        );
        return await readResponse(response, maxBody, isCut);
      } catch (error) {
        throw ending.signal.aborted ? ending.signal.reason : error;
      } finally {
        stopWaiting();
      }
    },
  };
}

const ownHeaders = {accept: 'application/json', 'accept-encoding': CODINGS, 'user-agent': 'App-Inbox'};

async function readResponse(
  response: IncomingMessage,
  maxBody: number,
  isCut: boolean,
): Promise<CallResponse> {
  const type = response.headers['content-type'] ?? '';
  const headers = Object.fromEntries(
    Object.entries(response.headers)
      .filter(([name]) => SHOWN_HEADERS.test(name))
      .map(([name, value]) => [name, String(value)]),
  );
  const status = response.statusCode!;
  // Without a type it may be JSON all the same. What is no text is not even read.
  if (type && !IS_TEXT.test(type)) {
    response.destroy();
    return {status, headers, text: '', bytes: 0, isTruncated: false};
  }
  const {bytes, isTruncated} = await readBody(response, maxBody, isCut);
  return {status, headers, text: bytes.toString('utf8'), bytes: bytes.length, isTruncated};
}

/** Resolving a name cannot be ended, only left alone. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, {once: true});
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
