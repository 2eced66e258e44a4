/** The connection by which a process hears of news on a PostgreSQL server, while that comes and goes. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import {mock, test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {listenOnServer} from '../../demo/platform/database/listen.ts';
import {SERVER} from './support/database.ts';

test('is opened again, once for each pause, while the server is away', {skip: !SERVER}, async (t) => {
  const database = new URL(SERVER!);
  let isAway = false;
  let attempts = 0;
  const sockets = new Set<Socket>();
  // Between the platform and the server, so that one can go away.
  const between = createServer((socket) => {
    attempts++;
    socket.on('error', () => {});
    if (isAway) return socket.destroy();
    const onwards = connect(Number(database.port || 5432), database.hostname);
    onwards.on('error', () => socket.destroy());
    socket.on('close', () => onwards.destroy());
    socket.pipe(onwards).pipe(socket);
    sockets.add(socket);
  }).listen(0, '127.0.0.1');
  await once(between, 'listening');
  const url = new URL(database);
  url.host = `127.0.0.1:${(between.address() as AddressInfo).port}`;
  const heard: unknown[] = [];
  const stop = await listenOnServer(url.href, 'news', (payload) => heard.push(payload));
  t.after(async () => {
    mock.timers.reset();
    mock.restoreAll();
    await stop();
    between.close();
    for (const socket of sockets) socket.destroy();
  });
  assert.equal(attempts, 1);

  mock.method(console, 'error', () => {});
  mock.timers.enable({apis: ['setTimeout']});
  const until = async (holds: () => boolean) => {
    while (!holds()) await setImmediate();
  };
  isAway = true;
  for (const socket of sockets) socket.destroy();
  for (let pause = 1; pause <= 5; pause++) {
    const before = attempts;
    await until(() => (mock.timers.tick(1000), attempts > before));
    // What else a failure sets off comes within these turns.
    for (let turn = 0; turn < 200; turn++) await setImmediate();
    assert.equal(attempts, 1 + pause);
  }
  isAway = false;
  await until(() => (mock.timers.tick(1000), heard.length > 0));
  assert.deepEqual(heard, [undefined]);
});
