import type {
  ClientRun,
  ClientRunResult,
  Contact,
  InboxIntegration,
  Integration,
  IntegrationDraft,
  Me,
  Page,
  RunResult,
  TestRequest,
  TestResult,
  Variable,
  View,
} from './records.ts';

export interface AgentClientOptions {
  /** The agents' API: `/desk/api/v1`. */
  baseUrl: string;
  /** Sent with every request: the session's `X-CSRF-Token`. */
  headers?: () => Record<string, string>;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** The platform refused, or could not be reached. `message` is for people. */
export class AgentApiError extends Error {
  override readonly name = 'AgentApiError';
  /** HTTP; 0: there was no answer. */
  readonly status: number;
  /** The platform's own code; `offline` and `invalid-response` where it gave none. */
  readonly code: string;
  /** What is wrong with what was sent, and where: `headers.0.name`. */
  readonly errors: readonly {path: string; message: string}[];

  constructor(
    status: number,
    code: string,
    message: string,
    details: {errors?: readonly {path: string; message: string}[]; cause?: unknown} = {},
  ) {
    super(message, {cause: details.cause});
    this.status = status;
    this.code = code;
    this.errors = details.errors ?? [];
  }
}

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: {path: string; message: string}[];
}

const part = encodeURIComponent;

/** The agents' API of contacts, views and integrations. Everything rejects with an `AgentApiError`. */
export function createAgentClient(options: AgentClientOptions) {
  const {baseUrl, headers = () => ({}), fetch: send = (url, init) => fetch(url, init)} = options;
  const base = baseUrl.replace(/\/+$/, '');

  async function call<T>(
    method: string,
    path: string,
    {body, signal}: {body?: unknown; signal?: AbortSignal} = {},
  ): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await send(base + path, {
        method,
        signal,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: {...headers(), ...(body !== undefined && {'Content-Type': 'application/json'})},
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      text = await response.text();
    } catch (cause) {
      // Who ended it knows.
      if (signal?.aborted) throw cause;
      throw new AgentApiError(0, 'offline', 'The platform could not be reached.', {cause});
    }
    const {ok, status} = response;
    let value: unknown;
    try {
      value = text ? JSON.parse(text) : undefined;
    } catch (cause) {
      throw new AgentApiError(status, 'invalid-response', 'The platform’s answer is not JSON.', {cause});
    }
    if (ok) return value as T;
    const {code = 'invalid-response', title = '', detail = '', errors} = (value ?? {}) as Problem;
    throw new AgentApiError(status, code, detail || title || 'That did not work. Try again.', {errors});
  }

  const listOf = async <T>(path: string, signal?: AbortSignal): Promise<T[]> =>
    (await call<{list: T[]}>('GET', path, {signal})).list;

  return {
    me: () => call<Me>('GET', '/me'),
    contacts: (query = '', cursor?: string | null, signal?: AbortSignal) =>
      call<Page<Contact>>('GET', `/contacts?query=${part(query)}${cursor ? `&cursor=${part(cursor)}` : ''}`, {
        signal,
      }),
    contact: (id: string, signal?: AbortSignal) => call<Contact>('GET', `/contacts/${part(id)}`, {signal}),
    views: (signal?: AbortSignal) => listOf<View>('/views', signal),
    variables: (signal?: AbortSignal) => listOf<Variable>('/variables', signal),

    integrations: (signal?: AbortSignal) => listOf<Integration>('/integrations', signal),
    integration: (id: string, signal?: AbortSignal) =>
      call<Integration>('GET', `/integrations/${part(id)}`, {signal}),
    /** Creates one without an id, and replaces the one with this id and version: 409 when it has changed since. */
    saveIntegration: (record: IntegrationDraft & {id?: string; version?: number}) =>
      record.id === undefined
        ? call<Integration>('POST', '/integrations', {body: record})
        : call<Integration>('PUT', `/integrations/${part(record.id)}`, {body: record}),
    removeIntegration: (id: string) => call<void>('DELETE', `/integrations/${part(id)}`),
    /** @param id undefined: what is tried out has never been saved */
    testIntegration: (id: string | undefined, request: TestRequest, signal?: AbortSignal) =>
      call<TestResult>('POST', `/integrations/${id === undefined ? '' : `${part(id)}/`}test`, {
        body: request,
        signal,
      }),
    runIntegration: (
      id: string,
      run: {contactId: string; inboxId: string; conversationId?: string | null; refresh?: boolean},
      signal?: AbortSignal,
    ) => call<RunResult>('POST', `/integrations/${part(id)}/run`, {body: run, signal}),
    /** What is attached to an inbox; profiles show those that are enabled, active and displayed. */
    inboxIntegrations: (inboxId: string, signal?: AbortSignal) =>
      listOf<InboxIntegration>(`/inboxes/${part(inboxId)}/integrations`, signal),
    runClientIntegration: (run: ClientRun, signal?: AbortSignal) =>
      call<ClientRunResult>('POST', '/client-integration/run', {body: run, signal}),
  };
}

export type AgentClient = ReturnType<typeof createAgentClient>;
