import type {ServerResponse} from 'node:http';
import {readBody, startServer, type Answer} from './server.ts';

/** A platform that speaks the base contract, and answers whatever a journey wants. It never rotates the token. */
export interface FakePlatform {
  readonly url: string;
  /** What its list holds: anything. */
  messages: unknown[];
  /** Answers in place of the contract; undefined: the contract. */
  answer: Answer | undefined;
  readonly stop: () => Promise<void>;
}

export async function startFakePlatform(): Promise<FakePlatform> {
  const platform: Pick<FakePlatform, 'messages' | 'answer'> = {messages: [], answer: undefined};
  const server = await startServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '');
    response.setHeader('Access-Control-Expose-Headers', 'ES-TOKEN, Retry-After');
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'ES-TOKEN, Content-Type, Last-Event-ID',
      });
      return void response.end();
    }
    const {messages, answer} = platform;
    if (answer) return answer(request, response);
    const {pathname} = new URL(request.url!, 'http://localhost');
    const isUnread = (entry: unknown) => (entry as {newMessage?: boolean} | null)?.newMessage === true;
    switch (`${request.method} ${pathname}`) {
      case 'GET /appinbox/v1/messages/count':
        return sendJson(response, {count: messages.filter(isUnread).length});
      case 'GET /appinbox/v1/messages':
        return sendJson(response, {list: messages, totalPages: null});
      case 'POST /appinbox/v1/messages/status': {
        const {ids} = JSON.parse(await readBody(request)) as {ids?: string[]};
        for (const message of messages.filter(isUnread) as {id: string; newMessage: boolean}[]) {
          if (!ids || ids.includes(message.id)) message.newMessage = false;
        }
        return void response.writeHead(200).end();
      }
      default:
        response.writeHead(404).end();
    }
  });
  return Object.assign(platform, {url: `http://127.0.0.1:${server.port}`, stop: server.stop});
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, {'Content-Type': 'application/json'});
  response.end(JSON.stringify(body));
}
