import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import type {Platform} from './platform.ts';

export interface RunningServer {
  readonly port: number;
  /** Lets the platform answer. What was asked before has waited for this. */
  answerWith(platform: Platform): void;
  /** Takes no new connections, ends the streams, and waits for the answers that are under way. */
  close(): Promise<void>;
}

/** How long answers that are under way may take at the end: milliseconds. */
const GRACE = 3000;
/** Longer than the proxies and clients before it keep an idle connection, so that it is never the first to hang up. */
const KEEP_ALIVE = 65_000;

/** The port is somebody else's. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';

  constructor(port: number) {
    super(`Port ${port} is in use. Stop what listens there, or choose another one with PORT.`);
  }
}

function open(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error),
    );
    server.listen(port, host, resolve);
  });
}

/**
 * Takes the port, before anything is done that would be in vain without it.
 *
 * @param port 0 for any free one
 * @throws PortInUseError
 */
export async function listen(port: number, host: string): Promise<RunningServer> {
  let platform: Platform | undefined;
  let begin: (listener: ReturnType<typeof getRequestListener>) => void;
  const ready = new Promise<ReturnType<typeof getRequestListener>>((resolve) => (begin = resolve));
  const server = createServer(
    (request, response) => void ready.then((listener) => listener(request, response)),
  );
  server.keepAliveTimeout = KEEP_ALIVE;
  await open(server, port, host);

  return {
    port: (server.address() as AddressInfo).port,
    answerWith(answering) {
      platform = answering;
      begin(getRequestListener(answering.app.fetch));
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await platform?.endStreams();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearTimeout(timer);
    },
  };
}
