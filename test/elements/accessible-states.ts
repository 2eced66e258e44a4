/**
 * What axe has to say of every state of what the contact sees, in every look. Beside axe's own rules: what can be
 * pressed is large enough (WCAG 2.2, 2.5.8), and nothing lies outside of its box on a narrow screen (1.4.10).
 */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import type {AxeResults, RunOptions} from 'axe-core';
import 'axe-core/axe.min.js';
import {define} from '../../src/elements/base/define.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {AppInboxToasts} from '../../src/elements/toasts/toasts.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';

define('app-inbox-toasts', AppInboxToasts);

export interface Look {
  theme: 'light' | 'dark';
  language?: string;
  isForced?: boolean;
  width?: number;
  /** Names and roles are those of another look: only what is seen is judged. */
  isOnlySeen?: boolean;
}

type Panel = Awaited<ReturnType<typeof openPanel>>;

const menuOf = async ({rows, panel}: Panel) => {
  rows()[1]!.querySelector<HTMLElement>('[slot=tools]')!.click();
  await panel.updateComplete;
};
/** Presses what has this place in the menu that is open, and waits for what comes of it. */
const item = async ({root, panel}: Panel, index: number) => {
  [...root.querySelectorAll<HTMLElement>('[role=menuitem]')].at(index)!.click();
  await panel.updateComplete;
  await panel.updateComplete;
};
const tool = async ({root, panel}: Panel, name: string) => {
  root.querySelector<HTMLElement>(`[data-tool=${name}]`)!.click();
  await panel.updateComplete;
  await panel.updateComplete;
};
/** Whatever the language calls it: the view's id says which. */
const view = async ({root, panel}: Panel, name: string) => {
  root.querySelector<HTMLElement>(`#tab-${name}`)!.click();
  await panel.updateComplete;
};

interface State {
  /** Beside a list that is there. */
  inbox?: Partial<FakeInbox['state']>;
  reach?: (page: Panel) => Promise<void>;
  /** What is there once the state is. */
  shows: string;
}

const none = {notifications: [], count: 0};
const fails = new Error('The platform is not there') as unknown as NonNullable<FakeInbox['state']['error']>;

const STATES: Record<string, State> = {
  loading: {inbox: {...none, list: 'loading'}, shows: '.skeleton'},
  empty: {inbox: none, shows: '.message'},
  'not signed in': {inbox: {...none, session: 'anonymous', list: 'idle'}, shows: '.message'},
  failed: {inbox: {...none, list: 'failed', error: fails}, shows: '.message .button'},
  'offline with a list': {inbox: {isOffline: true}, shows: '.notice svg'},
  'out of date': {inbox: {error: fails}, shows: '.notice button'},
  'a list': {shows: 'app-inbox-notification'},
  'more of a list on its way': {inbox: {hasMore: true, isLoadingMore: true}, shows: '.skeleton'},
  'what is unread': {reach: (page) => view(page, 'unread'), shows: '#tab-unread[aria-selected=true]'},
  'an empty archive': {
    inbox: {views: {archived: {list: 'ready', notifications: [], hasMore: false}}},
    reach: (page) => view(page, 'archived'),
    shows: '.message',
  },
  'a row’s menu': {reach: menuOf, shows: '[role=menu]'},
  'times to snooze until': {
    async reach(page) {
      await menuOf(page);
      await item(page, -3);
    },
    shows: '.menu small',
  },
  'a time of one’s own': {
    async reach(page) {
      await menuOf(page);
      await item(page, -3);
      await item(page, -1);
    },
    shows: '[type=datetime-local]',
  },
  'something to undo': {
    async reach(page) {
      await menuOf(page);
      await item(page, -1);
    },
    shows: '.undo button',
  },
  'several chosen': {
    async reach(page) {
      page.rows()[1]!.focus();
      await page.key('x');
    },
    shows: '.selection',
  },
  'a search': {reach: (page) => tool(page, 'search'), shows: '[type=search]'},
  'what can be done to the list': {reach: (page) => tool(page, 'menu'), shows: '[role=menu]'},
  'the keyboard’s help': {
    async reach(page) {
      await tool(page, 'menu');
      await item(page, -1);
    },
    shows: '.help',
  },
};

