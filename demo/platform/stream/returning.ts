/** How the clients of streams that end come back: not together. */
import {setTimeout as pause} from 'node:timers/promises';

/** The least pause that clients are asked for before they connect again: milliseconds. */
const MIN_RETRY = 2000;
/**
 * Reconnects that a process takes on a second, at the end of another with as many streams. Clients spread themselves
 * over twice the pause that they are asked for.
 */
const RECONNECTS = 350;
/** Streams that are ended a second when the process ends, so that clients without jitter do not come back together. */
const ENDS = 2500;
/** ... in parts, of which so many make a second. */
const PARTS = 20;

/** The pause to ask the clients of so many streams for, apart from their own jitter: milliseconds. */
export const retryFor = (streams: number) =>
  Math.max(MIN_RETRY, Math.ceil((streams / RECONNECTS / 2) * 1000));

/** In no order: the ones that came together do not leave together. */
function shuffle<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}

/** Ends all of them, in no order and not at once; those that still wait for their end go on. */
export async function endInParts<Stream>(
  streams: ReadonlySet<Stream>,
  end: (stream: Stream) => void,
): Promise<void> {
  const ending = shuffle([...streams]);
  const part = ENDS / PARTS;
  for (let start = 0; start < ending.length; start += part) {
    if (start) await pause(1000 / PARTS);
    for (const stream of ending.slice(start, start + part)) end(stream);
  }
  // Those that came meanwhile.
  for (const stream of [...streams]) end(stream);
}
