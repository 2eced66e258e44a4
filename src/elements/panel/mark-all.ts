/**
 * The button that marks all as read: in words where the header has room for them, else a drawing that has the words as its
 * name. No width of the screen decides: how long the words are is each language's own, and so is the heading each site's.
 */
import {html} from 'lit/html.js';
import {css} from '../../themes/css.ts';

/** What stands beside the words on the button, in pixels: its padding. */
const AROUND = 16;

export const markAllDrawing = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
  <path d="M2.5 12.5l4.5 4.5 9-9.5M12.5 17l9-9.5" />
</svg>`;

export const markAllStyles = css`
  .mark-all svg {
    display: none;
  }
  .tight .mark-all {
    position: relative;
    flex: none;
    width: 32px;
    padding: 0;
  }
  .tight svg {
    display: block;
  }
  /* For screen readers, and as wide as ever: so it is known when there is room again. */
  .tight span {
    position: absolute;
    clip-path: inset(50%);
  }
`;

/** Finds out whether the words have room, and looks again when either of them has another size. */
export class MarkAllFit {
  #room: HTMLElement | null = null;
  // Not at once: a button of another size changes its room's, which browsers report as an error of the page.
  #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  /** @param room what holds the button, as wide as it may become; null while there is no button */
  watch(room: HTMLElement | null): void {
    if (room === this.#room) return;
    this.stop();
    this.#room = room;
    for (const box of room?.querySelectorAll('span') ?? []) this.#observer.observe(box);
    if (room) this.#observer.observe(room);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#room = null;
  }

  #fit(): void {
    const room = this.#room;
    if (!room?.isConnected) return;
    const words = room.querySelector('span')!;
    const isTight = words.offsetWidth + AROUND > room.clientWidth;
    room.classList.toggle('tight', isTight);
    room.querySelector('button')!.title = isTight ? words.textContent : '';
  }
}
