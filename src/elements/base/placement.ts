import type {Corner, Placement} from '../../protocol/configuration.ts';

const DEFAULT_CORNER: Corner = 'bottom-right';

/**
 * Puts the bell where the site wants it: next to the element that the selector finds, or floating in a corner.
 *
 * A page that is still being built gets it in place as soon as the element is there, and until the page has loaded it
 * is not shown anywhere else; after that it floats, so that a wrong selector never hides the bell.
 *
 * @param warn says what is wrong with the selector
 * @returns stops waiting for the place
 */
export function placeBell(
  bell: HTMLElement,
  {placement, corner = DEFAULT_CORNER}: {placement?: Placement; corner?: Corner},
  warn: (advice: string) => void,
): () => void {
  const stop = new AbortController();

  function float(): void {
    bell.dataset.corner = corner;
    (document.body ?? document.documentElement).append(bell);
  }

  /** Whether the place is there; the bell is then in it. */
  function settle({selector, position = 'beforeend'}: Placement): boolean {
    let place: Element | null;
    try {
      place = document.querySelector(selector);
      if (!place) return false;
      delete bell.dataset.corner;
      place.insertAdjacentElement(position, bell);
    } catch {
      warn(`placement: ${JSON.stringify({selector, position})} is not a selector with a position.`);
      float();
    }
    stop.abort();
    return true;
  }

  function whenLoaded(event: 'DOMContentLoaded' | 'load', isDone: boolean, callback: () => void): void {
    if (isDone) callback();
    else addEventListener(event, callback, {once: true, signal: stop.signal});
  }

  if (!placement) {
    whenLoaded('DOMContentLoaded', !!document.body, float);
    return () => stop.abort();
  }
  if (settle(placement)) return () => {};
  const observer = new MutationObserver(() => settle(placement));
  observer.observe(document, {childList: true, subtree: true});
  stop.signal.addEventListener('abort', () => observer.disconnect());
  whenLoaded('load', document.readyState === 'complete', () => {
    if (stop.signal.aborted) return;
    warn(`placement: nothing matches ${JSON.stringify(placement.selector)} yet, so the bell floats.`);
    float();
  });
  return () => stop.abort();
}
