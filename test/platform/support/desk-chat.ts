import type {TestAgent} from './desk.ts';
import type {TestMessage} from './visitor.ts';
import {openStream, type TestStream} from './stream.ts';
import type {TestPlatform} from './platform.ts';

export interface TestRow {
  id: string;
  channel: string;
  name: string;
  status: string;
  agent: {id: string; name: string} | null;
  labels: string[];
  tags: string[];
  preview: string;
  waitingSince: number | null;
  unread: number;
  version: number;
  rating: number | null;
  contactId: string | null;
}

export interface TestDetails extends TestRow {
  visitor: Record<string, string | number | null>;
  contact: {id: string; email: string | null} | null;
  cards: {id: string; data: string}[];
  pages: {url: string; title: string}[];
}

/** The conversations' part of the agents' API, with its answers' types. */
export function deskChat(agent: TestAgent, platform: TestPlatform) {
  const body = async <T>(method: string, path: string, sent?: unknown): Promise<T> => {
    const answer = await agent.call(method, path, sent);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
    return answer.body as T;
  };
  let keys = 0;
  return {
    list: (query = '') =>
      body<{list: TestRow[]; next: string | null; counts: Record<string, number>}>(
        'GET',
        `/conversations${query}`,
      ),
    details: (id: string) => body<TestDetails>('GET', `/conversations/${id}`),
    messages: async (id: string, query = '') =>
      (await body<{list: TestMessage[]}>('GET', `/conversations/${id}/messages${query}`)).list,
    reply: (id: string, text: string, more = {}) =>
      body<undefined>('POST', `/conversations/${id}/messages`, {key: `r${++keys}`, text, ...more}),
    mark: (id: string, marks: object) => body<undefined>('POST', `/conversations/${id}/marks`, marks),
    close: async (id: string) => {
      const {version} = await body<TestDetails>('GET', `/conversations/${id}`);
      return body<undefined>('PUT', `/conversations/${id}/status`, {status: 'closed', version});
    },
    stream: (): Promise<TestStream> =>
      openStream(`${platform.url}/desk/api/v1/conversations/stream`, {Cookie: agent.cookie}),
  };
}

export type DeskChat = ReturnType<typeof deskChat>;
