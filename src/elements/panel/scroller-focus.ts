/**
 * A browser lets a scroller have the focus while it holds nothing that can, and takes it away when something comes: while
 * it has it, it keeps it.
 */
export function keepScrollerFocus(scroller: HTMLElement, signal: AbortSignal): void {
  const isOwn = ({target}: Event) => target === scroller;
  scroller.addEventListener('focusin', (event) => isOwn(event) && (scroller.tabIndex = -1), {signal});
  scroller.addEventListener('focusout', (event) => isOwn(event) && scroller.removeAttribute('tabindex'), {
    signal,
  });
}
