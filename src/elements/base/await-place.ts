import type {Placement} from '../../protocol/configuration.ts';
import {putBeside} from './placement.ts';

/** The bell that is not in the page yet, because its place is not: it is not lost. */
let waiting: HTMLElement | undefined;
/** A bell that was lost while it floated still waits for its place: a new one takes its turn. */
let endLast = () => {};

/**
 * Waits for the place that the site has named for the bell: a page may still be built, or build it later.
 *
 * @param signal ends the waiting
 * @param onLate the page has loaded and the place is not there: the bell has to be somewhere meanwhile
 * @param onPlaced the bell is in its place
 */
export function awaitPlace(
  bell: HTMLElement,
  placement: Placement,
  {signal, onLate, onPlaced}: {signal: AbortSignal; onLate: () => void; onPlaced: () => void},
): void {
  const observer = new MutationObserver(attempt);
  const giveUp = () => {
    waiting = undefined;
    onLate();
  };
  const end = () => {
    observer.disconnect();
    if (waiting === bell) waiting = undefined;
    removeEventListener('load', giveUp);
    signal.removeEventListener('abort', end);
  };
  function attempt(): void {
    if (!putBeside(bell, placement)) return;
    end();
    onPlaced();
  }
  endLast();
  endLast = end;
  waiting = bell;
  signal.addEventListener('abort', end);
  observer.observe(document, {childList: true, subtree: true});
  attempt();
  if (bell.isConnected) return;
  if (document.readyState === 'complete') giveUp();
  else addEventListener('load', giveUp, {once: true});
}

/** A page that takes the bell out again and again does not want it. */
const MAX_RETURNS = 100;

/**
 * Watches that the bell stays in the page: routers replace the body (Turbo), scripts write the document anew, and a header
 * goes with its bell.
 *
 * @param onLost it is out: put it back
 */
export function watchPlace(
  getBell: () => HTMLElement,
  {signal, onLost}: {signal: AbortSignal; onLost: () => void},
): void {
  if (signal.aborted) return;
  let returns = 0;
  let isDue = false;
  const isLost = () => !getBell().isConnected && getBell() !== waiting;
  const look = () => {
    if (isDue || !document.body || !isLost()) return;
    isDue = true;
    // Later: the page may be moving it, or be at war with us.
    setTimeout(() => {
      isDue = false;
      if (signal.aborted || !isLost()) return;
      if (++returns > MAX_RETURNS) observer.disconnect();
      else onLost();
    });
  };
  const observer = new MutationObserver(look);
  // The document survives `document.write`; what listens to it or to the window does not.
  observer.observe(document, {childList: true, subtree: true});
  signal.addEventListener('abort', () => observer.disconnect());
  // It may have happened before.
  look();
}
