import {expect} from '@open-wc/testing';
import {awaitPlace, watchPlace} from '../../src/elements/base/await-place.ts';

const placement = {selector: '#late-place', position: 'beforeend'} as const;

/** Mutations have been told, and the task that follows on them is over. */
async function settle(): Promise<void> {
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the place of the bell', () => {
  let ending: AbortController;
  let added: HTMLElement[];
  const add = (id = '') => {
    const element = document.createElement('div');
    element.id = id;
    document.body.append(element);
    added.push(element);
    return element;
  };
  beforeEach(() => {
    ending = new AbortController();
    added = [];
  });
  afterEach(() => {
    ending.abort();
    for (const element of added) element.remove();
    delete (document as {readyState?: string}).readyState;
  });

  it('is waited for, however much happens on a page that is still loading: nothing is lost, and nothing made twice', async () => {
    const {signal} = ending;
    const bell = document.createElement('div');
    added.push(bell);
    let lost = 0;
    let late = 0;
    Object.defineProperty(document, 'readyState', {value: 'loading', configurable: true});
    awaitPlace(bell, placement, {signal, onLate: () => (late++, document.body.append(bell)), onPlaced() {}});
    watchPlace(() => bell, {signal, onLost: () => lost++});
    add();
    await settle();
    add();
    await settle();
    expect([late, lost]).to.deep.equal([0, 0]);
    dispatchEvent(new Event('load'));
    expect([late, bell.isConnected]).to.deep.equal([1, true]);
    bell.remove();
    await settle();
    expect(lost).to.equal(1);
  });

  it('belongs to the bell that is there now, and not to one that was lost before', async () => {
    const {signal} = ending;
    const [first, second] = [document.createElement('i'), document.createElement('b')];
    const placed: Element[] = [];
    for (const bell of [first, second])
      awaitPlace(bell, placement, {signal, onLate() {}, onPlaced: () => placed.push(bell)});
    const place = add('late-place');
    await settle();
    expect(placed).to.deep.equal([second]);
    expect([...place.children]).to.deep.equal([second]);
  });

  it('is noticed to be lost although that happened before anybody watched', async () => {
    let lost = 0;
    watchPlace(() => document.createElement('div'), {signal: ending.signal, onLost: () => lost++});
    await settle();
    expect(lost).to.equal(1);
  });

  it('is not watched where the inbox has ended before', async () => {
    ending.abort();
    let lost = 0;
    watchPlace(() => document.createElement('div'), {signal: ending.signal, onLost: () => lost++});
    add();
    await settle();
    expect(lost).to.equal(0);
  });
});
