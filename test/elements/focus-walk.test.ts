/**
 * A contact at the keyboard while things happen: seeded random steps (keys, presses, arrivals, deletions, marks, another
 * contact), after each of which the focus is in the open inbox, on something that can be seen.
 *
 * `npm test` walks a share of it. `FOCUS_STEPS=10000 npm test -- --only unit focus-walk` walks further, and
 * `MODEL_SEED=…` another way; a failure names its seed and its last steps.
 */
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import type {Notification} from '../../src/protocol/notification.ts';
import './define.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {isNeverFocused} from './webkit.ts';
import {whenReady} from './when-ready.ts';

const settings = (await (await fetch('/model-settings.json')).json()) as {focusSteps?: number; seed?: number};
const STEPS = settings.focusSteps ?? 500;
/** Turns of the page's loop that a step may take to come to rest. */
const TURNS = 40;

/** Mulberry32: the same numbers for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What has the focus, inside of all shadows. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What is seen at a point, inside of all shadows. */
function seenAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (let inner; element?.shadowRoot; element = inner) {
    inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
  }
  return element;
}

/** Whether a node is drawn inside of another one. */
function isInside(node: Node | null, box: Element): boolean {
  for (let at = node; at; at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host)
    if (at === box) return true;
  return false;
}

/**
 * Whether any part of an element is on screen, with nothing over it (WCAG 2.2, 2.4.11). What a row's title spreads over
 * the row, so that a press anywhere is one on it, is not seen.
 */
function isSeen(element: Element): boolean {
  const {left, top, width, height} = element.getBoundingClientRect();
  const box = element.closest('app-inbox-notification') ?? element;
  const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
  return parts.some((down) =>
    parts.some((across) => isInside(seenAt(left + width * across, top + height * down), box)),
  );
}

const describeElement = (element: Element | null) =>
  element &&
  `<${element.localName} class="${element.className}"> “${element.textContent.trim().slice(0, 30)}”`;

