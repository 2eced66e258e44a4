import {expect} from '@open-wc/testing';
import {backoff} from '../../src/core/backoff.ts';
import type {Environment} from '../../src/core/environment.ts';
import {InboxError} from '../../src/core/errors.ts';
import {createRealtime, type Realtime} from '../../src/core/realtime.ts';
import {createReconnect} from '../../src/core/reconnect.ts';
import type {Transport} from '../../src/core/transport.ts';
import {FakeEnvironment} from './fake-environment.ts';

/** A generator of the same numbers for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Promises that wait for each other, and streams, come to rest. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

const CLIENTS = 1000;
const STEP = 200;
/** What a platform with ten thousand streams asks for: milliseconds. */
const RETRY = 14_286;

/** Many clients of one platform that ends all their streams, is away for a while, and comes back. */
async function restart(away: number): Promise<{perSecond: number[]; back: number; after: number}> {
  let now = 0;
  let isUp = true;
  const timers = new Set<{at: number; callback: () => void}>();
  const attempts: number[] = [];
  let open: ReadableStreamDefaultController<Uint8Array>[] = [];
  const environment = {
    random: createRandom(7),
    elapsed: () => now,
    now: () => now,
    isVisible: () => true,
    after(milliseconds: number, callback: () => void) {
      const timer = {at: now + milliseconds, callback};
      timers.add(timer);
      return () => timers.delete(timer);
    },
  } as unknown as Environment;
  const transport: Transport = {
    send() {
      attempts.push(now);
      if (!isUp) return Promise.reject(new InboxError('offline', 'It is away'));
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(`retry: ${RETRY}\n\n`));
          open.push(controller);
        },
      });
      return Promise.resolve(new Response(body, {headers: {'Content-Type': 'text/event-stream'}}));
    },
    json: () => Promise.reject(new InboxError('offline', 'It is away')),
  };
  const clients: Realtime[] = Array.from({length: CLIENTS}, () =>
    createRealtime({
      ...{transport, environment, hasStream: true, pollInterval: 30_000},
      poll: () => Promise.reject(new InboxError('offline', 'It is away')),
      getLastId: () => '1',
      onEvent: () => {},
      onGap: () => {},
      onState: () => {},
      onError: () => {},
    }),
  );
  for (const client of clients) client.start();
  await settle();
  attempts.length = 0;
  isUp = false;
  for (const controller of open) controller.close();
  open = [];
  await settle();

  const countOpen = () => clients.filter(({state}) => state === 'open').length;
  while (countOpen() < CLIENTS * 0.99 && now < 300_000) {
    now += STEP;
    isUp = now > away;
    for (const timer of [...timers]) {
      if (timer.at > now || !timers.delete(timer)) continue;
      timer.callback();
    }
    await settle();
  }
  for (const client of clients) client.pause();
  const perSecond: number[] = [];
  for (const at of attempts) perSecond[Math.floor(at / 1000)] = (perSecond[Math.floor(at / 1000)] ?? 0) + 1;
  return {perSecond, back: countOpen(), after: now};
}

describe('coming back after the platform has been away', () => {
  for (const away of [0, 3000, 12_000]) {
    it(`spreads all clients so that no second has more than a tenth of them (away for ${away / 1000} s)`, async () => {
      const {perSecond, after} = await restart(away);
      expect(Math.max(...perSecond.map((count) => count ?? 0))).to.be.at.most(CLIENTS / 10);
      expect(after).to.be.at.most(away + 60_000);
    }).timeout(20_000);
  }

  it('is not kept away by a platform that asks for a year', () => {
    const reconnect = createReconnect({random: () => 0.999});
    reconnect.wish(365 * 86_400_000);
    expect(reconnect.afterEnd()).to.be.within(500_000, 600_000);
    expect(reconnect.afterFailure(undefined)).to.be.within(500_000, 600_000);
  });

  it('is there at once when the machine has slept: somebody looks', async () => {
    const environment = new FakeEnvironment();
    let asked = 0;
    const realtime = createRealtime({
      transport: {
        send() {
          asked++;
          const body = new ReadableStream<Uint8Array>({
            start: (controller) => controller.enqueue(new TextEncoder().encode(': hello\n\n')),
          });
          return Promise.resolve(new Response(body, {headers: {'Content-Type': 'text/event-stream'}}));
        },
        json: () => Promise.reject(new Error('Nobody polls')),
      },
      ...{environment, hasStream: true, pollInterval: 30_000},
      poll: () => Promise.reject(new Error('Nobody polls')),
      getLastId: () => '1',
      onEvent: () => {},
      onGap: () => {},
      onState: () => {},
      onError: () => {},
    });
    realtime.start();
    await environment.settle();
    realtime.wake();
    await environment.settle();
    expect(asked, 'what was heard a moment ago is alive').to.equal(1);
    environment.skew += 60_000;
    realtime.wake();
    await environment.settle();
    expect([asked, realtime.state]).to.deep.equal([2, 'open']);
    realtime.pause();
  });

  it('takes a single failure lightly, and one of many as one of many', () => {
    const latest = {random: () => 0.999};
    expect(backoff(1, undefined, latest)).to.be.below(2000);
    expect(backoff(1, undefined, latest, 28_000)).to.be.within(27_000, 28_000);
    expect(backoff(9, undefined, latest, 10_000)).to.be.within(29_000, 30_000);
  });
});
