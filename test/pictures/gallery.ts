/** What runs in the page of `take.ts`: the real elements over an inbox in memory, and ways to each state. */
import '../../src/entries/define.ts';
import {define} from '../../src/elements/base/define.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {toPlainText} from '../../src/elements/base/plain-text.ts';
import {AppInboxToasts} from '../../src/elements/toasts/toasts.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {loadedTranslation, loadTranslation} from '../../src/i18n/translations.ts';
import {FakeInbox, makeNotification} from '../elements/fake-inbox.ts';
import {whenReady} from '../elements/when-ready.ts';

define('app-inbox-toasts', AppInboxToasts);

export interface Scene {
  state: keyof typeof STATES;
  layout?: 'popover' | 'drawer' | 'page';
  theme?: 'light' | 'dark';
  /** Mirrored, in English words: the fonts of other scripts are each machine's own. */
  isRtl?: boolean;
}

interface State {
  /** Beside a list that is there. */
  inbox?: Partial<FakeInbox['state']>;
  reach?: (panel: AppInboxPanel) => Promise<void>;
}

const HOUR = 3_600_000;

function rows(): ReturnType<typeof makeNotification>[] {
  const ago = (hours: number) => Date.now() - hours * HOUR;
  return [
    makeNotification(0, {
      title: 'Your parcel comes today',
      content: 'Between 14:00 and 16:00. Somebody has to sign for it.',
      category: 'orders',
      image: 'parcel.svg',
      customData: {avatar: 'courier.svg'},
      link: '#parcel',
      pinned: true,
      createdAt: ago(1),
    }),
    makeNotification(1, {
      title: 'Confirm your new address',
      content:
        'We have had a <b>change of address</b> from you. If it was not you, tell us <a href="#help">at once</a>.',
      severity: 'high',
      actions: [
        {id: 'yes', label: 'It was me', style: 'primary'},
        {id: 'no', label: 'Not me', style: 'secondary'},
      ],
      createdAt: ago(0.2),
    }),
    ...[0, 1, 2].map((index) =>
      makeNotification(10 + index, {
        title: `Order 1042: step ${3 - index} of 3`,
        content: 'Packed and handed over to the carrier.',
        category: 'orders',
        entity: 'order 1042',
        createdAt: ago(3 + index),
      }),
    ),
    makeNotification(2, {
      title: 'A title that has rather more to say than one line of a narrow panel can ever hold at a time',
      content: 'And words that go on and on about it. '.repeat(9),
      category: 'offers',
      createdAt: ago(26),
      readAt: 1,
    }),
    makeNotification(3, {
      title: 'Your invoice',
      content: '',
      customData: {avatar: {name: 'Nadia Petrenko'}},
      createdAt: ago(80),
      readAt: 1,
    }),
    makeNotification(4, {title: 'Welcome', content: 'Good to have you.', createdAt: ago(900), readAt: 1}),
  ];
}

const none = {notifications: [], count: 0};
const fails = new Error('The platform is not there') as unknown as NonNullable<FakeInbox['state']['error']>;

async function press(panel: AppInboxPanel, selector: string, at = 0): Promise<void> {
  [...panel.shadowRoot!.querySelectorAll<HTMLElement>(selector)].at(at)!.click();
  await panel.updateComplete;
  await panel.updateComplete;
}

/** The states that there are pictures of, by name. */
const STATES = {
  list: {},
  loading: {inbox: {...none, list: 'loading'}},
  empty: {inbox: none},
  failed: {inbox: {...none, list: 'failed', error: fails}},
  offline: {inbox: {isOffline: true}},
  search: {
    async reach(panel) {
      await press(panel, '[data-tool=search]');
      const field = panel.shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
      field.value = 'order';
      field.dispatchEvent(new Event('input'));
      await panel.updateComplete;
    },
  },
  selection: {
    async reach(panel) {
      await press(panel, '[data-tool=menu]');
      await press(panel, '[role=menuitem]', 0);
      await press(panel, '[data-tool=select-all]');
    },
  },
  menu: {reach: (panel) => press(panel, '[slot=tools]', 1)},
  snooze: {
    async reach(panel) {
      await press(panel, '[slot=tools]', 1);
      await press(panel, '[role=menuitem]', -3);
    },
  },
  undo: {
    async reach(panel) {
      await press(panel, '[slot=tools]', -1);
      await press(panel, '[role=menuitem]', -1);
    },
  },
  help: {
    async reach(panel) {
      await press(panel, '[data-tool=menu]');
      await press(panel, '[role=menuitem]', -1);
    },
  },
  toasts: {},
} satisfies Record<string, State>;

async function showToasts(inbox: FakeInbox, theme: Scene['theme']): Promise<void> {
  const toasts = document.createElement('app-inbox-toasts');
  toasts.setAttribute('theme', theme ?? 'light');
  toasts.setAttribute('language', 'en');
  toasts.setAttribute('manual', '');
  document.body.append(toasts);
  toasts.inbox = inbox;
  toasts.toText = toPlainText;
  for (const row of rows().slice(0, 2)) await toasts.show({...row, createdAt: Date.now()});
}

/** What would move in this root and in those inside, as elements with their class. */
function moving(root: Document | ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const moves = ['', '::before', '::after'].some((part) => {
      const {animationName, transitionDuration} = getComputedStyle(element, part);
      return animationName !== 'none' || /[1-9]/.test(transitionDuration);
    });
    const {shadowRoot, localName, className} = element;
    return [
      ...(moves ? [`${localName} ${String(className)}`] : []),
      ...(shadowRoot ? moving(shadowRoot) : []),
    ];
  });
}

/** Makes a scene, and resolves when it stands still; rejects where it moves although the visitor wants no motion. */
export async function show({
  state,
  layout = 'popover',
  theme = 'light',
  isRtl = false,
}: Scene): Promise<void> {
  // A font that comes late would move what has been measured with another one.
  const fonts = [400, 600].map((weight) => document.fonts.load(`${weight} 14px Picture`));
  await Promise.all([loadTranslation('en'), loadMoreTerms('en'), ...fonts]);
  if (isRtl) {
    document.documentElement.dir = 'rtl';
    Object.assign(loadedTranslation('en')!, {direction: 'rtl'});
  }
  document.documentElement.style.colorScheme = theme;
  const {inbox: its, reach}: State = STATES[state];
  const inbox = FakeInbox.with(rows(), its);
  inbox.capabilities = [...inbox.capabilities, 'pin'];
  if (state === 'toasts') await showToasts(inbox, theme);
  else {
    const bell = document.createElement('app-inbox-bell');
    const panel = document.createElement('app-inbox-panel');
    Object.assign(bell, {inbox, theme, language: 'en'});
    Object.assign(panel, {inbox, theme, layout, language: 'en', anchor: bell});
    document.body.append(bell, panel);
    await whenReady(panel);
    panel.open = true;
    await whenReady(panel);
    await reach?.(panel);
  }
  await Promise.all([...document.images].map((image) => image.decode()));
  const moves = moving(document);
  if (moves.length) throw new Error(`With reduced motion there moves: ${moves.join(', ')}`);
}

declare global {
  interface Window {
    show: typeof show;
  }
}
window.show = show;
