/**
 * A proxy in front of the platform that loses, doubles, holds, cuts and refuses, as each device's network wants. A device
 * is known by the first step of its path: `/<name>/appinbox/…`.
 */
import {createServer, request as ask, type IncomingMessage, type ServerResponse} from 'node:http';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import type {Clock} from './clock.ts';
import type {Network, RequestFault} from './faults.ts';
import {disturb} from './stream-faults.ts';

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** What the platform has said to the events of a batch, whether or not the device ever hears of it. */
export type Verdicts = (results: readonly {key: string; result: string}[]) => void;

export interface FaultProxy {
  readonly url: string;
  /** Called after each batch that has taken effect, before its answer goes on; true: then it does not. */
  onEffect: () => boolean;
  /** Lets a device through. Returns its base address. */
  admit(name: string, device: {network: Network; clock: Clock; onVerdicts: Verdicts}): string;
  stop(): Promise<void>;
}

const problem = (status: number, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: {'content-type': 'application/problem+json', ...headers},
  body: Buffer.from(JSON.stringify({code: 'made-by-the-proxy', status})),
});

export async function startFaultProxy(platformPort: number): Promise<FaultProxy> {
  const devices = new Map<string, {network: Network; clock: Clock; onVerdicts: Verdicts}>();

  function open(incoming: IncomingMessage, path: string): ReturnType<typeof ask> {
    const {method, headers} = incoming;
    return ask({host: '127.0.0.1', port: platformPort, method, path, headers, agent: false});
  }

  /** Rejects where the platform is away, or goes away meanwhile. */
  async function forward(
    incoming: IncomingMessage,
    path: string,
    body: Buffer,
    clock: Clock,
  ): Promise<Reply> {
    const outgoing = open(incoming, path);
    outgoing.end(body);
    // Not its whole body: a stream, whose beginning is lost or late, has no end.
    const [answer] = (await clock.during(once(outgoing, 'response'))) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return {status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks)};
  }

  async function exchange(
    incoming: IncomingMessage,
    path: string,
    fault: RequestFault,
    {network, clock, onVerdicts}: {network: Network; clock: Clock; onVerdicts: Verdicts},
  ): Promise<Reply | 'nothing' | 'silence'> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const send = async () => {
      const reply = await forward(incoming, path, body, clock);
      if (!path.endsWith('/events') || reply.status !== 200) return reply;
      onVerdicts((JSON.parse(reply.body.toString()) as {results: {key: string; result: string}[]}).results);
      if (proxy.onEffect()) throw new Error('The platform was killed before it could answer');
      return reply;
    };
    if (fault === 'dropped before') return 'nothing';
    if (fault === 'hanging') return 'silence';
    if (fault === 'failed') return problem(503);
    if (fault === 'limited') return problem(429, {'retry-after': '1'});
    if (fault === 'refused') return problem(401);
    if (fault === 'held') await clock.pause(network.delay());
    if (fault === 'doubled') {
      const [first, second] = await Promise.all([send(), send()]);
      return first.status === 401 ? second : first;
    }
    const reply = await send();
    if (fault === 'held after') await clock.pause(network.delay());
    if (fault === 'dropped after') return 'nothing';
    if (fault === 'failed after') return problem(502);
    return reply;
  }

  function answer(outgoing: ServerResponse, {status, headers, body}: Reply, isCut: boolean): void {
    // What was said of one connection is not said of another.
    const {connection: _, 'transfer-encoding': __, ...others} = headers;
    outgoing.writeHead(status, {...others, 'content-length': body.length});
    if (!isCut) return void outgoing.end(body);
    outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.destroy());
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const [, name = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(incoming.url!) ?? [];
    const device = devices.get(name);
    if (!device) return outgoing.destroy() as unknown as void;
    const {network, clock} = device;
    const fault = network.request();
    if (rest.endsWith('/stream') && ['none', 'held', 'doubled', 'cut'].includes(fault)) {
      const stream = open(incoming, rest);
      stream.end();
      outgoing.on('close', () => stream.destroy());
      const [reply] = (await clock.during(once(stream, 'response'))) as [IncomingMessage];
      outgoing.writeHead(reply.statusCode!, reply.headers);
      outgoing.flushHeaders();
      return disturb(reply, outgoing, network, clock);
    }
    const reply = await exchange(incoming, rest, fault, device);
    if (reply === 'silence') return;
    if (reply === 'nothing') return outgoing.destroy() as unknown as void;
    answer(outgoing, reply, fault === 'cut');
  }

  const server = createServer((incoming, outgoing) => {
    // The platform was away, or the device went.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const proxy: FaultProxy = {
    url,
    onEffect: () => false,
    admit(name, device) {
      devices.set(name, device);
      return `${url}/${name}`;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}
