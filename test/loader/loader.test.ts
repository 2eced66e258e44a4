import {expect} from '@open-wc/testing';
import {startLoader, type LoaderOptions} from '../../src/loader/loader.ts';
import type {Widget, WidgetOptions} from '../../src/protocol/widget.ts';
import {settle} from '../core/fake-environment.ts';

type Stub = ((...call: unknown[]) => void) & {q: unknown[]; c: (...call: unknown[]) => void};
type Page = LoaderOptions['page'] & {eS?: Stub};

/* eslint-disable prefer-rest-params -- the stubs are as customers have them on their pages */

/** The stub of the snippet: what it queues is wrapped twice. */
function officialStub(): Stub {
  const f = function () {
    f.c(arguments);
  } as unknown as Stub;
  f.q = [];
  f.c = function () {
    f.q.push(arguments);
  };
  return f;
}

/** The stub of other sites: wrapped once. */
function simpleStub(): Stub {
  const f = function () {
    f.q.push(arguments);
  } as unknown as Stub;
  f.q = [];
  return f;
}
/* eslint-enable prefer-rest-params */

const getAuthTokenCallback = () => Promise.resolve('t1');
const OPTIONS = {apiUrl: 'https://platform.test', language: 'en', getAuthTokenCallback};

function load(page: Page, options: Partial<LoaderOptions> = {}) {
  const test = {
    done: [] as unknown[][],
    mounted: [] as WidgetOptions[],
    imports: 0,
    counted: [] as string[][],
    visits: [] as unknown[][],
    timers: [] as {delay: number; callback: () => void}[],
  };
  const widget = new Proxy({} as Widget, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        void test.done.push([name, ...args]),
  });
  startLoader({
    page,
    site: {},
    importBundle: () => {
      test.imports++;
      return Promise.resolve({
        mount: (given) => {
          test.mounted.push(given);
          return widget;
        },
      });
    },
    importVisitor: () => Promise.resolve({mountVisitor: ({queue}) => void test.visits.push([...queue])}),
    fetchCount: (apiUrl, token) => {
      test.counted.push([apiUrl, token]);
      return Promise.resolve(Response.json({count: 1}));
    },
    after: (delay, callback) => test.timers.push({delay, callback}),
    ...options,
  });
  return test;
}

