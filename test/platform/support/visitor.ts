import {readAnswer, type Answer} from './answer.ts';
import {SITE, type TestPlatform} from './platform.ts';
import {openStream, type TestStream} from './stream.ts';

/** What the conversations' routes answer with, together. */
export interface ChatBody {
  token?: string;
  hasConversation: boolean;
  messages: TestMessage[];
  state: {
    agent: {name: string} | null;
    isAway: boolean;
    unread: number;
    readByAgent: number;
    rating: number | null;
    status: string;
  };
  results: {key: string; result: string; code?: string}[];
  id: string;
  type: string;
  name: string;
}

export interface TestMessage {
  id: number;
  author: string;
  name: string;
  text: string;
  at: number;
  key: string | null;
  attachments: {id: string; name: string; type: string; size: number}[];
}

export type ChatAnswer = Omit<Answer, 'body'> & {body: ChatBody};

const CHROME =
  'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/50.0.0.0 Safari/537.36';

/** A visitor's browser on a page of a site. */
export interface TestVisitor {
  token: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ChatAnswer>;
  /** Reports events, each with a new key unless it has one. */
  report(...events: Record<string, unknown>[]): Promise<ChatAnswer>;
  say(text: string, more?: Record<string, unknown>): Promise<ChatAnswer>;
  texts(): Promise<string[]>;
  upload(name: string, content: Uint8Array | string): Promise<ChatAnswer>;
  stream(): Promise<TestStream>;
}

let keys = 0;

export async function createTestVisitor(
  {url}: Pick<TestPlatform, 'url'>,
  visit: {siteId?: string; page?: {url: string; title?: string}; referrer?: string; userAgent?: string} = {},
): Promise<TestVisitor> {
  const base = `${url}/visitor/v1`;
  const {siteId = SITE, page = {url: 'https://shop.example/', title: 'Shop'}, referrer = ''} = visit;
  const it: TestVisitor = {
    token: '',
    async call(method, path, body, headers = {}) {
      const response = await fetch(base + path, {
        method,
        headers: {
          'User-Agent': visit.userAgent ?? CHROME,
          ...(it.token && {'Visitor-Token': it.token}),
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return (await readAnswer(response)) as unknown as ChatAnswer;
    },
    report: (...events) =>
      it.call('POST', '/events', {events: events.map((event) => ({key: `k${++keys}`, ...event}))}),
    say: (text, more = {}) => it.report({type: 'message', text, ...more}),
    async texts() {
      const {body} = await it.call('GET', '/conversation');
      return body.messages.map(({text}) => text);
    },
    async upload(name, content) {
      const response = await fetch(`${base}/attachments?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: {'Visitor-Token': it.token, 'Content-Type': 'application/octet-stream'},
        body: typeof content === 'string' ? content : new Uint8Array(content),
      });
      return (await readAnswer(response)) as unknown as ChatAnswer;
    },
    stream: () => openStream(`${base}/stream`, {'Visitor-Token': it.token}),
  };
  const {status, body, text} = await it.call('POST', '/session', {siteId, page, referrer, language: 'en'});
  if (status !== 200) throw new Error(`The session was answered ${status}: ${text}`);
  it.token = body.token!;
  return it;
}
