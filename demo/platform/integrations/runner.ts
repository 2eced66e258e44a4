import type {Clock} from '../clock.ts';
import {cacheKeyOf, type AnswerCache, type CachedAnswer} from './cache.ts';
import {openHeaders, type OpenHeader} from './headers.ts';
import {CallError, type CallErrorCode} from './http/call-error.ts';
import type {Caller, CallRequest, CallResponse} from './http/call.ts';
import {recordOf, type IntegrationRow} from './integrations.ts';
import {parseAnswer} from './json.ts';
import {createMask, maskHeader} from './mask.ts';
import type {Secrets} from './secrets.ts';
import {substitute} from './substitute.ts';
import type {Turns} from './turns.ts';
import type {Scope} from './variables.ts';

export type CacheState = 'hit' | 'miss' | 'bypass';

interface Failure {
  code: CallErrorCode;
  message: string;
}

export interface RunResult {
  data: unknown;
  status: number | null;
  /** Epoch, milliseconds. */
  fetchedAt: number;
  cache: CacheState;
  error: Failure | null;
}

export interface TestResult {
  request: {
    method: string;
    url: string;
    headers: {name: string; value: string}[];
    body: string | null;
  } | null;
  response: {
    status: number;
    headers: Record<string, string>;
    body: string;
    bytes: number;
    isTruncated: boolean;
  } | null;
  milliseconds: number;
  cache: CacheState;
  /** ISO 8601: from when the answer is that profiles show meanwhile; null: none is kept. */
  keptAt: string | null;
  error: Failure | null;
}

/** Makes the calls of integrations. Never throws for what another system did. */
export interface Runner {
  /** @param refresh asks the system, whatever is kept; its answer is kept again */
  run(integration: IntegrationRow, scope: Scope, refresh: boolean): Promise<RunResult>;
  /** Asks the system once, and shows everything that may be shown. */
  test(integration: IntegrationRow, scope: Scope): Promise<TestResult>;
}

export interface RunnerParts {
  readonly caller: Caller;
  readonly cache: AnswerCache;
  readonly secrets: Secrets;
  readonly turns: Turns;
  readonly clock: Clock;
}

const MINUTE = 60_000;

/** What a refusal means to whoever reads it. */
function explain(status: number): string {
  if (status === 401 || status === 403)
    return `The system refused the call (${status}). Its credentials may be wrong.`;
  if (status === 404) return 'The system knows nothing of this contact (404).';
  if (status === 429) return 'The system is asked too often (429). Try again later.';
  if (status >= 500) return `The system has a problem of its own (${status}).`;
  return `The system refused the call (${status}).`;
}

export function readFailure(error: unknown): Failure {
  if (error instanceof CallError) return {code: error.code, message: error.message};
  console.error('An integration’s call failed:', error);
  return {code: 'unreachable', message: 'The system could not be reached.'};
}

/** @throws CallError `http-status` */
export function requireSuccess({status}: CallResponse): void {
  if (status < 200 || status > 299) throw new CallError('http-status', explain(status));
}

const keyOf = ({team_id: teamId, id: integrationId, version}: IntegrationRow, request: CallRequest) =>
  cacheKeyOf({teamId, integrationId, version, request});

const secretsOf = (headers: readonly OpenHeader[]) =>
  headers.filter(({isSecret}) => isSecret).map(({value}) => value);

export function createRunner({caller, cache, secrets, turns, clock}: RunnerParts): Runner {
  /** Calls that are under way, so that two agents who open the same contact make one. */
  const running = new Map<string, Promise<CachedAnswer>>();

  function prepare(integration: IntegrationRow, scope: Scope): {request: CallRequest; headers: OpenHeader[]} {
    const {team_id, id, method, url, query, body} = integration;
    const headers = openHeaders(integration.headers, secrets, recordOf(team_id, id));
    return {request: substitute({method, url, query, headers, body}, scope), headers};
  }

  async function fetchAnswer(
    integration: IntegrationRow,
    request: CallRequest,
    headers: readonly OpenHeader[],
    key: string,
  ): Promise<CachedAnswer> {
    const response = await turns.take(integration.team_id, () => caller.call(request));
    requireSuccess(response);
    const data = parseAnswer(createMask(secretsOf(headers))(response.text));
    const answer = {data, status: response.status, fetchedAt: clock.now()};
    // Parsed, it takes some more room than as text.
    cache.set(key, answer, integration.cache_minutes * MINUTE, response.bytes * 4 + 1024);
    return answer;
  }

  return {
    async run(integration, scope, refresh) {
      const isCached = integration.cache_minutes > 0 && !refresh;
      const state = isCached ? 'miss' : 'bypass';
      let status: number | null = null;
      try {
        const {request, headers} = prepare(integration, scope);
        const key = keyOf(integration, request);
        const kept = isCached ? cache.get(key) : undefined;
        if (kept) return {...kept, cache: 'hit', error: null};
        let answering = isCached ? running.get(key) : undefined;
        if (!answering) {
          answering = fetchAnswer(integration, request, headers, key);
          running.set(key, answering);
          const forget = () => {
            if (running.get(key) === answering) running.delete(key);
          };
          answering.then(forget, forget);
        }
        const answer = await answering;
        status = answer.status;
        return {...answer, cache: state, error: null};
      } catch (error) {
        return {data: null, status, fetchedAt: clock.now(), cache: state, error: readFailure(error)};
      }
    },

    async test(integration, scope) {
      const result: TestResult = {
        request: null,
        response: null,
        milliseconds: 0,
        cache: 'bypass',
        keptAt: null,
        error: null,
      };
      let begin = performance.now();
      try {
        const {request, headers} = prepare(integration, scope);
        const kept = cache.get(keyOf(integration, request));
        result.keptAt = kept ? new Date(kept.fetchedAt).toISOString() : null;
        const mask = createMask(secretsOf(headers));
        const isSecret = (name: string) =>
          headers.some((header) => header.isSecret && header.name.toLowerCase() === name.toLowerCase());
        result.request = {
          method: request.method,
          url: mask(request.url),
          headers: request.headers.map(({name, value}) =>
            maskHeader({
              name,
              value: Buffer.from(value, 'latin1').toString('utf8'),
              isSecret: isSecret(name),
            }),
          ),
          body: request.body === undefined ? null : mask(request.body),
        };
        const response = await turns.take(integration.team_id, () => {
          // Waiting for a turn is not the system's fault.
          begin = performance.now();
          return caller.call(request, {isCut: true});
        });
        const {status, bytes, isTruncated} = response;
        const shown = Object.entries(response.headers).map(([name, value]) => [name, mask(value)]);
        result.response = {
          status,
          headers: Object.fromEntries(shown) as Record<string, string>,
          body: mask(response.text),
          bytes,
          isTruncated,
        };
        requireSuccess(response);
        if (isTruncated)
          throw new CallError('too-large', 'The answer is too large. Only its beginning is shown.');
        parseAnswer(response.text);
      } catch (error) {
        result.error = readFailure(error);
      }
      result.milliseconds = Math.round(performance.now() - begin);
      return result;
    },
  };
}
