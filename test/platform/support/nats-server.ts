import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {connect, createServer, type AddressInfo} from 'node:net';
import {delimiter, join} from 'node:path';
import {after} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';

/** Debian keeps servers where only root's PATH leads. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const program = folders.map((folder) => join(folder, 'nats-server')).find((path) => existsSync(path));

/** For tests that need one. */
export const withNats = {skip: program ? false : 'needs nats-server (apt-get install nats-server)'};

const USER = 'platform';
export const PASSWORD = 'pass-word/of:nats@1';

export interface NatsServer {
  /** With the credentials. */
  readonly url: string;
  readonly port: number;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** ... and again, on the same port. */
  start(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A real server, until the end of the test file. Not running yet. */
export async function createNatsServer(): Promise<NatsServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    ending.kill('SIGKILL');
    await once(ending, 'exit');
  }
  after(kill);
  return {
    url: `nats://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    port,
    kill,
    async start() {
      const args = ['-a', '127.0.0.1', '-p', String(port), '--user', USER, '--pass', PASSWORD];
      child = spawn(program!, args, {stdio: 'ignore'});
      while (!(await answers(port))) {
        if (child.exitCode !== null) throw new Error(`nats-server ended with ${child.exitCode}`);
        await pause(20);
      }
    },
  };
}
