/** What in an element's shadow reaches beyond its sides, and where nobody can scroll to it: as `tag.class: pixels`. */
export function overflowOf(element: HTMLElement): string[] {
  const {left, right} = element.getBoundingClientRect();
  // Also what is for screen readers alone: a pixel that shows nothing.
  const isScrolled = (found: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(found).overflowX) ||
    found.clientHeight === 1 ||
    (found.parentElement !== null && isScrolled(found.parentElement));
  const beyond = (found: Element) => {
    const box = found.getBoundingClientRect();
    return box.width === 0 ? 0 : Math.max(box.right - right, left - box.left);
  };
  return [...element.shadowRoot!.querySelectorAll('*')]
    .filter((found) => beyond(found) > 0.5 && !isScrolled(found))
    .map((found) => `${found.localName}.${found.getAttribute('class') ?? ''}: ${beyond(found)}`);
}

/** What no line of 290 pixels holds. */
export const LONG = {
  word: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  number: 123_456_789_012_345_680_000,
  url: `https://crm.test/${'path/'.repeat(40)}`,
};
