import type {Answer} from './answer.ts';
import {openStream, type TestStream} from './stream.ts';
import type {TestPlatform} from './platform.ts';

/** A contact's browser: it begins with a token from the backend, and goes on with those that the answers bring. */
export interface TestContact {
  readonly externalCustomerId: string;
  token: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** The titles in the list, first to last. */
  titles(query?: string): Promise<string[]>;
  count(): Promise<number>;
  /** Reports events, each with a new key unless it has one. */
  report(...events: Record<string, unknown>[]): Promise<Answer>;
  stream(headers?: Record<string, string>): Promise<TestStream>;
  /** Another device of the same person. */
  elsewhere(): Promise<TestContact>;
}

let keys = 0;

export async function createTestContact(
  platform: TestPlatform,
  externalCustomerId: string,
): Promise<TestContact> {
  const {body} = await platform.backend('POST', '/v1/auth/contact/token', {externalCustomerId});

  async function call(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> {
    const answer = await platform.request(method, `/appinbox/v1${path}`, {
      headers: {
        'ES-TOKEN': it.token,
        ...(body !== undefined && {'Content-Type': 'application/json'}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    it.token = answer.headers.get('ES-TOKEN') ?? it.token;
    return answer;
  }

  const it: TestContact = {
    externalCustomerId,
    token: body.token,
    get: (path, headers = {}) => call('GET', path, headers),
    post: (path, body) => call('POST', path, {}, body),
    async titles(query = '') {
      const {body} = await it.get(`/messages${query}`);
      return body.list.map(({title}) => title);
    },
    count: async () => (await it.get('/messages/count')).body.count,
    report: (...events) =>
      it.post('/events', {
        events: events.map((event) => ({key: `key-${++keys}`, at: platform.clock.now(), ...event})),
      }),
    async stream(headers = {}) {
      const stream = await openStream(`${platform.url}/appinbox/v1/stream`, {
        'ES-TOKEN': it.token,
        ...headers,
      });
      it.token = stream.token;
      return stream;
    },
    elsewhere: () => createTestContact(platform, externalCustomerId),
  };
  return it;
}
