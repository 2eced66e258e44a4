import {expect, waitUntil} from '@open-wc/testing';
import {startAttention} from '../../../src/entries/attention.ts';
import {loadMoreTerms} from '../../../src/i18n/more/more.ts';
import {FakeInbox, makeNotification} from '../fake-inbox.ts';
import {openPanel} from '../open-panel.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** A page with everything that may speak; `said` is what each of it says. */
async function setUp(toasts: boolean) {
  await loadMoreTerms('en');
  const inbox = FakeInbox.with([]);
  const {panel, root} = await openPanel(inbox);
  panel.open = false;
  const bell = document.createElement('app-inbox-bell');
  bell.language = 'en';
  startAttention({
    apiUrl: 'https://platform.example',
    siteId: `told-once-${toasts}`,
    inbox,
    bell,
    panel,
    toasts,
    attention: {title: true},
    toText: (content) => content,
    onClick() {},
  });
  await turn();
  const stack = () => document.querySelector('app-inbox-toasts')?.shadowRoot;
  const textIn = (place: ParentNode | null | undefined) =>
    place?.querySelector('.visually-hidden[role=status]')?.textContent ?? '';
  const said = () => ({panel: textIn(root), toasts: textIn(stack())});
  return {inbox, panel, said, end: () => inbox.patch({session: 'ended', count: 0})};
}

describe('what arrives is told once', () => {
  it('by its toast while the inbox is closed, and by the inbox while it is open', async () => {
    const {inbox, panel, said, end} = await setUp(true);
    inbox.receive(makeNotification(0, {title: 'A parcel', content: 'It is here.'}));
    await waitUntil(() => said().toasts);
    // What the panel says, it says in its next turns.
    for (let i = 0; i < 10; i++) await turn();
    expect(said()).to.deep.equal({panel: '', toasts: 'A parcel. It is here.'});
    panel.open = true;
    inbox.receive(makeNotification(1));
    await waitUntil(() => said().panel);
    expect(said()).to.deep.equal({panel: '1 new notification', toasts: 'A parcel. It is here.'});
    end();
  });

  it('by the closed inbox, where there are no toasts', async () => {
    const {inbox, said, end} = await setUp(false);
    inbox.receive(makeNotification(0));
    await waitUntil(() => said().panel);
    expect(said()).to.deep.equal({panel: '1 new notification', toasts: ''});
    end();
  });
});
