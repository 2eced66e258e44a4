import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after} from 'node:test';

export interface TestListener {
  readonly port: number;
  readonly url: string;
  /** Connections so far, whether anything was asked on them or not. */
  readonly connections: number;
  readonly requests: readonly {
    method: string;
    path: string;
    headers: IncomingMessage['headers'];
    body: string;
  }[];
}

/** Another system, on a port of this machine until the end of the test file. */
export async function startListener(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
  host = '127.0.0.1',
): Promise<TestListener> {
  const requests: {method: string; path: string; headers: IncomingMessage['headers']; body: string}[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const {method = '', url: path = '', headers} = request;
      requests.push({method, path, headers, body});
      answer(request, response, body);
    });
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const {port} = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests,
    get connections() {
      return connections;
    },
  };
}
