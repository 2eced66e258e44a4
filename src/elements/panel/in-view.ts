/** Milliseconds in which rows that have come on screen have their heights. */
const SETTLED = 500;

/** Brings something into view, and keeps it there while what is around it settles. One thing at a time. */
export class InView {
  #keeping?: ResizeObserver;

  /** @param box what changes its size while rows in it that have come on screen get their heights */
  show(element: Element, box?: Element): void {
    this.letGo();
    element.scrollIntoView({block: 'nearest'});
    if (!box) return;
    const isKept = () => this.#keeping === keeping;
    const show = () => isKept() && element.scrollIntoView({block: 'nearest'});
    // Not at once: what that brings on screen changes sizes again, which browsers report as an error of the page.
    const keeping = (this.#keeping = new ResizeObserver(() => requestAnimationFrame(show)));
    keeping.observe(box);
    setTimeout(() => isKept() && this.letGo(), SETTLED);
  }

  /** The contact scrolls, or something else is to be in view. */
  letGo = (): void => {
    this.#keeping?.disconnect();
    this.#keeping = undefined;
  };
}
