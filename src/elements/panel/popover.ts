import {placeBeside} from '../base/beside.ts';

/** Whether the browser has the top layer's popovers (2023 and later). */
export const hasPopover = typeof HTMLElement !== 'undefined' && 'showPopover' in HTMLElement.prototype;

/**
 * Keeps an open panel beside its anchor while the page scrolls and resizes. Positions go through the CSSOM, which a
 * strict content security policy allows.
 *
 * @returns stops following
 */
export function followAnchor(panel: HTMLElement, getAnchor: () => Element | null | undefined): () => void {
  const stop = new AbortController();
  let frame = 0;

  function place(): void {
    frame = 0;
    const {clientWidth: width, clientHeight: height} = document.documentElement;
    const anchor = getAnchor();
    const box = anchor?.isConnected ? anchor.getBoundingClientRect() : undefined;
    const direction = getComputedStyle(panel).direction === 'rtl' ? 'rtl' : 'ltr';
    // Without an anchor that can be seen: the corner where bells usually are.
    const corner = {left: direction === 'ltr' ? width : 0, top: 0, width: 0, height: 0};
    const {left, top, bottom, maxHeight, origin} = placeBeside(
      box && (box.width || box.height) ? box : corner,
      panel.offsetWidth,
      {width, height},
      direction,
    );
    const px = (value: number | undefined) => (value === undefined ? 'auto' : `${value}px`);
    for (const [name, value] of Object.entries({
      left: px(left),
      top: px(top),
      bottom: px(bottom),
      // Not as a custom property: that would be inherited, and give every row its style anew.
      'max-height': `min(var(--app-inbox-panel-height, 640px), 80vh, ${px(Math.max(maxHeight, 240))})`,
      'transform-origin': `${px(origin)} ${top === undefined ? '100%' : '0'}`,
    })) {
      panel.style.setProperty(name, value);
    }
  }
  const schedule = () => (frame ||= requestAnimationFrame(place));

  place();
  const {signal} = stop;
  addEventListener('scroll', schedule, {capture: true, passive: true, signal});
  addEventListener('resize', schedule, {signal});
  return () => {
    stop.abort();
    cancelAnimationFrame(frame);
    for (const name of ['left', 'top', 'bottom', 'max-height', 'transform-origin']) {
      panel.style.removeProperty(name);
    }
  };
}
