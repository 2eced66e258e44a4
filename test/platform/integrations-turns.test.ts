import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTurns} from '../../demo/platform/integrations/turns.ts';

/** Work that goes on until it is let go. */
function createWork() {
  const open: (() => void)[] = [];
  return {
    get running() {
      return open.length;
    },
    work: () => new Promise<void>((resolve) => open.push(resolve)),
    finishOne: () => open.shift()!(),
  };
}
/** Everything that can go on without more news has gone on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('so many works of a team go on at once, and the next begins when one ends', async () => {
  const turns = createTurns({running: 2, waiting: 5});
  const it = createWork();
  const all = [1, 2, 3].map(() => turns.take('a', it.work));
  await settle();
  assert.equal(it.running, 2);
  it.finishOne();
  await settle();
  assert.equal(it.running, 2);
  it.finishOne();
  it.finishOne();
  await Promise.all(all);
});

test('a team that is busy holds nobody else up', async () => {
  const turns = createTurns({running: 1, waiting: 5});
  const slow = createWork();
  const waiting = turns.take('slow', slow.work);
  assert.equal(await turns.take('other', () => Promise.resolve('done')), 'done');
  slow.finishOne();
  await waiting;
});

test('more than may wait are refused', async () => {
  const turns = createTurns({running: 1, waiting: 1});
  const it = createWork();
  const all = [turns.take('a', it.work), turns.take('a', it.work)];
  await assert.rejects(turns.take('a', it.work), {code: 'busy'});
  await settle();
  it.finishOne();
  await settle();
  it.finishOne();
  await Promise.all(all);
  const again = turns.take('a', it.work);
  await settle();
  it.finishOne();
  await again;
});

test('a work that fails gives its place back', async () => {
  const turns = createTurns({running: 1, waiting: 1});
  await assert.rejects(turns.take('a', () => Promise.reject(new Error('no'))));
  assert.equal(await turns.take('a', () => Promise.resolve(1)), 1);
});
