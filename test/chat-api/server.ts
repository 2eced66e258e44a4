import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after} from 'node:test';

export interface ApiServer {
  url: string;
  /** What was asked for, as it stood in the request line. */
  asked: string[];
  /** How the next requests are answered, in order; the last one goes on. */
  answers: ((request: IncomingMessage, response: ServerResponse) => void)[];
}

/** An HTTP server that answers as it is told, until the end of the file. */
export async function startApiServer(): Promise<ApiServer> {
  const it: ApiServer = {url: '', asked: [], answers: []};
  const server = createServer((request, response) => {
    it.asked.push(request.url!);
    const answer = it.answers.length > 1 ? it.answers.shift() : it.answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return it;
}

export const text =
  (body: string, status = 200, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);

export const records = (json: unknown[]) =>
  text(JSON.stringify({result: 'success', json, length: json.length}));
