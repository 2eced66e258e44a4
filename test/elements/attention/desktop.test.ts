import {expect} from '@open-wc/testing';
import {AppBadge} from '../../../src/elements/attention/app-badge.ts';
import {Desktop} from '../../../src/elements/attention/desktop.ts';
import type {Notification as InboxNotification} from '../../../src/protocol/notification.ts';
import {makeNotification} from '../fake-inbox.ts';

const WORDS = {language: 'uk', direction: 'ltr', notification: 'Сповіщення'} as const;
const KEY = 'app-inbox:test:desktop';

/** The system's notifications, as far as they are used; the browser of a test has none to show them on. */
class FakeNotification {
  static permission = 'granted';
  static shown: FakeNotification[] = [];
  static isBroken = false;
  static requestPermission = () => Promise.resolve((FakeNotification.permission = 'granted'));
  readonly title: string;
  readonly options: NotificationOptions;
  onclick?: () => void;
  onclose?: () => void;
  isClosed = false;

  constructor(title: string, options: NotificationOptions) {
    if (FakeNotification.isBroken) throw new TypeError('Illegal constructor');
    this.title = title;
    this.options = options;
    FakeNotification.shown.push(this);
  }

  close(): void {
    this.isClosed = true;
    this.onclose?.();
  }
}

describe('Desktop', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'Notification')!;
  let opened: InboxNotification[];
  const create = (storageKey?: string) =>
    new Desktop({storageKey, toText: (content) => `text of ${content}`, onOpen: (one) => opened.push(one)});

  beforeEach(() => {
    opened = [];
    Object.assign(FakeNotification, {permission: 'granted', shown: [], isBroken: false});
    Object.defineProperty(globalThis, 'Notification', {value: FakeNotification, configurable: true});
  });
  afterEach(() => {
    Object.defineProperty(globalThis, 'Notification', own);
    localStorage.removeItem(KEY);
  });

  it('shows the words of a notification, in its language, and the same one once', () => {
    expect(create().show(makeNotification(1, {content: 'x', image: 'https://a.example/b.png'}), WORDS)).to.be
      .true;
    const [{title, options} = {}] = FakeNotification.shown;
    expect(title).to.equal('Notification 1');
    expect(options).to.deep.equal({
      body: 'text of x',
      icon: 'https://a.example/b.png',
      tag: 'n1',
      lang: 'uk',
      dir: 'ltr',
    });
  });

  it('shows the picture of whoever it comes from, where there is no image', () => {
    const customData = {avatar: {name: 'Nadia', image: 'https://a.example/nadia.png'}};
    create().show(makeNotification(1, {customData}), WORDS);
    create().show(makeNotification(2, {customData, image: 'https://a.example/b.png'}), WORDS);
    expect(FakeNotification.shown.map(({options}) => options.icon)).to.deep.equal([
      'https://a.example/nadia.png',
      'https://a.example/b.png',
    ]);
  });

  it('says the content where there is no title', () => {
    create().show(makeNotification(1, {title: ' ', content: 'x'}), WORDS);
    expect(FakeNotification.shown[0]!.title).to.equal('text of x');
    expect(FakeNotification.shown[0]!.options.body).to.equal('');
  });

  it('opens what is pressed', () => {
    const notification = makeNotification(1);
    create().show(notification, WORDS);
    FakeNotification.shown[0]!.onclick!();
    expect(opened).to.deep.equal([notification]);
    expect(FakeNotification.shown[0]!.isClosed).to.be.true;
  });

  it('takes back what has been read', () => {
    const desktop = create();
    for (const index of [1, 2]) desktop.show(makeNotification(index), WORDS);
    desktop.keepOnly((id) => id === 'n2');
    expect(FakeNotification.shown.map(({isClosed}) => isClosed)).to.deep.equal([true, false]);
    desktop.clear();
    expect(FakeNotification.shown[1]!.isClosed).to.be.true;
  });

  it('says that it shows nothing without leave, or where the browser wants a service worker', () => {
    FakeNotification.permission = 'denied';
    expect(create().show(makeNotification(1), WORDS)).to.be.false;
    Object.assign(FakeNotification, {permission: 'granted', isBroken: true});
    expect(create().show(makeNotification(1), WORDS)).to.be.false;
  });

  it('asks as long as nobody has answered, and remembers a no on this device', async () => {
    FakeNotification.permission = 'default';
    const desktop = create(KEY);
    expect(desktop.canAsk).to.be.true;
    desktop.decline();
    expect(desktop.canAsk).to.be.false;
    expect(create(KEY).canAsk).to.be.false;
    const other = create();
    expect(other.canAsk, 'nothing is kept where nothing may be').to.be.true;
    expect(await other.ask()).to.be.true;
    expect(other.canAsk).to.be.false;
  });
});

describe('AppBadge', () => {
  const badges = navigator as {setAppBadge?: unknown; clearAppBadge?: unknown};
  const own = {setAppBadge: badges.setAppBadge, clearAppBadge: badges.clearAppBadge};
  const replace = (fakes: object) => {
    for (const [name, value] of Object.entries(fakes))
      Object.defineProperty(navigator, name, {value: value as unknown, configurable: true, writable: true});
  };
  afterEach(() => replace(own));

  it('sets and clears the number, and bears a browser that refuses or has none', async () => {
    const calls: unknown[] = [];
    replace({
      setAppBadge: (count: number) => {
        calls.push(count);
        return Promise.reject(new DOMException('no', 'NotAllowedError'));
      },
      clearAppBadge: () => {
        calls.push('clear');
        return Promise.resolve();
      },
    });
    const badge = new AppBadge();
    badge.set(3);
    badge.set(0);
    await Promise.resolve();
    expect(calls).to.deep.equal([3, 'clear']);
    replace({setAppBadge: undefined, clearAppBadge: undefined});
    expect(() => badge.set(1)).to.not.throw();
  });
});
