import {createServer, connect, type AddressInfo, type Socket} from 'node:net';

/** What stands in front of a fleet: new connections go to one process, those that are there stay where they are. */
export interface Switch {
  readonly url: string;
  /** Where new connections go from now on: a port of this machine. */
  turnTo(port: number): void;
  close(): Promise<void>;
}

export async function startSwitch(port: number): Promise<Switch> {
  let target = port;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const process = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, process],
      [process, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {}); // 'close' follows
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.pipe(process).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    turnTo(next) {
      target = next;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