/** Where it is, and what is there in its place. */
function describePlace(element: Element): string {
  const {left, top, width, height} = element.getBoundingClientRect();
  const box = [left, top, width, height].map(Math.round).join();
  return `at ${box}, where ${describeElement(seenAt(left + width / 2, top + height / 2))} is seen`;
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

async function setUp(count: number, seed: number) {
  await Promise.all([loadTranslation('en'), loadMoreTerms('en')]);
  const random = makeRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  let made = 0;
  const make = (): Notification =>
    makeNotification(made++, {
      createdAt: Date.now() - Math.floor(random() * 3e8),
      content: 'A few words more than before. '.repeat(Math.floor(random() * 7)),
      readAt: random() < 0.3 ? 1 : null,
      link: random() < 0.2 ? '#there' : undefined,
      category: pick(['orders', 'offers', undefined]),
      entity: pick(['order 1', 'order 2', ...Array<undefined>(8)]),
      pinned: random() < 0.05,
      actions: random() < 0.1 ? [{id: 'pay', label: 'Pay', style: 'primary'}] : [],
    });
  const inOrder = (rows: Notification[]) =>
    rows.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt);
  const list = (length: number) => inOrder(Array.from({length}, make));
  const inbox = FakeInbox.with(list(count));
  inbox.capabilities = [...inbox.capabilities, 'pin'];
  const page = await fixture<HTMLElement>(html`
    <div>
      <button id="bell">Bell</button>
      <app-inbox-panel .inbox=${inbox} language="en"></app-inbox-panel>
      <button id="after">After</button>
    </div>
  `);
  const panel = page.querySelector<AppInboxPanel>('app-inbox-panel')!;
  panel.anchor = page.querySelector<HTMLElement>('#bell')!;
  // Where a notification leads is not followed here.
  page.addEventListener('click', (event) => event.preventDefault());
  panel.open = true;
  await whenReady(panel);

  const key = (name: string) =>
    focused()!.dispatchEvent(
      new KeyboardEvent('keydown', {key: name, bubbles: true, composed: true, cancelable: true}),
    );
  const patch = (notifications: Notification[]) =>
    inbox.patch({notifications, count: notifications.filter(({readAt}) => readAt === null).length});
  const rows = () => inbox.state.notifications;

  /** What can happen, and how often beside the others. */
  const steps: [weight: number, name: string, step: () => unknown][] = [
    ...['ArrowDown', 'ArrowUp', 'Escape'].map((name): [number, string, () => unknown] => [
      name === 'Escape' ? 3 : 9,
      name,
      () => key(name),
    ]),
    ...['Home', 'End', 'PageDown', 'PageUp', 'ArrowLeft', 'ArrowRight', 'Delete', ...'eupxz/?'].map(
      (name): [number, string, () => unknown] => [3, name, () => key(name)],
    ),
    [8, 'Tab', () => sendKeys({press: 'Tab'})],
    [
      4,
      'Shift+Tab',
      async () => {
        await sendKeys({down: 'Shift'});
        await sendKeys({press: 'Tab'});
        await sendKeys({up: 'Shift'});
      },
    ],
    [
      12,
      'Enter',
      () => {
        const at = focused();
        // The browser's own: a button, box or link is pressed.
        if (key('Enter') && at?.matches('button, a, [type=checkbox]')) (at as HTMLElement).click();
      },
    ],
    [
      4,
      'typing',
      () => {
        const field = focused();
        if (!(field instanceof HTMLInputElement) || field.type !== 'search') return;
        field.value = pick(['', '1', 'notification', 'nothing like it']);
        field.dispatchEvent(new Event('input', {bubbles: true}));
      },
    ],
    [8, 'a row', () => pick([...panel.shadowRoot!.querySelectorAll('app-inbox-notification')])?.focus()],
    [
      8,
      'an arrival',
      () => {
        const arrival = {...make(), createdAt: Date.now()};
        patch(inOrder([arrival, ...rows()]));
        inbox.emit('notification', {notification: arrival});
      },
    ],
    [4, 'several arrivals', () => patch(inOrder([make(), make(), make(), ...rows()]))],
    [
      6,
      'one deleted elsewhere',
      () => {
        const gone = pick(rows());
        patch(rows().filter((row) => row !== gone));
      },
    ],
    [
      4,
      'the focused one deleted elsewhere',
      () => {
        const row = panel.shadowRoot!.activeElement?.closest('app-inbox-notification');
        patch(rows().filter(({id}) => id !== row?.notification?.id));
      },
    ],
    [2, 'half of them deleted elsewhere', () => patch(rows().filter(() => random() < 0.5))],
    [1, 'all deleted elsewhere', () => patch([])],
    [
      4,
      'marks elsewhere',
      () =>
        patch(rows().map((row) => (random() < 0.2 ? {...row, readAt: row.readAt === null ? 2 : null} : row))),
    ],
    [2, 'all read elsewhere', () => void inbox.markAllRead()],
    [2, 'the connection', () => inbox.patch({isOffline: !inbox.state.isOffline})],
    [2, 'more on its way', () => inbox.patch({isLoadingMore: !inbox.state.isLoadingMore})],
    [2, 'more there', () => inbox.patch({hasMore: !inbox.state.hasMore})],
    [3, 'many more', () => rows().length < 300 && patch(inOrder([...rows(), ...list(count)]))],
    [
      2,
      'the other views',
      () => {
        const view = () => ({list: 'ready' as const, notifications: list(4), hasMore: false});
        inbox.patch({views: {archived: view(), snoozed: view()}});
      },
    ],
    [
      2,
      'another contact',
      async () => {
        inbox.patch({session: 'anonymous', list: 'idle', notifications: [], views: {}, count: undefined});
        await panel.updateComplete;
        inbox.patch({session: 'authenticated', list: 'loading'});
        await panel.updateComplete;
        inbox.patch({list: 'ready', notifications: list(count), count});
      },
    ],
  ];
  const total = steps.reduce((sum, [weight]) => sum + weight, 0);
  const next = () => {
    let at = random() * total;
    return steps.find(([weight]) => (at -= weight) < 0)!;
  };

  /** What is wrong with the focus now. */
  function fault(): string | undefined {
    const at = focused();
    if (!panel.open)
      return at === panel.anchor ? undefined : `closed, and the focus is on ${describeElement(at)}`;
    if (at === document.body || !at) return 'nothing has the focus';
    if (!isSeen(at)) return `${describeElement(at)} cannot be seen ${describePlace(at)}`;
    return undefined;
  }

  async function settle(): Promise<string | undefined> {
    let found: string | undefined;
    for (let i = 0; i < TURNS; i++) {
      await panel.updateComplete;
      await turn();
      if (!(found = fault()) && i > 0) return undefined;
    }
    return found;
  }

  /** After closing and leaving, the contact comes back. */
  async function comeBack(): Promise<void> {
    if (!panel.open) panel.open = true;
    else if (!panel.shadowRoot!.activeElement)
      panel.shadowRoot!.querySelector<HTMLElement>('#heading')!.focus();
    await panel.updateComplete;
  }

  return {next, settle, comeBack};
}

async function walk(steps: number, rows: number, seed: number): Promise<void> {
  const {next, settle, comeBack} = await setUp(rows, seed);
  const path: string[] = [];
  for (let count = 0; count < steps; count++) {
    await comeBack();
    const [, name, step] = next();
    path.push(name);
    await step();
    const fault = await settle();
    if (fault) throw new Error(`Seed ${seed}, step ${count}: ${fault}, after ${path.slice(-12).join(', ')}`);
  }
  expect(path).to.have.length(steps);
}

describe('the focus', () => {
  beforeEach(() => localStorage.removeItem('app-inbox:single-keys'));
  after(() => setViewport({width: 1000, height: 800}));

  const seed = settings.seed ?? 42;
  for (const [where, width, rows] of [
    ['beside the bell', 1000, 12],
    ['in a long list', 1000, 90],
    ['on a phone', 360, 12],
  ] as const)
    it(`is never lost nor covered ${where}`, async function () {
      if (isNeverFocused) this.skip();
      this.timeout(STEPS > 500 ? 0 : 30_000);
      await setViewport({width, height: 640});
      await walk(Math.ceil(STEPS / 3), rows, seed);
    });
});
