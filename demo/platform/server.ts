import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import type {Platform} from './platform.ts';

export interface RunningServer {
  readonly port: number;
  /** Takes no new connections, ends the streams, and waits for the answers that are under way. */
  close(): Promise<void>;
}

/** How long answers that are under way may take at the end: milliseconds. */
const GRACE = 3000;

/** The port is somebody else's. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';

  constructor(port: number) {
    super(`Port ${port} is in use. Stop what listens there, or choose another one with PORT.`);
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error),
    );
    server.listen(port, host, resolve);
  });
}

/**
 * Puts the platform on a port.
 *
 * @param port 0 for any free one
 * @throws PortInUseError
 */
export async function serve(platform: Platform, port: number, host: string): Promise<RunningServer> {
  const listener = getRequestListener(platform.app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      platform.endStreams();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearTimeout(timer);
    },
  };
}