describe('the loader', () => {
  let warnings: string[] = [];
  const {warn, info} = console;
  beforeEach(() => {
    warnings = [];
    console.warn = console.info = (...words: unknown[]) => void warnings.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    console.info = info;
  });

  for (const [name, makeStub] of Object.entries({official: officialStub, simple: simpleStub})) {
    it(`runs in order what the ${name} stub has queued, and then at once`, async () => {
      const page: Page = {eS: makeStub()};
      const stub = page.eS!;
      stub('on', 'count', 'listener');
      stub('init', {APP_INBOX: true}, OPTIONS);
      stub('open');
      const test = load(page);
      await settle();
      expect(test.mounted).to.have.length(1);
      expect(test.done).to.deep.equal([['on', 'count', 'listener'], ['open']]);
      page.eS!('close');
      stub('toggle'); // a reference that the page has kept
      expect(test.done.slice(2)).to.deep.equal([['close'], ['toggle']]);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('works without a stub', async () => {
    const page: Page = {};
    const test = load(page);
    page.eS!('init', OPTIONS);
    await settle();
    expect(test.mounted[0]).to.include({apiUrl: 'https://platform.test', language: 'en'});
  });

  it('asks for the token while the bundle is loading, and gives that token to the bundle', async () => {
    let calls = 0;
    const page: Page = {};
    const test = load(page);
    page.eS!('init', {...OPTIONS, getAuthTokenCallback: () => Promise.resolve(`t${++calls}`)});
    expect(calls).to.equal(1);
    await settle();
    expect(await test.mounted[0]!.getAuthTokenCallback()).to.equal('t1');
    expect(calls).to.equal(1);
    expect(await test.mounted[0]!.getAuthTokenCallback()).to.equal('t2');
  });

  it('asks for the number with that token while the bundle is loading, and hands over the answer', async () => {
    const page: Page = {};
    const test = load(page);
    page.eS!('init', OPTIONS);
    await settle();
    expect(test.counted).to.deep.equal([['https://platform.test', 't1']]);
    const {early} = test.mounted[0]!;
    expect(early?.token).to.equal('t1');
    expect(await (await early?.answer)?.json()).to.deep.equal({count: 1});
  });

  it('asks for no number without a token', async () => {
    for (const answer of ['', undefined, null, 7, {}]) {
      const page: Page = {};
      const test = load(page);
      page.eS!('init', {...OPTIONS, getAuthTokenCallback: () => Promise.resolve(answer)});
      await settle();
      expect(test.counted).to.deep.equal([]);
    }
  });

  it('lets a callback that throws fail inside the bundle only', async () => {
    const page: Page = {};
    const test = load(page);
    page.eS!('init', {
      ...OPTIONS,
      getAuthTokenCallback: () => {
        throw new Error('site');
      },
    });
    await settle();
    const failed = await test.mounted[0]!.getAuthTokenCallback().then(
      () => false,
      () => true,
    );
    expect(failed).to.equal(true);
  });

  it('takes init with features and options, and with options alone', async () => {
    for (const args of [[{APP_INBOX: true, RECOMS: true, TRACKING: false}, OPTIONS], [OPTIONS]]) {
      const page: Page = {};
      const test = load(page);
      page.eS!('init', ...args);
      await settle();
      expect(test.mounted).to.have.length(1);
    }
  });

  it('does nothing for an init that does not ask for the inbox', async () => {
    for (const args of [[], [{TRACKING: true}], [{APP_INBOX: false}, OPTIONS]]) {
      const page: Page = {};
      const test = load(page);
      page.eS!('init', ...args);
      await settle();
      expect(test.imports).to.equal(0);
    }
    expect(warnings).to.deep.equal([]);
  });

  it('warns at a second init and changes nothing', async () => {
    const page: Page = {};
    const test = load(page);
    page.eS!('init', OPTIONS);
    page.eS!('init', {...OPTIONS, language: 'sv'});
    await settle();
    expect(test.mounted).to.have.length(1);
    expect(test.mounted[0]!.language).to.equal('en');
    expect(warnings.join()).to.contain(`eS('init')`);
  });

  it('says what is missing in init, and takes the next one', async () => {
    const page: Page = {};
    const test = load(page);
    page.eS!('init', {APP_INBOX: true}, {language: 'en'});
    page.eS!('init', {APP_INBOX: true}, {getAuthTokenCallback});
    expect(warnings[0]).to.contain('getAuthTokenCallback');
    expect(warnings[1]).to.contain('apiUrl');
    page.eS!('init', OPTIONS);
    await settle();
    expect(test.mounted).to.have.length(1);
  });

  it('takes the platform’s configuration, its address from the script, and the page’s options over both', async () => {
    const page: Page = {};
    const test = load(page, {
      site: {siteId: 's1', language: 'sv', capabilities: ['stream'], corner: 'top-left'},
      scriptUrl: new URL('https://platform.test/scripts/s1.js'),
      nonce: 'n1',
    });
    page.eS!('init', {APP_INBOX: true}, {getAuthTokenCallback, language: 'uk'});
    await settle();
    expect(test.mounted[0]).to.deep.include({
      apiUrl: 'https://platform.test',
      siteId: 's1',
      language: 'uk',
      capabilities: ['stream'],
      corner: 'top-left',
      nonce: 'n1',
    });
  });

  it('serves the page once when it is included twice', async () => {
    const page: Page = {eS: officialStub()};
    page.eS!('init', OPTIONS);
    const first = load(page);
    const second = load(page);
    page.eS!('open');
    await settle();
    expect([first.mounted.length, second.mounted.length]).to.deep.equal([1, 0]);
    expect(first.done).to.deep.equal([['open']]);
    expect(warnings).to.have.length(1);
  });

  it('names an unknown command and the known ones', () => {
    const page: Page = {};
    load(page);
    page.eS!('sendEvent', {});
    expect(warnings[0]).to.contain('sendEvent').and.contain('setLanguage');
  });

  for (const entry of [undefined, null, 7, [], {}, [[[[[['init']]]]]]]) {
    it(`survives ${JSON.stringify(entry)} in the queue`, () => {
      const stub = officialStub();
      stub.q.push(entry);
      load({eS: stub});
    });
  }

  it('survives a queue entry that holds itself', () => {
    const stub = officialStub();
    const entry: unknown[] = [];
    entry.push(entry);
    stub.q.push(entry);
    load({eS: stub});
  });

  it('tries three times to get its bundle, then leaves the page in peace and says why', async () => {
    const page: Page = {eS: officialStub()};
    const errors: unknown[] = [];
    page.eS!('on', 'error', (detail: unknown) => errors.push(detail));
    page.eS!('init', OPTIONS);
    let attempts = 0;
    const test = load(page, {
      importBundle: () => {
        attempts++;
        return Promise.reject(new TypeError('blocked'));
      },
    });
    await settle();
    while (test.timers.length) {
      test.timers.shift()!.callback();
      await settle();
    }
    expect(attempts).to.equal(3);
    expect(warnings).to.have.length(1);
    expect(errors).to.have.length(1);
  });

  it('keeps commands that come before init', async () => {
    const page: Page = {};
    const test = load(page);
    page.eS!('open');
    page.eS!('init', OPTIONS);
    await settle();
    expect(test.done).to.deep.equal([['open']]);
  });

  it('brings the visitor’s session for a site that uses _imbox, and hands it the commands in order', async () => {
    const page: Page = {_imbox: [['changeName', 'Anna']]};
    const test = load(page);
    (page._imbox as unknown[]).push(['insertCard', 'c1', {}]);
    await settle();
    expect(test.visits).to.deep.equal([
      [
        ['changeName', 'Anna'],
        ['insertCard', 'c1', {}],
      ],
    ]);
  });

  it('lets the visitor’s bundle know what a later init says of the site', async () => {
    const page: Page = {_imbox: [['changeName', 'Anna']]};
    let told: object | undefined;
    load(page, {
      site: {siteId: 's1', chat: true},
      scriptUrl: new URL('https://platform.test/scripts/s1.js'),
      importVisitor: () => Promise.resolve({mountVisitor: ({site}) => void (told = site)}),
    });
    await settle();
    expect(told).to.deep.equal({siteId: 's1', chat: true});
    page.eS!('init', {APP_INBOX: true}, {getAuthTokenCallback, language: 'uk', chat: 'tab'});
    expect(told).to.include({siteId: 's1', chat: 'tab', language: 'uk', apiUrl: 'https://platform.test'});
  });

  it('brings nothing of conversations before the first command, and then brings it once', async () => {
    const page: Page = {};
    const test = load(page);
    await settle();
    expect(test.visits).to.deep.equal([]);
    (page._imbox as unknown[]).push(['start']);
    (page._imbox as unknown[]).push(['changeName', 'Anna']);
    await settle();
    expect(test.visits).to.deep.equal([[['start'], ['changeName', 'Anna']]]);
  });

  it('brings the visitor’s session to every page of a site with a chat', async () => {
    const test = load({}, {site: {chat: true}});
    await settle();
    expect(test.visits).to.deep.equal([[]]);
  });

  for (const [when, isEarly] of [
    ['before the script', true],
    ['after the script', false],
  ] as const) {
    it(`brings it once where the page asks for a chat ${when}`, async () => {
      const page: Page = {eS: officialStub()};
      const init = () => page.eS!('init', {...OPTIONS, chat: true});
      if (isEarly) init();
      const test = load(page);
      await settle();
      expect(test.visits).to.have.length(isEarly ? 1 : 0);
      if (!isEarly) init();
      await settle();
      expect(test.visits).to.deep.equal([[]]);
      (page._imbox as unknown[]).push(['changeName', 'Anna']);
      await settle();
      expect(test.visits).to.have.length(1);
      expect(page._imbox).to.deep.equal([['changeName', 'Anna']]);
    });
  }
});
