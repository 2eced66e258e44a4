import {request} from 'node:http';
import {Readable} from 'node:stream';

/**
 * `fetch` over Node's plain client, a connection for each request: ten thousand open streams of Node's own `fetch` would
 * take the machine's time from the platform that is measured.
 */
export function lightFetch(url: string, {method, headers, body, signal}: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      {method, headers: headers as Record<string, string>, agent: false, signal: signal ?? undefined},
      (answer) => {
        answer.on('error', () => {});
        const {statusCode = 0} = answer;
        resolve(
          new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, {
            status: statusCode,
            headers: new Headers(answer.headers as Record<string, string>),
          }),
        );
      },
    );
    asking.on('error', reject);
    asking.end(body as string | undefined);
  });
}
