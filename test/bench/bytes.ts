/** How many bytes of script travel before the bell shows its number, and before the open inbox shows its list. */
import type {CDPSession} from 'playwright-core';
import {clickBell, everythingSeen, numberShown, rowsShown, visit} from './visit.ts';
import type {World} from './world.ts';

interface Script {
  name: string;
  /** Seconds of the browser's clock; undefined while it is on its way. */
  arrivedAt?: number;
  /** Bytes of the body as it travelled: compressed, without headers. */
  bytes: number;
}

export interface Traffic {
  /** In the order in which they were asked for. */
  scripts: {name: string; bytes: number; phase: 'bell' | 'inbox' | 'later'}[];
  bell: number;
  inbox: number;
}

/**
 * The whole way on slow 4G: what had arrived when the number was painted counts for the bell. There the latency keeps
 * apart what the number has waited for and what was asked for because it was there.
 */
export async function measureTraffic(world: World): Promise<Traffic> {
  const context = await world.newContext();
  const scripts = new Map<string, Script & {headers: number}>();
  let beganAt = 0;
  const listen = (session: CDPSession) => {
    session.on('Network.requestWillBeSent', ({requestId, request, timestamp, type}) => {
      if (type === 'Document') beganAt = timestamp;
      if (type !== 'Script') return;
      const name = new URL(request.url).pathname.split('/').at(-1)!;
      scripts.set(requestId, {name, bytes: 0, headers: 0});
    });
    session.on('Network.responseReceived', ({requestId, response}) => {
      const script = scripts.get(requestId);
      if (script) script.headers = response.encodedDataLength;
    });
    session.on('Network.loadingFinished', ({requestId, encodedDataLength, timestamp}) => {
      const script = scripts.get(requestId);
      if (script) Object.assign(script, {bytes: encodedDataLength - script.headers, arrivedAt: timestamp});
    });
  };

  const page = await context.newPage();
  const there = await visit(page, world.pages.widget, {network: true, onSession: listen});
  await numberShown(there);
  await clickBell(there);
  await rowsShown(there);
  const {numberAt = 0, rowsAt = 0} = await everythingSeen(there);
  await context.close();

  const all = [...scripts.values()].map(({name, arrivedAt = Infinity, bytes}) => {
    const at = (arrivedAt - beganAt) * 1000;
    const phase = at < numberAt ? ('bell' as const) : at < rowsAt ? ('inbox' as const) : ('later' as const);
    return {name, bytes, phase};
  });
  const sum = (wanted: typeof all) => wanted.reduce((total, {bytes}) => total + bytes, 0);
  return {
    scripts: all,
    bell: sum(all.filter(({phase}) => phase === 'bell')),
    inbox: sum(all.filter(({phase}) => phase !== 'later')),
  };
}
