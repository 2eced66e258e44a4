import {ChatApiError} from './errors.ts';
import {parseJson} from './parse-json.ts';
import {isFields, readText} from './read.ts';

export interface RequestOptions {
  baseUrl: string;
  apiKey: string;
  userId: string | number;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** How often a request is repeated that may succeed later. */
  retries: number;
  /** Milliseconds until the headers of an answer are there. */
  timeout: number;
  /** Resolves after so many milliseconds, or rejects when the signal says so. */
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  random: () => number;
  /** Epoch, milliseconds. */
  now: () => number;
}

export type Query = readonly (readonly [name: string, value: string])[];

/** Resolves with an answer of status 200 whose body has not been read. */
export type Send = (
  operation: string,
  segments: readonly string[],
  query: Query,
  signal?: AbortSignal,
) => Promise<Response>;

/** The pause before the first repeat, and the longest that the platform's wish may make it: milliseconds. */
const FIRST_PAUSE = 500;
const MAX_PAUSE = 60_000;

/** One segment of a path. Dots alone would be read as "here" and "one up", and lead to another operation. */
function segment(value: string, name: string): string {
  if (!value || value === '.' || value === '..')
    throw new ChatApiError('invalid-argument', `${name} must not be ${value ? `"${value}"` : 'empty'}`);
  return encodeURIComponent(value);
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('Retry-After');
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return wait >= 0 ? wait : undefined;
}

async function readFailure(response: Response, now: number): Promise<ChatApiError> {
  const {status, headers} = response;
  const body = await response
    .text()
    .then(parseJson)
    .catch(() => undefined);
  return failureOf(body, status, readRetryAfter(headers, now));
}

/** An answer that is no success, as an error: the envelope of errors is not the same everywhere. */
export function failureOf(body: unknown, status: number, retryAfter?: number): ChatApiError {
  const error = isFields(body) ? body.error : undefined;
  const message =
    readText(isFields(error) ? error.message : error) || (isFields(body) ? readText(body.message) : '');
  const platformCode = isFields(error) ? readText(error.code) || undefined : undefined;
  const isTemporary = status === 408 || status === 429 || status >= 500;
  return new ChatApiError(
    isTemporary ? 'unavailable' : 'refused',
    `The platform answered ${status}${message ? `: ${message.slice(0, 300)}` : ''}`,
    {status, platformCode, retryAfter},
  );
}

const isTransient = ({code}: ChatApiError) => ['unreachable', 'timeout', 'unavailable'].includes(code);

/** Sends requests, and repeats those that may succeed later: all of them only read. */
export function createSend(options: RequestOptions): Send {
  const {baseUrl, apiKey, userId, retries, timeout, wait, random, now} = options;
  const base = baseUrl.replace(/\/+$/, '');
  const account = [segment(apiKey, 'apiKey'), segment(String(userId), 'userId')];

  async function attempt(url: string, signal?: AbortSignal): Promise<Response> {
    const stop = new AbortController();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      stop.abort();
    }, timeout);
    try {
      const response = await options.fetch(url, {
        // The address holds the key: it is told to nobody else.
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        headers: {Accept: 'application/json, text/csv'},
        // After the headers only the caller's own signal ends the reading of the body.
        signal: signal ? AbortSignal.any([stop.signal, signal]) : stop.signal,
      });
      if (response.ok) return response;
      throw await readFailure(response, now());
    } catch (error) {
      if (signal?.aborted) throw new ChatApiError('aborted', 'The request was given up');
      if (isLate) throw new ChatApiError('timeout', `No answer in ${timeout} ms`);
      if (error instanceof ChatApiError) throw error;
      // Without the cause: what the runtime says of it may hold the address.
      throw new ChatApiError('unreachable', 'The platform could not be reached');
    } finally {
      clearTimeout(timer);
    }
  }

  return async (operation, segments, query, signal) => {
    const path = [
      operation,
      ...account,
      ...segments.map((value) => segment(value, 'a part of the path')),
    ].join('/');
    const search = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
    const url = `${base}/message/${path}${search && `?${search}`}`;
    for (let failures = 0; ; failures++) {
      try {
        return await attempt(url, signal);
      } catch (error) {
        const failure = error as ChatApiError;
        if (!isTransient(failure) || failures >= retries) throw failure;
        // "Full jitter", so that clients that failed together do not come back together.
        const pause = random() * FIRST_PAUSE * 2 ** failures + (failure.retryAfter ?? 0);
        await wait(Math.min(pause, MAX_PAUSE), signal);
      }
    }
  };
}
