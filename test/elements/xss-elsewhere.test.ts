/** What is hostile, where it is shown beside the panel: toasts, the bell, the chat. */
import {expect} from '@open-wc/testing';
import type {ChatEntry, ChatState} from '../../src/core/chat/chat-state.ts';
import type {Visitor} from '../../src/core/chat/visitor.ts';
import {define} from '../../src/elements/base/define.ts';
import {AppInboxBell} from '../../src/elements/bell/bell.ts';
import {readBellIcon} from '../../src/elements/bell/bell-icon.ts';
import {AppInboxChat} from '../../src/elements/chat/chat.ts';
import {AppInboxToasts} from '../../src/elements/toasts/toasts.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import {readNotification} from '../../src/protocol/notification.ts';
import {FakeInbox} from './fake-inbox.ts';
import {CANARY, RUN, VECTORS} from './xss-vectors.ts';
import {beginWatching, expectNothingHappened, settle, touch, within} from './xss-witness.ts';

define('app-inbox-toasts', AppInboxToasts);
define('app-inbox-bell', AppInboxBell);
define('app-inbox-chat', AppInboxChat);

const ALL = Object.values(VECTORS).flat();
const NOW = Date.now();

describe('what is hostile, beside the panel', () => {
  const box = document.createElement('div');
  const address = location.href;
  before(() => Promise.all([loadTranslation('en'), loadMoreTerms('en')]));
  beforeEach(() => {
    beginWatching();
    document.body.append(box);
  });
  afterEach(() => box.replaceChildren());

  it('does nothing in toasts', async () => {
    // No stack takes more at once.
    const STACK = 40;
    let shown = 0;
    for (let start = 0; start < ALL.length; start += STACK) {
      const toasts = document.createElement('app-inbox-toasts');
      toasts.max = STACK;
      toasts.inbox = new FakeInbox();
      box.append(toasts);
      for (const [index, vector] of ALL.slice(start, start + STACK).entries()) {
        const action = {id: vector, label: vector, link: vector, style: vector};
        const hostile = {title: vector, content: vector, image: vector, link: vector, category: vector};
        const message = {
          id: `${index}`,
          createdDate: NOW,
          newMessage: true,
          actions: [action],
          severity: 'high',
        };
        await toasts.show(readNotification({...message, ...hostile}, NOW)!);
      }
      await settle();
      shown += [...within(toasts.shadowRoot!)].filter(({part}) => part.contains('toast')).length;
    }
    expect(shown).to.equal(ALL.length);
    await touch(box);
    expectNothingHappened(address);
  }).timeout(20_000);

  it('does nothing in the bell’s attributes', async () => {
    for (const vector of ALL) {
      const bell = document.createElement('app-inbox-bell');
      for (const name of ['label', 'max', 'language', 'theme']) bell.setAttribute(name, vector);
      bell.inbox = new FakeInbox({count: 3});
      box.append(bell);
    }
    await settle();
    const names = [...within(box)].filter(({localName}) => localName === 'button');
    expect(names.map((button) => button.getAttribute('aria-label')?.startsWith(''))).to.have.length(
      ALL.length,
    );
    await touch(box);
    expectNothingHappened(address);
  }).timeout(20_000);

  it('does nothing in the bell’s drawing', async () => {
    const draw = (inside: string, attributes = '') =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
    const quoted = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
    const loading = [
      `url(${CANARY}/1)`,
      `u\\72l(${CANARY}/2)`,
      `image-set('${CANARY}/3' 1x)`,
      `-webkit-image-set('${CANARY}/4' 1x)`,
      `image('${CANARY}/5')`,
      `src('${CANARY}/6')`,
      `-webkit-cross-fade(url(${CANARY}/7), url(${CANARY}/8), 50%)`,
      `url(#a), url(${CANARY}/9)`,
    ];
    const sources = [
      ...ALL.flatMap((vector) => [vector, draw(vector), draw('', `fill="${quoted(vector)}"`)]),
      ...loading.flatMap((value) =>
        ['fill', 'stroke', 'mask', 'clip-path', 'style', 'filter', 'color'].map((name) =>
          draw(`<rect width="9" height="9" ${name}="${quoted(value)}"/>`, `onload="${RUN}"`),
        ),
      ),
    ];
    let drawn = 0;
    for (const source of sources) {
      try {
        box.append(readBellIcon(source));
        drawn++;
      } catch (error) {
        expect(error).to.be.instanceOf(TypeError);
      }
    }
    expect(drawn, 'drawings').to.be.above(ALL.length);
    await settle();
    await touch(box);
    expectNothingHappened(address);
  }).timeout(20_000);

  it('does nothing in a conversation', async () => {
    const entries = ALL.map((vector, index): ChatEntry => {
      const file = {id: vector, name: vector, type: 'image/png', size: 1};
      const author = index % 3 ? 'agent' : 'visitor';
      const words = {name: vector, avatar: vector, text: vector};
      return {key: `k${index}`, author, ...words, at: NOW, attachments: [file], status: 'sent'};
    });
    const visitor = {
      status: 'open',
      isAway: false,
      readByAgent: 0,
      readByVisitor: 0,
      unread: 0,
      rating: null,
    } as const;
    const state: ChatState = {
      ...{entries, hasMore: false, typing: ALL[0], connection: 'live', isLoaded: true, unread: 0},
      refusedFiles: ALL,
      visitor: {...visitor, agent: {name: ALL[0]!, avatar: ALL[0]!}},
    };
    const conversation: Partial<Visitor> = {
      ...{state, open: async () => {}, sayTyping: () => {}, markRead: () => {}, loadMore: async () => {}},
      ...{readDraft: async () => undefined, keepDraft: () => {}},
      download: () => new Promise(() => {}),
      subscribe: (listener) => {
        listener(state);
        return () => {};
      },
    };
    const chat = document.createElement('app-inbox-chat');
    chat.conversation = conversation as Visitor;
    box.append(chat);
    await chat.updateComplete;
    chat.open = true;
    await chat.updateComplete;
    await settle();
    const text = chat.renderRoot.textContent;
    for (const vector of [VECTORS.scripts![0]!, VECTORS.handlers![0]!]) expect(text).to.include(vector);
    expect(chat.renderRoot.querySelectorAll('form')).to.have.length(1);
    await touch(box, 'form');
    expectNothingHappened(address);
  }).timeout(20_000);
});
