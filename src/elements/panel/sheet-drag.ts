/** Pixels until a finger draws the sheet and does not merely press. */
const START = 8;
/** The part of its height after which it closes, and the pixels in a millisecond of a flick that closes it sooner. */
const FAR = 0.25;
const FLICK = 0.5;
/** Milliseconds that count for the speed. */
const RECENT = 100;
const DURATION = 180;

interface Drag {
  x: number;
  y: number;
  /** What the finger has gone through lately, for its speed. */
  recent: {at: number; y: number}[];
  /** Whether it is known to draw the sheet. */
  isDrawn: boolean;
}

/** Whether something under the finger has a use of its own for being drawn down: a list that is scrolled, a text field. */
function isTaken(path: readonly EventTarget[], panel: HTMLElement): boolean {
  const inside = path.slice(0, path.indexOf(panel)).filter((target) => target instanceof HTMLElement);
  return inside.some(
    (element) => element.scrollTop > 0 || element.matches('input, textarea, [contenteditable]'),
  );
}

/**
 * Lets a finger draw a sheet down to close it, at its head or at a list that is at its beginning. Let go too early, the
 * sheet goes back. Touch events and not pointer events, because only they can keep the browser from scrolling when that
 * has become clear. Without a finger there are Escape and the button.
 */
export function watchSheet(panel: HTMLElement, dismiss: () => void): void {
  let drag: Drag | undefined;

  const place = (pixels: number): void => {
    panel.style.translate = pixels ? `0 ${pixels}px` : '';
    panel.classList.toggle('drawn', pixels > 0);
  };

  async function finish(from: number, isClosed: boolean): Promise<void> {
    const to = isClosed ? panel.offsetHeight : 0;
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : DURATION;
    const frames = [{translate: `0 ${from}px`}, {translate: `0 ${to}px`}];
    await panel.animate(frames, {duration, easing: 'ease-out'}).finished.catch(() => {});
    // It has been taken hold of again.
    if (drag?.isDrawn) return;
    if (isClosed) dismiss();
    place(0);
  }

  const distance = ({y}: Drag, touch: Touch) => Math.max(0, touch.clientY - y);

  panel.addEventListener(
    'touchstart',
    (event) => {
      // Another finger beside the one that draws.
      if (drag?.isDrawn) return;
      const [touch] = event.touches;
      const isOne = touch && event.touches.length === 1 && panel.hasAttribute('aria-modal');
      drag =
        isOne && !isTaken(event.composedPath(), panel)
          ? {x: touch.clientX, y: touch.clientY, recent: [], isDrawn: false}
          : undefined;
    },
    {passive: true},
  );
  panel.addEventListener(
    'touchmove',
    (event) => {
      const [touch] = event.touches;
      if (!drag || !touch) return;
      if (!drag.isDrawn) {
        const [across, down] = [Math.abs(touch.clientX - drag.x), touch.clientY - drag.y];
        if (Math.max(across, Math.abs(down)) < START) return;
        // Aside or upwards: a swipe, or the list scrolls.
        if (across >= down || !event.cancelable) return void (drag = undefined);
        drag.isDrawn = true;
      }
      event.preventDefault();
      const at = event.timeStamp;
      drag.recent = [...drag.recent.filter((step) => at - step.at <= RECENT), {at, y: touch.clientY}];
      place(distance(drag, touch));
    },
    {passive: false},
  );
  const end = (event: TouchEvent): void => {
    const [touch] = event.changedTouches;
    if (!drag?.isDrawn || !touch) return void (drag = undefined);
    const down = distance(drag, touch);
    const first = drag.recent.find(({at}) => event.timeStamp - at <= RECENT);
    const speed = first ? (touch.clientY - first.y) / Math.max(1, event.timeStamp - first.at) : 0;
    drag = undefined;
    const isClosed =
      event.type === 'touchend' && down > 0 && (down > panel.offsetHeight * FAR || speed > FLICK);
    void finish(down, isClosed);
  };
  panel.addEventListener('touchend', end);
  panel.addEventListener('touchcancel', end);
}
