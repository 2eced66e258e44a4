/** What expires while somebody looks: the real inbox behind the real elements, with a clock that a test moves. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {createInbox} from '../../src/core/inbox.ts';
import {define} from '../../src/elements/base/define.ts';
import {AppInboxBell} from '../../src/elements/bell/bell.ts';
import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';
import {loadMoreTerms} from '../../src/i18n/more/more.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import {FakeEnvironment} from '../core/fake-environment.ts';
import {FakePlatform} from '../core/fake-platform.ts';
import './define.ts';
import {whenReady} from './when-ready.ts';

define('app-inbox-bell', AppInboxBell);

/** An open inbox of as many as there are lives: milliseconds from now, or undefined for what stays. */
async function setUp(lives: readonly (number | undefined)[], more: object[] = []) {
  await Promise.all([loadTranslation('en'), loadMoreTerms('en')]);
  const environment = new FakeEnvironment();
  const platform = new FakePlatform(environment);
  const {now} = environment;
  for (const [index, life] of [...lives.entries()].reverse())
    platform.add(`n${index}`, {
      createdDate: now() - index * 60_000,
      expiryDate: life === undefined ? null : new Date(now() + life).toISOString(),
      ...more[index],
    });
  const inbox = createInbox({
    apiUrl: 'https://platform.test',
    getAuthTokenCallback: () => Promise.resolve('c_anna1234.secret'),
    storage: 'none',
    capabilities: ['stream', 'events', 'rich'],
    environment,
  });
  const page = await fixture(html`
    <div>
      <app-inbox-bell .inbox=${inbox} language="en"></app-inbox-bell>
      <app-inbox-panel .inbox=${inbox} .language=${'en'}></app-inbox-panel>
    </div>
  `);
  const bell = page.querySelector('app-inbox-bell')!;
  const panel = page.querySelector<AppInboxPanel>('app-inbox-panel')!;
  panel.anchor = bell;
  panel.open = true;
  await whenReady(panel);
  const root = panel.shadowRoot!;
  const rows = () => [...root.querySelectorAll('app-inbox-notification')];
  // Without it nothing that the contact does is sent, and nothing expires but from the screen.
  await import('../../src/core/live.ts');
  await environment.settle();
  await waitUntil(() => rows().at(-1)?.querySelector('[slot=tools]'), 'the rows and their tools are there');
  const ids = () => rows().map(({notification}) => notification!.id);
  const pass = async (milliseconds: number) => {
    await environment.advance(milliseconds);
    await panel.updateComplete;
    await panel.updateComplete;
  };
  return {bell, environment, inbox, panel, pass, platform, root, rows, ids};
}

describe('a notification that expires in an open inbox', () => {
  it('goes to the millisecond, without a request; what stays is counted anew', async () => {
    const {bell, pass, platform, root, rows, ids} = await setUp([undefined, 10_000, undefined]);
    const nameOf = () => bell.shadowRoot!.querySelector('button')!.getAttribute('aria-label');
    expect(nameOf()).to.equal('Notifications, 3 unread');
    await pass(9999);
    expect(ids()).to.deep.equal(['n0', 'n1', 'n2']);
    const asked = platform.requests.length;
    await pass(1);
    expect(ids()).to.deep.equal(['n0', 'n2']);
    expect(rows().map((row) => [row.ariaPosInSet, row.ariaSetSize])).to.deep.equal([
      ['1', '2'],
      ['2', '2'],
    ]);
    expect(root.querySelector('.count')!.textContent).to.equal('2');
    expect(nameOf()).to.equal('Notifications, 2 unread');
    expect(platform.requests.length, 'requests').to.equal(asked);
  });

  it('hands the focus to its neighbour, and the last one to the heading over the empty list', async () => {
    const {panel, pass, root, rows, ids} = await setUp([30_000, 10_000, 20_000]);
    rows()[1]!.focus();
    await pass(10_000);
    expect(ids()).to.deep.equal(['n0', 'n2']);
    expect(root.activeElement === rows()[1], 'the focus').to.equal(true);
    await pass(10_000);
    expect(root.activeElement === rows()[0], 'the focus').to.equal(true);
    await pass(10_000);
    expect(root.activeElement?.id).to.equal('heading');
    await waitUntil(() => root.querySelector('.message'));
    expect(root.querySelector('.message')!.textContent).to.contain('all caught up');
    expect(root.querySelector('.count')?.textContent).to.equal(undefined);
    expect(document.activeElement === panel).to.equal(true);
  });

  it('leaves what has the focus elsewhere where it is, and tells screen readers nothing', async () => {
    const {pass, root, rows} = await setUp([undefined, 10_000]);
    rows()[0]!.focus();
    await pass(10_000);
    expect(rows()).to.have.length(1);
    expect(root.activeElement === rows()[0], 'the focus').to.equal(true);
    expect(
      [...root.querySelectorAll('[role=status]')].map((box) => box.textContent.trim()).join(''),
    ).to.equal('');
  });

  it('is taken out of what is chosen, and out of what stands for several', async () => {
    const {pass, root, rows, ids, panel} = await setUp(
      [10_000, undefined, undefined],
      [{entity: 'order'}, {entity: 'order'}, {}],
    );
    const updates = () => rows()[0]!.querySelector('.updates')?.textContent.trim();
    expect([ids(), updates()]).to.deep.equal([['n0', 'n2'], '2 updates']);
    for (const row of rows()) {
      row.focus();
      row.dispatchEvent(new KeyboardEvent('keydown', {key: 'x', bubbles: true, composed: true}));
      await panel.updateComplete;
    }
    expect(root.querySelector('.selection [role=status]')!.textContent).to.equal('2 selected');
    await pass(10_000);
    expect([ids(), updates()]).to.deep.equal([['n1', 'n2'], undefined]);
    expect(root.querySelector('.selection [role=status]')!.textContent).to.equal('1 selected');
    expect(root.activeElement === rows()[1], 'the focus').to.equal(true);
  });

  it('takes its open menu with it, and the focus stays in the inbox', async () => {
    const {pass, root, rows, panel} = await setUp([undefined, 10_000]);
    rows()[1]!.querySelector<HTMLElement>('[slot=tools]')!.click();
    await panel.updateComplete;
    expect(root.activeElement?.getAttribute('role')).to.equal('menuitem');
    await pass(10_000);
    expect(!!root.querySelector('[role=menu]'), 'a menu').to.equal(false);
    expect(root.activeElement === rows()[0], 'the focus').to.equal(true);
  });
});
