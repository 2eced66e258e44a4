import {expect} from '@open-wc/testing';
import {createCookieMemory, watchPages} from '../../../src/elements/chat/page.ts';
import type {VisitorPage} from '../../../src/protocol/visitor.ts';
import {FakeClock} from '../fake-clock.ts';

describe('the pages of an application', () => {
  const start = location.href;
  const {setTimeout: realSetTimeout, setInterval: realSetInterval} = globalThis;
  let clock: FakeClock;
  /** What looks at the address in a browser that does not tell. */
  let look: (() => void) | undefined;
  let ending: AbortController;
  let pages: VisitorPage[];

  const watch = (isHistoryLeftAlone = false) =>
    watchPages((page) => pages.push(page), {isHistoryLeftAlone, signal: ending.signal});
  const go = (path: string, title: string) => {
    history.pushState({}, '', path);
    document.title = title;
    look?.();
    clock.pass(50);
  };
  const pushState = (): unknown => Object.getOwnPropertyDescriptor(History.prototype, 'pushState')?.value;
  const hide = (navigation: unknown) =>
    Object.defineProperty(globalThis, 'navigation', {value: navigation, configurable: true});

  beforeEach(() => {
    clock = new FakeClock();
    ending = new AbortController();
    pages = [];
    look = undefined;
    globalThis.setTimeout = clock.setTimeout as never;
    globalThis.setInterval = ((callback: () => void) => (look = callback)) as never;
  });
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigation');
  afterEach(() => {
    ending.abort();
    if (own) Object.defineProperty(globalThis, 'navigation', own);
    globalThis.setTimeout = realSetTimeout;
    globalThis.setInterval = realSetInterval;
    history.replaceState({}, '', start);
  });

  const isNative = 'navigation' in globalThis;
  for (const isTold of isNative ? [true, false] : [false]) {
    const where = isTold ? 'where the browser tells' : 'where the address has to be looked at';

    it(`count, each with the title that it gets, ${where}`, () => {
      if (!isTold) hide(undefined);
      const before = pushState();
      watch();
      expect(look === undefined).to.equal(isTold);
      go('/first', 'The first');
      history.replaceState({changed: true}, '');
      look?.();
      go('/second?x', 'The second');
      expect(pages.map(({url, title}) => [new URL(url).pathname, title])).to.deep.equal([
        ['/first', 'The first'],
        ['/second', 'The second'],
      ]);
      expect(pushState()).to.equal(before);
      expect(Object.hasOwn(history, 'pushState')).to.equal(false);
    });

    it(`do not count with disableHistoryHooks, ${where}`, () => {
      if (!isTold) hide(undefined);
      watch(true);
      go('/first', 'The first');
      expect(pages).to.deep.equal([]);
      expect(look).to.equal(undefined);
    });
  }

  it('do not count any more when the visitor’s session has ended', () => {
    watch();
    history.pushState({}, '', '/last');
    look?.();
    ending.abort();
    clock.pass(50);
    expect(pages).to.deep.equal([]);
  });
});

describe('the cookie that keeps who a visitor is', () => {
  const memory = createCookieMemory('page-test');
  afterEach(() => memory.clear());

  it('is one for each site, that only its own pages are sent', () => {
    memory.write('v_1');
    expect(document.cookie).to.contain('app_inbox_visitor_pagetest=v_1');
    expect(createCookieMemory('page-test').read()).to.equal('v_1');
    expect(createCookieMemory('another').read()).to.equal(undefined);
    memory.clear();
    expect(document.cookie).not.to.contain('app_inbox_visitor');
    expect(memory.read()).to.equal(undefined);
  });

  it('is kept for 30 days, for all pages, and for the domain that the page names', () => {
    const written: string[] = [];
    Object.defineProperty(document, 'cookie', {
      get: () => '',
      set: (text: string) => written.push(text),
      configurable: true,
    });
    try {
      createCookieMemory('s', () => 'shop.example').write('t');
      createCookieMemory('s', () => 'shop.example; secure').write('t');
      let domain = 'one.example';
      const memory = createCookieMemory('s', () => domain);
      memory.write('t');
      domain = 'two.example';
      memory.write('t');
    } finally {
      Reflect.deleteProperty(document, 'cookie');
    }
    expect(written).to.deep.equal([
      'app_inbox_visitor_s=t; path=/; max-age=2592000; samesite=lax; domain=shop.example',
      'app_inbox_visitor_s=t; path=/; max-age=2592000; samesite=lax',
      'app_inbox_visitor_s=t; path=/; max-age=2592000; samesite=lax; domain=one.example',
      'app_inbox_visitor_s=t; path=/; max-age=2592000; samesite=lax; domain=two.example',
    ]);
  });

  it('is the page’s own where the browser keeps none', () => {
    const page = createCookieMemory('s', () => 'another.example');
    page.write('t');
    expect(document.cookie).not.to.contain('app_inbox_visitor_s');
    expect(page.read()).to.equal('t');
  });
});
