import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {curated} from '../../../src/agent/icons/curated.ts';
import {renderIcon} from '../../../src/agent/icons/icon.ts';

/** The drawing of an icon, as soon as it is there. */
async function drawingOf(name: string): Promise<string> {
  const place = await fixture<HTMLElement>(html`<div>${renderIcon(name)}</div>`);
  await waitUntil(() => place.querySelector('path'), name, {timeout: 10_000});
  expect(place.textContent.trim()).to.equal('');
  expect(place.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
  return place.querySelector('path')!.getAttribute('d')!;
}

describe('an icon', () => {
  it('is drawn by its name, beside the words and not in place of them', async () => {
    expect(await drawingOf('person')).to.equal(curated.person);
  });

  it('is known by the name that older documentation gives it', async () => {
    expect(await drawingOf('phone')).to.equal(curated.call);
    expect(await drawingOf('business')).to.equal(curated.domain);
  });

  it('of a name that is none is a neutral dot, and asks for no file', async () => {
    const dot = await drawingOf('../../evil.js#');
    expect(await drawingOf('<b>')).to.equal(dot);
    expect(await drawingOf('constructor.name')).to.equal(dot);
    expect(Object.values(curated)).not.to.include(dot);
    const asked = performance.getEntriesByType('resource').map(({name}) => name);
    expect(asked.filter((name) => name.includes('symbols-'))).to.deep.equal([]);
  });

  it('that nobody named is none', async () => {
    const place = await fixture<HTMLElement>(html`<div>${renderIcon('')}${renderIcon(undefined)}</div>`);
    expect(place.children).to.have.length(0);
  });
});