function makeInbox(state: State['inbox']): FakeInbox {
  const entity = 'order 1042';
  const inbox = FakeInbox.with(
    [
      makeNotification(0, {entity, category: 'orders', severity: 'high', link: '#order'}),
      makeNotification(1, {
        category: 'offers',
        pinned: true,
        actions: [
          {id: 'pay', label: 'Pay', style: 'primary'},
          {id: 'no', label: 'Decline', style: 'secondary'},
        ],
      }),
      makeNotification(2, {entity, readAt: 1, content: 'A <b>word</b> with <a href="#x">a link</a> in it.'}),
      makeNotification(3, {
        readAt: 1,
        title: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
        customData: {avatar: {name: 'Nadia Petrenko'}},
      }),
    ],
    state,
  );
  inbox.capabilities = [...inbox.capabilities, 'pin'];
  return inbox;
}

/** The rules on what is seen. */
const SEEN = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What is wrong with an element, in lines. */
async function faults(element: Element, {isOnlySeen}: Look): Promise<string[]> {
  await Promise.all(
    element
      .shadowRoot!.getAnimations()
      // What never ends is for the eye alone.
      .filter(({effect}) => effect?.getTiming().iterations !== Infinity)
      .map(({finished}) => finished.catch(() => {})),
  );
  const {axe} = window as unknown as {axe: {run(what: Element, how: RunOptions): Promise<AxeResults>}};
  const {violations} = await axe.run(element, {
    resultTypes: ['violations'],
    ...(isOnlySeen ? {runOnly: {type: 'rule', values: SEEN}} : {rules: {'target-size': {enabled: true}}}),
  });
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join()} ${failureSummary}`),
  );
}

/** What of the panel's controls lies outside of it, or of what clips it, and cannot be scrolled to. */
function outside(panel: AppInboxPanel): string[] {
  const box = panel.shadowRoot!.querySelector('.panel')!;
  const {left, right} = box.getBoundingClientRect();
  const controls = [
    ...box.querySelectorAll<HTMLElement>('button, input, [role=menu], app-inbox-notification'),
  ];
  return [box, ...controls]
    .filter((control) => {
      const {left: from, right: to, width} = control.getBoundingClientRect();
      return (
        (width > 0 && !control.closest('.tabs, .chips') && (from < left - 1 || to > right + 1)) ||
        (control === box && (left < -1 || right > innerWidth + 1 || box.scrollWidth > box.clientWidth + 1))
      );
    })
    .map((control) => `outside: ${control.className || control.tagName}`);
}

/** Describes every state in a look: a file of tests holds few of them, for the time that a file may take. */
export function describeStates(name: string, look: Look): void {
  const {language = 'en', theme, isForced, width = 1000} = look;
  describe(`every state is accessible ${name}`, () => {
    before(async function () {
      // The markup and its styles are the same in each engine: one of them is enough, and axe is slow.
      if (!/Chrom/.test(navigator.userAgent)) this.skip();
      if (isForced && !(await executeServerCommand('force-colours', true))) {
        console.warn('This browser is not told to force colours.');
        this.skip();
      }
      if (isForced) expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      await setViewport({width, height: 800});
      await loadMoreTerms(language);
      localStorage.removeItem('app-inbox:single-keys');
    });
    after(async () => {
      if (isForced) await executeServerCommand('force-colours', false);
      await setViewport({width: 1000, height: 800});
    });

    for (const [state, {inbox, reach, shows}] of Object.entries(STATES))
      it(state, async () => {
        const page = await openPanel(makeInbox(inbox), {language});
        const {panel, root} = page;
        panel.theme = theme;
        // Categories come with the second opening.
        panel.open = false;
        await panel.updateComplete;
        panel.open = true;
        await panel.updateComplete;
        await reach?.(page);
        await waitUntil(() => root.querySelector(shows), `${shows} is there`);
        expect([...(await faults(panel, look)), ...outside(panel)]).to.deep.equal([]);
      });

    it('toasts', async () => {
      const element = await fixture<AppInboxToasts>(
        html`<app-inbox-toasts language=${language} theme=${theme} max="2"></app-inbox-toasts>`,
      );
      element.inbox = makeInbox({});
      await element.show(makeNotification(2, {customData: {avatar: {name: 'Nadia Petrenko'}}}));
      await element.show(makeNotification(1, {severity: 'high', link: '#x', openInNewTab: true}));
      await element.show(makeNotification(0, {actions: [{id: 'a', label: 'Pay', style: 'primary'}]}));
      element.offer = {text: 'Shall we?', yes: 'Yes', no: 'No', onAnswer() {}};
      expect(await faults(element, look)).to.deep.equal([]);
    });
  });
}
