import {after} from 'node:test';
import {createPlatform, type Platform, type PlatformOptions} from '../../../demo/platform/platform.ts';
import {listen} from '../../../demo/platform/server.ts';
import {readAnswer, type Answer} from './answer.ts';
import {createTestClock, type TestClock} from './clock.ts';
import {createTestContact, type TestContact} from './contact.ts';
import {createTestDatabase} from './database.ts';

export const SITE = '11111111-1111-4111-8111-111111111111';
export const OTHER_SITE = '22222222-2222-4222-8222-222222222222';
export const KEY = 'key-of-the-first-site-1234567890';
export const OTHER_KEY = 'key-of-the-other-site-1234567890';
/** May use the contact API of the other site. */
export const OTHER_ORIGIN = 'https://other.example';

/** Tests try many passwords, and nobody is after them. */
const CHEAP = {logN: 4, r: 1, p: 1};

export interface TestPlatform {
  url: string;
  clock: TestClock;
  platform: Platform;
  /** What is on the disk, as bytes, where the database is an embedded one. */
  dump(): Promise<Buffer>;
  /** Any request, as it stands. */
  request: (
    method: string,
    path: string,
    options?: {headers?: Record<string, string>; body?: string},
  ) => Promise<Answer>;
  /** A request of the first site's backend. */
  backend: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Creates a contact of the first site. Without a name of their own they get a new one. */
  contact(details?: Record<string, unknown>): Promise<TestContact>;
  /** Sends a message, and says its id. */
  send(to: TestContact | TestContact[], message?: Record<string, unknown>): Promise<string>;
}

/**
 * A platform with two sites on a port of its own, until the end of the test file.
 *
 * @param clock give one that begins now where something with the machine's clock looks at the platform's dates
 */
export async function startPlatform({
  clock = createTestClock(),
  ...options
}: Partial<PlatformOptions> & {clock?: TestClock} = {}): Promise<TestPlatform> {
  const database = await createTestDatabase();
  const platform = await createPlatform({
    database: database.location,
    clock,
    passwordCost: CHEAP,
    ...options,
  });
  await platform.putSite({id: SITE, name: 'First', origins: ['loopback'], apiKey: KEY});
  await platform.putSite({id: OTHER_SITE, name: 'Other', origins: [OTHER_ORIGIN], apiKey: OTHER_KEY});
  const server = await listen(0, '127.0.0.1');
  server.answerWith(platform);
  after(async () => {
    await server.close();
    await platform.close();
    await database.release();
  });
  const url = `http://127.0.0.1:${server.port}`;
  let contacts = 0;

  const it: TestPlatform = {
    url,
    clock,
    platform,
    dump: () => database.dump(),
    request: async (method, path, {headers, body} = {}) =>
      readAnswer(await fetch(url + path, {method, headers, body})),
    backend: (method, path, body, headers) =>
      it.request(method, path, {
        headers: {Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', ...headers},
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    async contact(details = {}) {
      const externalCustomerId = `customer-${++contacts}`;
      await it.backend('POST', '/v1/contacts', {externalCustomerId, ...details});
      return createTestContact(it, String(details.externalCustomerId ?? externalCustomerId));
    },
    async send(to, message = {}) {
      const contacts = [to].flat().map(({externalCustomerId}) => ({externalCustomerId}));
      const {status, body} = await it.backend('POST', '/v1/messages', {contacts, title: 'Hello', ...message});
      if (status !== 201) throw new Error(`Sending was answered ${status}: ${JSON.stringify(body)}`);
      return body.id;
    },
  };
  return it;
}
