import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Clock} from './clock.ts';
import type {Network, StreamFault} from './faults.ts';

/** How long an event waits for the next one to overtake it: milliseconds of the devices' time. */
const SWAP_PATIENCE = 1000;

/** Whole events, as text, out of the bytes of a stream. */
function splitter(onEvent: (text: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const events = (rest + text).split('\n\n');
    rest = events.pop()!;
    for (const event of events) onEvent(`${event}\n\n`);
  };
}

/**
 * Hands a stream on as a bad network does: cut in the middle of an event or of a letter, silent without an end, in pieces,
 * or with events twice and in another order. A healed network hands on what comes; what is silent stays so.
 */
export function disturb(from: IncomingMessage, to: ServerResponse, network: Network, clock: Clock): void {
  /** Chosen when things begin to go wrong: a stream that is open by then is no better than others. */
  let fault: StreamFault | undefined;
  let left = 0;
  let held: string | undefined;
  let cancelRelease = () => {};
  let isSilent = false;

  const release = () => {
    cancelRelease();
    if (held !== undefined) to.write(held);
    held = undefined;
  };
  const split = splitter((event) => {
    if (fault === 'doubled') return void to.write(event + event);
    if (held !== undefined) {
      to.write(event);
      return release();
    }
    held = event;
    cancelRelease = clock.after(SWAP_PATIENCE, release);
  });

  from.on('data', (chunk: Buffer) => {
    if (isSilent) return;
    if (!network.isHealed && !fault) {
      fault = network.stream();
      left = network.length();
    }
    if (fault === 'doubled' || fault === 'swapped') return split(chunk.toString());
    if (fault === 'slow') {
      for (let at = 0; at < chunk.length; at += 7) to.write(chunk.subarray(at, at + 7));
    } else if (!fault || fault === 'none' || network.isHealed || chunk.length <= left) {
      left -= chunk.length;
      to.write(chunk);
    } else {
      to.write(chunk.subarray(0, left));
      if (fault === 'silent') isSilent = true;
      else to.destroy();
    }
  });
  const end = () => {
    cancelRelease();
    to.destroy();
  };
  from.on('end', () => (isSilent ? undefined : end()));
  from.on('error', () => (isSilent ? undefined : end()));
  to.on('close', () => cancelRelease());
}
