import {expect} from '@open-wc/testing';
import {defineOnDemand, type Family, type OnDemand} from '../../../src/agent/on-demand/on-demand.ts';
import {ReactiveElement, type PropertyDeclarations} from '../../../src/elements/base/reactive-element.ts';

let count = 0;
let onDemand: OnDemand | undefined;

/** A family of one element, under a tag that nobody has used, with how often its file was asked for. */
function makeFamily(before: () => Promise<void> = () => Promise.resolve()) {
  const tag = `test-late-${++count}`;
  let loads = 0;
  class Late extends ReactiveElement {
    static override properties: PropertyDeclarations = {value: {attribute: false}};
    value = 'none yet';
    override render() {
      return this.value;
    }
  }
  const family: Family = {
    tags: [tag, `${tag}-sibling`],
    load: async () => {
      loads++;
      await before();
      customElements.define(tag, Late);
    },
  };
  return {tag, family, loads: () => loads};
}

const watch = (...families: Family[]) => (onDemand = defineOnDemand(families));
/** Observers are told at the end of a task. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('elements on demand', () => {
  afterEach(() => {
    onDemand?.stop();
    document.body.replaceChildren();
  });

  it('come when they stand in the page already', async () => {
    const {tag, family} = makeFamily();
    document.body.append(document.createElement(tag));
    watch(family);
    await customElements.whenDefined(tag);
    expect(document.querySelector(`${tag}:defined`)).to.exist;
  });

  it('come when they appear, within others too, once for all of them', async () => {
    const {tag, family, loads} = makeFamily();
    watch(family);
    const box = document.createElement('div');
    box.append(document.createElement(tag), document.createElement(`${tag}-sibling`));
    document.body.append(box);
    document.body.append(document.createElement(tag));
    await customElements.whenDefined(tag);
    await settled();
    expect(loads()).to.equal(1);
  });

  it('are not fetched for a page without them', async () => {
    const {family, loads} = makeFamily();
    watch(family);
    document.body.append(document.createElement('p'), 'Only words');
    await settled();
    expect(loads()).to.equal(0);
  });

  it('take over what the page has set before', async () => {
    const {tag, family} = makeFamily();
    watch(family);
    const early = Object.assign(document.createElement(tag), {value: 'set early'});
    document.body.append(early);
    await customElements.whenDefined(tag);
    await settled();
    expect(early.shadowRoot?.textContent).to.equal('set early');
  });

  it('can be asked for by name, for a shadow root or before they are there', async () => {
    const {tag, family, loads} = makeFamily();
    const type = await watch(family).load(tag);
    expect(type).to.equal(customElements.get(tag));
    expect(loads()).to.equal(1);
  });

  it('are none of an unknown name', async () => {
    const error = await watch(makeFamily().family)
      .load('test-unknown')
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });

  it('are tried again with the next one, where their file could not be had', async () => {
    let isOnline = false;
    const {tag, family, loads} = makeFamily(() =>
      isOnline ? Promise.resolve() : Promise.reject(new Error('offline')),
    );
    const {error} = console;
    const said: unknown[] = [];
    console.error = (...words) => said.push(words[0]);
    try {
      watch(family);
      document.body.append(document.createElement(tag));
      await settled();
      expect(said).to.deep.equal([`<${tag}> could not be loaded.`]);
      isOnline = true;
      document.body.append(document.createElement(tag));
      await customElements.whenDefined(tag);
      expect(loads()).to.equal(2);
    } finally {
      console.error = error;
    }
  });
});
