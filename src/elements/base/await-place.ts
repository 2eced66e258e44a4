import type {Placement} from '../../protocol/configuration.ts';
import {putBeside} from './placement.ts';

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
  const end = () => {
    observer.disconnect();
    removeEventListener('load', onLate);
    signal.removeEventListener('abort', end);
  };
  function attempt(): void {
    if (!putBeside(bell, placement)) return;
    end();
    onPlaced();
  }
  signal.addEventListener('abort', end);
  observer.observe(document, {childList: true, subtree: true});
  attempt();
  if (bell.isConnected) return;
  if (document.readyState === 'complete') onLate();
  else addEventListener('load', onLate, {once: true});
}
