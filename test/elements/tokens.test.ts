import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {define} from '../../src/elements/base/define.ts';
import {AppInboxToasts} from '../../src/elements/toasts/toasts.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';
import {isNeverFocused} from './webkit.ts';

define('app-inbox-toasts', AppInboxToasts);

const RED = 'rgb(255, 0, 0)';

/** Token, what a site gives it, where it shows, as which property, and how that reads then, or ends. */
type Row = [token: string, value: string, place: keyof Places, property: string, seen: string];

const ROWS: Row[] = [
  ['accent', 'rgb(255 0 0)', 'primary', 'background-color', RED],
  ['on-accent', 'rgb(255 0 0)', 'primary', 'color', RED],
  ['surface', 'rgb(255 0 0)', 'panel', 'background-color', RED],
  ['surface-hover', 'rgb(255 0 0)', 'readMedia', 'background-color', RED],
  ['surface-unread', 'rgb(255 0 0)', 'row', 'background-color', RED],
  ['text', 'rgb(255 0 0)', 'title', 'color', RED],
  ['text-muted', 'rgb(255 0 0)', 'content', 'color', RED],
  ['border', 'rgb(255 0 0)', 'tabs', 'border-bottom-color', RED],
  ['danger', 'rgb(255 0 0)', 'urgency', 'color', RED],
  ['link', 'rgb(255 0 0)', 'markAll', 'color', RED],
  ['dot', 'rgb(255 0 0)', 'dot', 'background-color', RED],
  ['focus', 'rgb(255 0 0)', 'focused', 'outline-color', RED],
  ['focus-width', '5px', 'focused', 'outline-width', '5px'],
  ['shadow', '0 0 9px rgb(255 0 0)', 'panel', 'box-shadow', 'rgb(255, 0, 0) 0px 0px 9px 0px'],
  ['font', 'monospace', 'title', 'font-family', 'monospace'],
  ['font-size', '21px', 'title', 'font-size', '21px'],
  ['line-height', '33px', 'title', 'line-height', '33px'],
  ['heading-size', '27px', 'heading', 'font-size', '27px'],
  ['radius', '3px', 'panel', 'border-top-left-radius', '3px'],
  ['panel-width', '333px', 'panel', 'width', '333px'],
  ['panel-height', '300px', 'panel', 'max-height', '300px'],
  ['page-width', '555px', 'page', 'max-width', '555px'],
  ['z-index', '7', 'panel', 'z-index', '7'],
  ['menu-radius', '1px', 'menu', 'border-top-left-radius', '1px'],
  ['button-radius', '1px', 'primary', 'border-top-left-radius', '1px'],
  ['button-size', '41px', 'primary', 'min-height', '41px'],
  ['notification-padding', '1px 2px', 'row', 'padding-left', '2px'],
  ['image-size', '51px', 'media', 'width', '51px'],
  ['image-radius', '50%', 'media', 'border-top-left-radius', '50%'],
  ['bell-size', '61px', 'bell', 'width', '61px'],
  ['bell-color', 'rgb(255 0 0)', 'bell', 'color', RED],
  ['badge', 'rgb(255 0 0)', 'badge', 'background-color', RED],
  ['badge-text', 'rgb(255 0 0)', 'badge', 'color', RED],
  ['toast-gap', '3px', 'stack', 'row-gap', '3px'],
  ['toast-motion', '7ms', 'toast', 'animation-duration', '0.007s'],
  ['toast-offset', '9px', 'stack', 'bottom', '9px'],
  ['toast-padding', '5px', 'toast', 'padding-left', '5px'],
  ['toast-radius', '6px', 'toast', 'border-top-left-radius', '6px'],
  ['toast-shadow', '0 0 9px rgb(255 0 0)', 'toast', 'box-shadow', 'rgb(255, 0, 0) 0px 0px 9px 0px'],
  ['toast-surface', 'rgb(255 0 0)', 'toast', 'background-color', RED],
  ['toast-title-weight', '300', 'toastTitle', 'font-weight', '300'],
  ['toast-width', '222px', 'stack', 'width', '222px'],
];

interface Places {
  [place: string]: Element;
}

/** Everything that wears a token: a bell, an open inbox with an urgent notification and a menu, a page, a toast. */
async function setUp(): Promise<Places> {
  await loadMoreTerms('en');
  const actions = [{id: 'yes', label: 'Yes', style: 'primary' as const, done: false}];
  const inbox = FakeInbox.with([
    makeNotification(0, {severity: 'high', actions}),
    makeNotification(1, {readAt: Date.now()}),
  ]);
  const around = await fixture(html`
    <div>
      <app-inbox-bell .inbox=${inbox} language="en"></app-inbox-bell>
      <app-inbox-toasts .inbox=${inbox} language="en"></app-inbox-toasts>
    </div>
  `);
  const {root: pageRoot} = await openPanel(inbox, {layout: 'page'});
  const {root, rows, panel} = await openPanel(inbox);
  const stack = around.querySelector<AppInboxToasts>('app-inbox-toasts')!;
  await stack.show(makeNotification(0));
  rows()[0]!.querySelector<HTMLElement>('[slot=tools]')!.click();
  await panel.updateComplete;
  // By the keyboard, or there is no ring.
  await sendKeys({press: 'ArrowDown'});
  const at = (place: ParentNode, selector: string): Element => {
    const found = place.querySelector(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  };
  const row = rows()[0]!.shadowRoot!;
  const bell = at(around, 'app-inbox-bell').shadowRoot!;
  const toasts = stack.shadowRoot!;
  return {
    panel: at(root, '[part=panel]'),
    page: at(pageRoot, '[part=panel]'),
    heading: at(root, 'h2'),
    markAll: at(root, '.mark-all'),
    tabs: at(root, '.bar'),
    menu: at(root, '[role=menu]'),
    focused: root.activeElement!,
    row: at(row, '[part~=base]'),
    title: at(row, '[part~=title]'),
    content: at(row, '[part~=content]'),
    readMedia: at(rows()[1]!.shadowRoot!, '[part~=image]'),
    media: at(row, '[part~=image]'),
    dot: at(row, '[part~=unread-dot]'),
    urgency: at(row, '.urgency'),
    primary: at(row, '.button.primary'),
    bell: at(bell, 'button'),
    badge: at(bell, '[part~=badge]'),
    stack: at(toasts, '.stack'),
    toast: at(toasts, '[part~=toast]'),
    toastTitle: at(toasts, '.title'),
  };
}

describe('the tokens of a site', () => {
  it('change what is shown, each of them', async () => {
    const places = await setUp();
    const {style} = document.documentElement;
    const wrong: string[] = [];
    for (const [token, value, place, property, seen] of ROWS) {
      if (place === 'focused' && isNeverFocused) continue;
      const read = () => getComputedStyle(places[place]!).getPropertyValue(property);
      const before = read();
      style.setProperty(`--app-inbox-${token}`, value);
      const after = read();
      style.removeProperty(`--app-inbox-${token}`);
      if (before.endsWith(seen) || !after.endsWith(seen))
        wrong.push(`${token}: ${property} from ${before} to ${after}`);
    }
    expect(wrong).to.deep.equal([]);
  });
});
