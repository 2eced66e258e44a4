import {expect, waitUntil} from '@open-wc/testing';
import {render} from 'lit/html.js';
import type {ChatEntry, ChatState} from '../../../src/core/chat/chat-state.ts';
import type {Draft} from '../../../src/core/chat/drafts.ts';
import {InboxError} from '../../../src/core/errors.ts';
import type {Visitor} from '../../../src/core/chat/visitor.ts';
import type {ChatAttachment} from '../../../src/protocol/visitor.ts';
import {define} from '../../../src/elements/base/define.ts';
import {AppInboxChat} from '../../../src/elements/chat/chat.ts';
import {withLinks} from '../../../src/elements/chat/links.ts';
import {loadChatTerms} from '../../../src/i18n/chat/chat.ts';

define('app-inbox-chat', AppInboxChat);

const STATE: ChatState = {
  entries: [],
  visitor: {
    status: 'open',
    agent: null,
    isAway: false,
    readByAgent: 0,
    readByVisitor: 0,
    unread: 0,
    rating: null,
  },
  hasMore: false,
  typing: undefined,
  connection: 'live',
  isLoaded: true,
  unread: 0,
  refusedFiles: [],
};

const entry = (key: string, more: Partial<ChatEntry> = {}): ChatEntry => ({
  key,
  author: 'visitor',
  name: '',
  avatar: null,
  text: key,
  at: Date.now(),
  attachments: [],
  status: 'sent',
  ...more,
});

class FakeVisitor {
  state: ChatState = STATE;
  sent: [string, readonly File[]][] = [];
  rated: number[] = [];
  marks = 0;
  failure?: Error;
  listener?: (state: ChatState) => void;
  subscribe = (listener: (state: ChatState) => void) => {
    this.listener = listener;
    return () => (this.listener = undefined);
  };
  show(change: Partial<ChatState>) {
    this.state = {...this.state, ...change};
    this.listener?.(this.state);
  }
  open = async () => {};
  sayTyping = () => {};
  draft: Draft | undefined;
  readDraft = async () => this.draft;
  keepDraft = (draft: Draft) => void (this.draft = draft);
  markRead = () => void this.marks++;
  rate = async (stars: number) => void this.rated.push(stars);
  loadMore = async () => {};
  download = async ({name}: ChatAttachment) => {
    if (name === 'bad.png') throw new Error('gone');
    const canvas = new OffscreenCanvas(9, 9);
    canvas.getContext('2d');
    return canvas.convertToBlob();
  };
  send = async (text: string, files: readonly File[]) => {
    if (this.failure) throw this.failure;
    this.sent.push([text, files]);
  };
}

