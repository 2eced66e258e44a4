import {expect, nextFrame, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {AppInboxChat} from '../../src/elements/chat/chat.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';

const three = () => FakeInbox.with([0, 1, 2].map((index) => makeNotification(index)));

/** A place for the chat, as the script tag's bundle puts it there: its class may come later, or never. */
function makeChat(unread = 0): HTMLElement & Pick<AppInboxChat, 'language' | 'theme'> {
  const chat = document.createElement('div') as HTMLElement & Pick<AppInboxChat, 'language' | 'theme'>;
  chat.slot = 'chat';
  chat.tabIndex = 0;
  chat.textContent = 'The chat';
  if (unread) chat.setAttribute('unread', String(unread));
  return chat;
}

describe('<app-inbox-panel> with a chat', () => {
  before(() => setViewport({width: 1000, height: 800}));

  async function setUp({
    inbox = three(),
    unread = 0,
    ...options
  }: {inbox?: FakeInbox; unread?: number; language?: string; layout?: string} = {}) {
    const made = await openPanel(inbox, options);
    const chat = makeChat(unread);
    made.panel.append(chat);
    const find = <T extends HTMLElement>(selector: string) => made.root.querySelector<T>(selector);
    await waitUntil(() => find('#tab-chat'), 'the tab of the chat');
    const update = async () => {
      await nextFrame();
      await made.panel.updateComplete;
    };
    return {...made, chat, find, tab: find('#tab-chat')!, update};
  }
  const isVisible = (element: Element | null) => !!element && element.getClientRects().length > 0;

  for (const layout of ['popover', 'drawer', 'page']) {
    it(`has a tab for it as a ${layout}, which shows it in place of the list and says so to its child`, async () => {
      const {chat, tab, find, update} = await setUp({layout});
      expect(isVisible(chat)).to.equal(false);
      let opened = 0;
      chat.addEventListener('app-inbox-chat-open', () => opened++);
      tab.click();
      await update();
      expect(opened).to.equal(1);
      expect(chat.hasAttribute('open')).to.equal(true);
      expect(isVisible(chat)).to.equal(true);
      expect(isVisible(find('[role=feed]'))).to.equal(false);
      expect(isVisible(find('[data-tool=search]'))).to.equal(false);
      expect(tab.getAttribute('aria-selected')).to.equal('true');
      expect(find('[role=tabpanel]')!.getAttribute('aria-labelledby')).to.equal(tab.id);
      find('#tab-inbox')!.click();
      await update();
      expect(chat.hasAttribute('open')).to.equal(false);
      expect(isVisible(find('[role=feed]'))).to.equal(true);
    });
  }

  it('says on the tab how much of it is unread, to screen readers as well', async () => {
    const {chat, tab, update} = await setUp({unread: 3});
    expect(tab.textContent.replace(/\s+/g, ' ').trim()).to.equal('Chat 3');
    expect(tab.getAttribute('aria-label')).to.equal('Chat, 3 unread');
    chat.removeAttribute('unread');
    await update();
    expect(tab.textContent.trim()).to.equal('Chat');
    expect(tab.hasAttribute('aria-label')).to.equal(false);
  });

  it('is reached with the arrows like any tab', async () => {
    const {key, root, find, chat} = await setUp();
    find('#tab-inbox')!.focus();
    await key('ArrowRight');
    expect(root.activeElement!.id).to.equal('tab-chat');
    expect(chat.hasAttribute('open')).to.equal(true);
    await key('ArrowRight');
    expect(root.activeElement!.id).to.equal('tab-unread');
    expect(chat.hasAttribute('open')).to.equal(false);
  });

  it('is accessible while it shows the chat', async () => {
    const {panel, tab, update} = await setUp({unread: 2});
    tab.click();
    await update();
    // A colour on its way is no colour that anybody reads.
    await Promise.all(panel.shadowRoot!.getAnimations().map(({finished}) => finished));
    await expect(panel).to.be.accessible();
  });

  it('is there for somebody who has not signed in, and then alone with the inbox', async () => {
    const inbox = new FakeInbox({session: 'anonymous', list: 'idle'});
    const panel = document.createElement('app-inbox-panel');
    panel.append(makeChat());
    panel.inbox = inbox;
    panel.language = 'en';
    document.body.append(panel);
    panel.open = true;
    const tabs = () => [...(panel.shadowRoot?.querySelectorAll('[role=tab]') ?? [])].map(({id}) => id);
    await waitUntil(() => tabs().length, 'the tabs');
    expect(tabs()).to.deep.equal(['tab-inbox', 'tab-chat']);
    panel.remove();
  });

  it('closes the chat with itself, gives the focus back, and begins with the inbox the next time', async () => {
    const {panel, chat, tab, update, find} = await setUp();
    const anchor = document.createElement('button');
    document.body.append(anchor);
    panel.anchor = anchor;
    tab.click();
    await update();
    chat.focus();
    chat.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true}),
    );
    await update();
    expect(panel.open).to.equal(false);
    expect(chat.hasAttribute('open')).to.equal(false);
    expect(document.activeElement).to.equal(anchor);
    panel.open = true;
    await update();
    expect(isVisible(find('[role=feed]'))).to.equal(true);
    anchor.remove();
  });

  it('speaks its own language to it, and passes its theme on', async () => {
    const {panel, chat, tab, update} = await setUp();
    panel.theme = 'dark';
    tab.click();
    await update();
    expect([chat.language, chat.theme]).to.deep.equal(['en', 'dark']);
    panel.language = 'de';
    await waitUntil(() => chat.language === 'de', 'the other language');
  });

  it('says when it could not be loaded, and tries again', async () => {
    const {chat, tab, update, find} = await setUp();
    tab.click();
    chat.toggleAttribute('data-failed', true);
    await update();
    expect(find('[role=tabpanel] [role=alert]')).not.to.equal(null);
    let asked = 0;
    chat.addEventListener('app-inbox-chat-open', () => {
      asked++;
      chat.removeAttribute('data-failed');
    });
    find('[role=tabpanel] button')!.click();
    await update();
    expect(asked).to.equal(1);
    expect(isVisible(chat)).to.equal(true);
  });
});
