/** What the page has seen of itself: milliseconds since its navigation began. */
export interface Seen {
  /** The frame with the number has been painted. */
  numberAt?: number;
  /** Tasks of 50 ms and more. */
  longTasks: {at: number; duration: number}[];
  clickAt?: number;
  /** The frame with the open inbox and twenty rows has been painted. */
  rowsAt?: number;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/**
 * Runs in every page before its own scripts, the same for the widget and the floor. It looks once a frame, and takes the
 * time in the task after that frame, which is when the frame has been painted.
 *
 * @param number what the bell shows in the end
 */
export function watchPage(number: string): void {
  const ROWS = 20;
  const seen: Seen = (window.seen = {longTasks: []});
  new PerformanceObserver((list) => {
    for (const {startTime, duration} of list.getEntries()) seen.longTasks.push({at: startTime, duration});
  }).observe({type: 'longtask', buffered: true});

  function whenPainted(isThere: () => boolean, then: () => void): void {
    requestAnimationFrame(() => {
      if (!isThere()) return whenPainted(isThere, then);
      const {port1, port2} = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(undefined);
    });
  }

  const isNumberThere = () => {
    const bell = document.querySelector('app-inbox-bell, #floor');
    const badge = bell?.shadowRoot ? bell.shadowRoot.querySelector('[part~="badge"]') : bell;
    return badge?.textContent?.trim() === number && badge.getClientRects().length > 0;
  };
  const areRowsThere = () => {
    const panel = document.querySelector('app-inbox-panel');
    const rows = [...(panel?.shadowRoot?.querySelectorAll('app-inbox-notification') ?? [])].slice(0, ROWS);
    return (
      rows.length === ROWS &&
      rows.every((row) => row.getClientRects().length > 0 && row.shadowRoot?.querySelector('[part~="title"]'))
    );
  };
  whenPainted(isNumberThere, () => (seen.numberAt = performance.now()));
  addEventListener(
    'click',
    ({timeStamp}) => {
      seen.clickAt = timeStamp;
      whenPainted(areRowsThere, () => (seen.rowsAt = performance.now()));
    },
    {capture: true, once: true},
  );
}
