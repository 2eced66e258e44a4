/**
 * Registers an element under its tag, unless the page has done so already: the first version on a page wins, and a
 * second one must not throw.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
