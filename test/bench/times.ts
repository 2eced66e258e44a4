/** Times on a slow phone: four times slower than this processor, and for what is loaded, slow 4G. */
import type {Seen} from './probe.ts';
import {
  calm,
  clickBell,
  everythingSeen,
  numberShown,
  rowsShown,
  settled,
  visit,
  type Visit,
} from './visit.ts';
import type {World} from './world.ts';

/** Visits a page in a browser that has never been there, and leaves. */
async function firstVisit<T>(
  world: World,
  url: string,
  options: {network: boolean},
  look: (visit: Visit) => Promise<T>,
): Promise<T> {
  const context = await world.newContext();
  try {
    return await look(await visit(await context.newPage(), url, options));
  } finally {
    await context.close();
  }
}

export interface Pair {
  floor: number;
  widget: number;
}

/**
 * Time until the number is painted, floor and widget in turns, each first as often as the other; the first pair warms
 * the machine up and is not counted.
 */
export async function measurePairs(world: World, count: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const {pages} = world;
  const time = (url: string) => firstVisit(world, url, {network: true}, (there) => numberShown(there));
  for (let index = 0; index <= count; index++) {
    const pair = {floor: 0, widget: 0};
    const order = index % 2 ? (['floor', 'widget'] as const) : (['widget', 'floor'] as const);
    for (const name of order) pair[name] = await time(pages[name]);
    if (index) pairs.push(pair);
  }
  return pairs;
}

/** Visits with a fast network, so that all that is loaded is worked on at once; then the bell is pressed. */
export async function measureOpening(world: World, count: number): Promise<Required<Seen>[]> {
  const all: Required<Seen>[] = [];
  for (let index = 0; index <= count; index++) {
    const seen = await firstVisit(world, world.pages.widget, {network: false}, async (there) => {
      await numberShown(there);
      await settled(there);
      await clickBell(there);
      await rowsShown(there);
      return everythingSeen(there);
    });
    if (index) all.push(seen as Required<Seen>);
  }
  return all;
}

/** The same for the floor, which has nothing to be slow with: its long tasks are what the browser itself needs. */
export async function measureFloor(world: World, count: number): Promise<Seen[]> {
  const all: Seen[] = [];
  for (let index = 0; index <= count; index++) {
    const seen = await firstVisit(world, world.pages.floor, {network: false}, async (there) => {
      await numberShown(there);
      await calm();
      return everythingSeen(there);
    });
    if (index) all.push(seen);
  }
  return all;
}

export interface WarmStart {
  /** When the number was painted, with every answer held back; undefined where it did not come. */
  numberAt: number | undefined;
  /** Requests to the platform's API meanwhile, which no answer can have come to. */
  answered: number;
}

/** How long to wait for a number that can only come from the cache: milliseconds. */
const PATIENCE = 5000;

/** The second visit of somebody whose token endpoint, and with it the platform's API, does not answer. */
export async function measureWarmStart(world: World): Promise<WarmStart> {
  const context = await world.newContext();
  let release = () => {};
  try {
    const first = await context.newPage();
    const before = await visit(first, world.pages.widget, {network: false});
    await numberShown(before);
    await settled(before);
    await first.close();

    let answered = 0;
    release = world.holdTokens();
    const there = await visit(await context.newPage(), world.pages.widget, {
      network: true,
      onSession: (session) =>
        session.on('Network.responseReceived', ({response}) => {
          if (/\/appinbox\/|\/inbox-token/.test(response.url)) answered++;
        }),
    });
    const numberAt = await numberShown(there, PATIENCE).catch(() => undefined);
    return {numberAt, answered};
  } finally {
    release();
    await context.close();
  }
}
