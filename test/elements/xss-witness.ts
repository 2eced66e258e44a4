/** Sees whether something hostile has done anything. */
import {expect} from '@open-wc/testing';
import {CANARY} from './xss-vectors.ts';

/** Counts the scripts that ran. */
export const page = window as {__xss?: number};

export const asked = () =>
  performance.getEntriesByType('resource').filter(({name}) => name.startsWith(`${CANARY}/`));

/** Until what fails to load has told so, and animations have begun. */
export async function settle(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 30));
}

export function* within(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/**
 * Does to everything what a visitor does, but follows no link: where one leads is looked at.
 *
 * @param own an element of the component's own that nobody else may bring
 */
export async function touch(root: ParentNode, own?: string): Promise<void> {
  const hold = (event: Event) => event.preventDefault();
  const acts = ['click', 'submit', 'app-inbox-click', 'app-inbox-action'];
  for (const act of acts) document.addEventListener(act, hold);
  for (const element of within(root)) {
    for (const {name} of element.attributes)
      expect(name).to.not.match(/^(on|srcdoc|formaction|ping|action$)/);
    for (const name of ['href', 'src', 'xlink:href', 'data', 'poster']) {
      const value = element.getAttribute(name);
      if (value === null || value.startsWith('#')) continue;
      expect(new URL(value, location.href).protocol, value).to.match(/^(https?|mailto|tel):$/);
    }
    if (element.localName !== own)
      expect(element.localName).to.not.match(/^(script|iframe|object|embed|base|meta|form|link|frame)$/);
    for (const type of ['pointerenter', 'mouseover', 'focus', 'animationstart'])
      element.dispatchEvent(new Event(type, {bubbles: true}));
    if (!element.matches('a'))
      element.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true}));
  }
  await settle();
  for (const act of acts) document.removeEventListener(act, hold);
}

export function expectNothingHappened(address: string): void {
  expect(page.__xss, 'scripts that ran').to.be.undefined;
  expect(asked().map(({name}) => name)).to.deep.equal([]);
  expect(location.href).to.equal(address);
  expect(document.querySelectorAll('body ~ *, head iframe')).to.have.length(0);
}

/** Nothing has happened yet. */
export function beginWatching(): void {
  delete page.__xss;
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(2000);
}