describe('the chat', () => {
  let visitor: FakeVisitor;
  let chat: AppInboxChat;
  const find = <T extends HTMLElement>(selector: string) => chat.renderRoot.querySelector<T>(selector);
  const update = async () => {
    await chat.updateComplete;
    await chat.updateComplete;
  };

  before(() => loadChatTerms('en'));
  beforeEach(async () => {
    visitor = new FakeVisitor();
    chat = document.createElement('app-inbox-chat');
    chat.conversation = visitor as unknown as Visitor;
    document.body.append(chat);
    await update();
  });
  afterEach(() => chat.remove());

  const open = async () => {
    find('.launcher')!.click();
    await update();
  };

  /** Colours are judged when it has appeared; the dots of who is writing never come to rest. */
  async function appeared(): Promise<void> {
    await Promise.all(
      find('.panel')!
        .getAnimations()
        .map((animation) => animation.finished),
    );
  }

  it('is a button that tells how many messages are unread', async () => {
    visitor.show({unread: 3});
    await update();
    expect(find('.launcher')!.getAttribute('aria-label')).to.equal('Chat, 3 unread');
    expect(find('.panel')).to.equal(null);
  });

  it('opens, takes the focus, marks as read, and gives the focus back at Escape', async () => {
    visitor.show({unread: 1});
    await open();
    expect(chat.shadowRoot!.activeElement).to.equal(find('textarea'));
    expect(visitor.marks).to.be.greaterThan(0);
    find('textarea')!.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}),
    );
    await update();
    expect(find('.panel')).to.equal(null);
    expect(chat.shadowRoot!.activeElement).to.equal(find('.launcher'));
  });

  it('is a log of who said what, accessible in every state', async () => {
    await open();
    visitor.show({
      entries: [
        entry('Hello'),
        entry('a', {
          author: 'agent',
          name: 'Nadia',
          text: 'Hi',
          id: 2,
          attachments: [{id: 'f', name: 'order.pdf', type: 'application/pdf', size: 3}],
        }),
        entry('On its way', {status: 'sending'}),
      ],
      typing: 'Nadia',
      hasMore: true,
      visitor: {...STATE.visitor!, agent: {name: 'Nadia', avatar: null}},
    });
    await update();
    const log = find('[role=log]')!;
    expect(log.getAttribute('aria-live')).to.equal('polite');
    expect(log.textContent.replace(/\s+/g, ' ')).to.match(
      /You: Hello.*Nadia: Hi.*You: On its way.*Sending.*Nadia is writing/,
    );
    await appeared();
    await expect(chat).to.be.accessible();
    for (const theme of ['dark', 'light'] as const) {
      chat.theme = theme;
      await update();
      await expect(chat).to.be.accessible();
    }
  });

  it('has the name of a picture in its place where it does not come', async () => {
    visitor.show({
      entries: ['good.png', 'bad.png'].map((name) =>
        entry('', {key: name, id: 2, attachments: [{id: name, name, type: 'image/png', size: 3}]}),
      ),
    });
    await open();
    const shown = (name: string) =>
      [...find(`.picture:has([data-file="${name}"])`)!.children].filter((child) => child.checkVisibility());
    await waitUntil(() => find('[data-failed]'));
    expect(shown('good.png').map(({localName}) => localName)).to.deep.equal(['canvas']);
    expect(shown('bad.png').map(({textContent}) => textContent)).to.deep.equal(['bad.png']);
    // The platform has not taken it: what is left of the message takes its place.
    const attachments = [{id: 'next.png', name: 'next.png', type: 'image/png', size: 3}];
    visitor.show({entries: [entry('', {key: 'bad.png', id: 2, attachments})]});
    await update();
    await waitUntil(() => shown('next.png')[0]?.localName === 'canvas');
  });

  it('shows a picture large, from where it can be saved, and is open as before when that is closed', async () => {
    const attachments = [{id: 'p', name: 'garden.png', type: 'image/png', size: 2048}];
    visitor.show({entries: [entry('', {id: 2, attachments})]});
    await open();
    const button = find('.picture')!;
    button.focus();
    button.click();
    await update();
    const dialog = find<HTMLDialogElement>('dialog')!;
    expect(dialog.matches(':modal')).to.equal(true);
    await waitUntil(() => find<HTMLCanvasElement>('dialog canvas')!.width === 9);
    expect(dialog.querySelector('.text-button')!.textContent).to.match(/Download garden.png, 2 kB/);
    await appeared();
    await expect(chat).to.be.accessible();
    dialog.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
    dialog.close();
    await waitUntil(() => !find('dialog'));
    expect(chat.open).to.equal(true);
    expect(chat.shadowRoot!.activeElement).to.equal(button);
    button.click();
    await update();
    find('dialog')!.click();
    await waitUntil(() => !find('dialog'));
  });

  it('sends with Enter, and not in the middle of a composition or with Shift', async () => {
    await open();
    const field = find<HTMLTextAreaElement>('textarea')!;
    const press = (more: KeyboardEventInit) =>
      field.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, ...more}),
      );
    field.value = 'Hello';
    press({isComposing: true});
    press({shiftKey: true});
    expect(visitor.sent).to.deep.equal([]);
    press({});
    await update();
    expect(visitor.sent).to.deep.equal([['Hello', []]]);
    expect(field.value).to.equal('');
  });

  it('gives back what could not be sent', async () => {
    await open();
    visitor.failure = new Error('no');
    const field = find<HTMLTextAreaElement>('textarea')!;
    field.value = 'Long and dear';
    find<HTMLFormElement>('form')!.requestSubmit();
    await update();
    await update();
    expect(field.value).to.equal('Long and dear');
    expect(find('[role=alert]')).not.to.equal(null);
  });

  it('shows the picture of who answers, and the letters of the name where none comes', async () => {
    await open();
    const show = async (avatar: string | null) => {
      visitor.show({visitor: {...STATE.visitor!, agent: {name: 'Nadia Petrenko', avatar}}});
      await update();
      return find<HTMLImageElement>('header .face img');
    };
    expect(await show('javascript:alert(1)')).to.equal(null);
    expect(find('header .face')!.textContent.trim()).to.equal('NP');
    const picture = (await show('/not-there.png'))!;
    if (!picture.hidden) await new Promise((resolve) => picture.addEventListener('error', resolve));
    expect(getComputedStyle(picture).display).to.equal('none');
    expect(find('header .face')!.textContent.trim()).to.equal('NP');
  });

  it('says when nobody is there to answer', async () => {
    await open();
    expect(find('.who p')!.textContent).to.match(/few minutes/);
    visitor.show({visitor: {...STATE.visitor!, isAway: true}});
    await update();
    expect(find('.who p')!.textContent).to.match(/^Nobody is here right now/);
  });

  it('asks for a rating once the chat is closed, and thanks', async () => {
    await open();
    visitor.show({
      typing: 'Nadia',
      entries: [entry('a', {author: 'agent', name: 'Nadia'})],
      visitor: {...STATE.visitor!, status: 'closed'},
    });
    await update();
    expect(find('.typing')).to.equal(null);
    const rate = async (label: string) => {
      find(`[aria-label="${label}"]`)!.focus();
      find(`[aria-label="${label}"]`)!.click();
      await update();
      expect(find('.panel')!.textContent).to.include('Thank you');
      expect(chat.shadowRoot!.activeElement, 'where one goes on').to.equal(find('textarea'));
    };
    await rate('4 stars');
    visitor.show({visitor: STATE.visitor});
    await update();
    expect(find('.panel')!.textContent).not.to.include('Thank you');
    visitor.show({visitor: {...STATE.visitor!, status: 'closed'}});
    await update();
    await rate('2 stars');
    expect(visitor.rated, 'each chat has its own').to.deep.equal([4, 2]);
  });

  it('shows nothing that anybody wrote as markup', async () => {
    await open();
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    visitor.show({entries: [entry(evil, {author: 'agent', name: evil})], typing: evil});
    await update();
    expect(find('.log img, .log script')).to.equal(null);
    expect(find('.bubble')!.textContent).to.equal(evil);
  });

  it('keeps what is typed and chosen as it is written, and brings it back', async () => {
    const file = new File(['x'], 'order.txt');
    visitor.draft = {text: 'I wanted to', files: [file]};
    await open();
    await update();
    const field = find<HTMLTextAreaElement>('textarea')!;
    expect(field.value).to.equal('I wanted to');
    expect(find('.files')!.textContent).to.include('order.txt');
    field.value += ' ask';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    expect(visitor.draft).to.deep.equal({text: 'I wanted to ask', files: [file]});
    find<HTMLFormElement>('form')!.requestSubmit();
    await update();
    await update();
    expect(visitor.sent).to.deep.equal([['I wanted to ask', [file]]]);
    expect(visitor.draft).to.deep.equal({text: '', files: []});
  });

  it('tells in words how large files may be, how many, and which were not taken', async () => {
    await open();
    const choose = async (...files: File[]) => {
      const transfer = new DataTransfer();
      files.forEach((file) => transfer.items.add(file));
      const event = new ClipboardEvent('paste', {bubbles: true, cancelable: true});
      // Firefox gives the event a copy of its own, without the files.
      Object.defineProperty(event, 'clipboardData', {value: transfer});
      find('textarea')!.dispatchEvent(event);
      await update();
      return find('[role=alert]')?.textContent;
    };
    const large = new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'film.png');
    expect(await choose(large)).to.equal('film.png is larger than 5 MB');
    const six = [1, 2, 3, 4, 5, 6].map((number) => new File(['x'], `${number}.txt`));
    expect(await choose(...six)).to.equal('Files in one message: 5 at most');
    expect(find('.files')!.querySelectorAll('button')).to.have.length(5);
    visitor.failure = new InboxError('refused', 'Too much waits', {problem: 'too-large'});
    find<HTMLFormElement>('form')!.requestSubmit();
    await update();
    await update();
    expect(find('[role=alert]')!.textContent).to.equal('At most 25 MB of files can wait to be sent');
    expect(find('.files')!.querySelectorAll('button')).to.have.length(5);
    visitor.show({refusedFiles: ['virus.exe']});
    await update();
    expect(find('.panel')!.textContent).to.include('virus.exe cannot be sent');
  });

  it('switches its language while it is open, and its direction', async () => {
    await open();
    chat.language = 'ar';
    await waitUntil(() => find('.panel')!.dir === 'rtl', 'Arabic');
    expect(find('.panel')!.lang).to.equal('ar');
    expect(find('textarea')!.getAttribute('aria-label')).to.equal('اكتب رسالة');
    chat.language = 'de';
    await waitUntil(() => find('.panel')!.lang === 'de', 'German');
  });

  it('is a part of the inbox where it is embedded: no button, no focus taken, no Escape used', async () => {
    chat.embedded = true;
    visitor.show({unread: 2});
    await update();
    expect(find('.launcher')).to.equal(null);
    expect(chat.getAttribute('unread')).to.equal('2');
    chat.open = true;
    await update();
    expect(find('.panel')!.getAttribute('role')).to.equal('group');
    expect(chat.shadowRoot!.activeElement).to.equal(null);
    const escape = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true});
    let heard = 0;
    chat.addEventListener('keydown', () => heard++);
    find('textarea')!.dispatchEvent(escape);
    await update();
    expect(heard).to.equal(1);
    expect(chat.open).to.equal(true);
  });

  it('leaves no listener when it leaves the page', () => {
    chat.remove();
    expect(visitor.listener).to.equal(undefined);
  });
});

describe('links in a text', () => {
  const LINKS: [text: string, hrefs: string[]][] = [
    ['no link', []],
    ['See https://shop.test/a?b=1#c.', ['https://shop.test/a?b=1#c']],
    ['(https://shop.test/a), http://b.test!', ['https://shop.test/a', 'http://b.test/']],
    ['javascript:alert(1) data:text/html,x', []],
    ['https://user:secret@evil.test/', []],
    ['xhttps://a.test', []],
    ['<a href="https://a.test/x">', ['https://a.test/x']],
  ];
  for (const [text, hrefs] of LINKS) {
    it(`are ${hrefs.length} in “${text}”`, () => {
      const box = document.createElement('div');
      render(withLinks(text), box);
      expect([...box.querySelectorAll('a')].map(({href}) => href)).to.deep.equal(hrefs);
      expect(box.textContent).to.equal(text);
    });
  }
});
