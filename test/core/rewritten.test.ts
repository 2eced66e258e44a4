/** Pages that are written over: in a frame of its own, where it is really done. */
import {expect} from '@open-wc/testing';
import {createInbox} from '../../src/core/inbox.ts';
import type {defaultEnvironment, EnvironmentSignal} from '../../src/core/environment.ts';
import type {watchRewritten} from '../../src/core/rewritten.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';
import {FakePlatform} from './fake-platform.ts';

interface Page extends Window {
  core?: {environment: typeof defaultEnvironment; watchRewritten: typeof watchRewritten};
}

describe('the signals of a page', () => {
  let frame: HTMLIFrameElement;
  let page: Page;
  let heard: EnvironmentSignal[];
  let stop: () => void;
  let stopRewritten: () => void;

  beforeEach(async () => {
    frame = document.createElement('iframe');
    const at = (path: string) => new URL(`../../src/core/${path}`, import.meta.url).href;
    frame.srcdoc = `<script type="module">
      import {defaultEnvironment as environment} from '${at('environment.ts')}';
      import {watchRewritten} from '${at('rewritten.ts')}';
      window.core = {environment, watchRewritten};
      parent.postMessage('here', '*');
    </script>`;
    const isHere = new Promise<void>((resolve) => {
      addEventListener('message', ({data}) => data === 'here' && resolve(), {once: true});
    });
    document.body.append(frame);
    await isHere;
    page = frame.contentWindow!;
    heard = [];
    const {environment, watchRewritten: rewritten} = page.core!;
    const listener = (signal: EnvironmentSignal) => void heard.push(signal);
    stop = environment.watch(listener);
    stopRewritten = rewritten(environment, listener);
  });
  afterEach(() => frame.remove());

  /** Everything that there is to hear, once. */
  function tell(): void {
    const shown = new Event('pageshow');
    Object.defineProperty(shown, 'persisted', {value: true});
    for (const event of [new Event('online'), new Event('offline'), shown, new Event('pagehide')])
      page.dispatchEvent(event);
    page.document.dispatchEvent(new Event('visibilitychange'));
  }
  const ALL = ['wake', 'offline', 'wake', 'hide', 'wake'];

  async function writeOver(): Promise<void> {
    page.document.open();
    page.document.write('<!doctype html><title>Another page</title><p>Another page');
    page.document.close();
    await Promise.resolve();
  }

  it('are heard once each, until nobody wants to hear them', () => {
    tell();
    expect(heard).to.deep.equal(ALL);
    stop();
    tell();
    expect(heard).to.deep.equal(ALL);
  });

  for (const times of [1, 2]) {
    it(`are heard once each after the page was written over, ${times} in a row`, async () => {
      for (let time = 0; time < times; time++) await writeOver();
      tell();
      expect(heard).to.deep.equal(ALL);
      stopRewritten();
      tell();
      await writeOver();
      tell();
      expect(heard).to.deep.equal(ALL);
    });
  }
});

describe('an inbox in a page that was written over', () => {
  it('still knows when it is offline, and looks for news when somebody is back', async () => {
    const environment = new FakeEnvironment();
    const platform = new FakePlatform(environment);
    const inbox = createInbox({
      apiUrl: 'https://platform.test',
      getAuthTokenCallback: () => Promise.resolve('c_anna1234.secret'),
      storage: 'none',
      environment,
    });
    const ending = new AbortController();
    inbox.subscribe(() => {}, {signal: ending.signal});
    await inbox.load();
    await inbox.act({type: 'seen', ids: ['a']});
    for (let i = 0; i < 10; i++) await settle();
    // What `document.write` does, but to the page that the tests run in.
    environment.loseWatchers();
    const written = document.createComment('');
    document.append(written);
    await settle();
    written.remove();
    await settle();
    expect(environment.leftovers.watchers).to.equal(1);
    environment.signal('offline');
    expect(inbox.state.isOffline).to.equal(true);
    const before = platform.requests.length;
    environment.signal('wake');
    for (let i = 0; i < 10; i++) await settle();
    expect(platform.requests.slice(before)).not.to.deep.equal([]);
    expect(inbox.state.isOffline).to.equal(false);
    ending.abort();
    for (let i = 0; i < 10; i++) await settle();
    expect(environment.leftovers.watchers).to.equal(0);
  });
});
