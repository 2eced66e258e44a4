import {expect, waitUntil} from '@open-wc/testing';
import {startAttention} from '../../../src/entries/attention.ts';
import {loadMoreTerms} from '../../../src/i18n/more/more.ts';
import {FakeInbox, makeNotification} from '../fake-inbox.ts';
import {openPanel} from '../open-panel.ts';

/** Replaces a property until the function that is returned is called. */
function replace<T extends object>(owner: T, name: keyof T & string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, {value, configurable: true});
  return () => void (own ? Object.defineProperty(owner, name, own) : delete owner[name]);
}

describe('while the inbox is open', () => {
  it('nothing rings, comes up as a toast or goes to the system, and all of it does once it is closed', async () => {
    const rung: AudioContext[] = [];
    class Counted extends AudioContext {
      constructor() {
        super();
        rung.push(this);
      }
    }
    const shown: string[] = [];
    class Shown {
      static readonly permission = 'granted';
      constructor(title: string) {
        shown.push(title);
      }
      close(): void {}
    }
    let isHidden = false;
    const restore = [
      replace(globalThis, 'AudioContext', Counted),
      replace(globalThis, 'Notification', Shown),
      replace(navigator, 'userActivation', {hasBeenActive: true}),
    ];
    Object.defineProperty(document, 'hidden', {get: () => isHidden, configurable: true});
    await loadMoreTerms('en');
    const inbox = FakeInbox.with([]);
    const {panel, titles} = await openPanel(inbox);
    const bell = document.createElement('app-inbox-bell');
    bell.language = 'en';
    startAttention({
      apiUrl: 'https://platform.example',
      siteId: 'quiet',
      inbox,
      bell,
      panel,
      toasts: true,
      attention: {sound: true, desktop: true},
      toText: (content) => content,
      onClick() {},
    });
    // What comes before the list has settled is no arrival.
    await new Promise((resolve) => setTimeout(resolve));
    const toasts = () =>
      [...(document.querySelector('app-inbox-toasts')?.shadowRoot?.querySelectorAll('.title') ?? [])].map(
        ({textContent}) => textContent,
      );
    const arrive = (index: number, title: string) => inbox.receive(makeNotification(-index, {title}));
    try {
      arrive(1, 'While it is open');
      await waitUntil(() => titles().includes('While it is open'));
      panel.open = false;
      arrive(2, 'While it is closed');
      // They are told in their order: the first has been dealt with.
      await waitUntil(() => toasts().length, 'a toast', {timeout: 5000});
      expect(toasts()).to.deep.equal(['While it is closed']);
      expect(rung).to.have.length(1);
      expect(shown).to.be.empty;
      isHidden = true;
      document.dispatchEvent(new Event('visibilitychange'));
      await waitUntil(
        async () => !(await navigator.locks.query()).held?.some(({name}) => /looking/.test(name!)),
      );
      panel.open = true;
      arrive(3, 'Behind another tab');
      await waitUntil(() => shown.length, 'a notification of the system', {timeout: 5000});
      expect(shown).to.deep.equal(['Behind another tab']);
    } finally {
      inbox.patch({session: 'ended', count: 0});
      for (const undo of restore) undo();
      delete (document as {hidden?: boolean}).hidden;
      await Promise.all(rung.map((context) => context.close().catch(() => {})));
    }
  });
});
