import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {applyConfirmed, applyDue, applyElsewhere, applyMessage, applyRemoved} from '../../src/core/apply.ts';
import {EMPTY, applyPage, nextChange, selectView, type Mutation, type Synced} from '../../src/core/store.ts';
import {readNotification, type Notification} from '../../src/protocol/notification.ts';

const NOW = 1_000_000;

function notification(id: string, createdDate: number, extra: Record<string, unknown> = {}): Notification {
  return readNotification({id, title: id, createdDate, newMessage: true, ...extra}, NOW)!;
}

const page = (...notifications: Notification[]) => ({notifications, next: null});
const read = (...ids: string[]): Mutation => ({key: ids.join(), type: 'read', ids, at: NOW});
const allRead: Mutation = {key: 'all', type: 'read', at: NOW};
const idsOf = (rows: readonly Notification[]) => rows.map(({id}) => id).join('');

describe('store', () => {
  it('sorts the newest first, whatever the platform did', () => {
    const synced = applyPage(
      EMPTY,
      page(notification('a', 1), notification('c', 3), notification('b', 2)),
      true,
    );
    expect(idsOf(synced.rows)).to.equal('cba');
    expect(synced.count).to.equal(3);
  });

  it('holds nothing twice when a page comes twice', () => {
    const first = {...page(notification('b', 2), notification('a', 1)), next: 'x'};
    const synced = applyPage(applyPage(EMPTY, first, true), first, false);
    expect(idsOf(synced.rows)).to.equal('ba');
  });

  it('counts an arrival once, however often it is delivered', () => {
    let synced = applyPage(EMPTY, page(notification('a', 1)), true);
    for (let i = 0; i < 3; i++) synced = applyMessage(synced, notification('b', 2));
    expect(synced.count).to.equal(2);
    expect(idsOf(synced.rows)).to.equal('ba');
  });

  it('shows a mark at once and forgets it by dropping it', () => {
    const synced = applyPage(EMPTY, page(notification('b', 2), notification('a', 1)), true);
    const marked = selectView(synced, [read('b')], NOW);
    expect(marked.count).to.equal(1);
    expect(marked.notifications[0]?.readAt).to.equal(NOW);
    expect(selectView(synced, [], NOW).count).to.equal(2);
    expect(synced.rows[0]?.readAt).to.equal(null);
  });

  it('keeps what arrives while everything is being marked', () => {
    let synced: Synced = {
      ...applyPage(EMPTY, {...page(notification('a', 1)), next: 'more'}, true),
      count: 40,
    };
    expect(selectView(synced, [allRead], NOW).count).to.equal(0);
    synced = applyMessage(synced, notification('late', NOW + 1));
    expect(selectView(synced, [allRead], NOW).count).to.equal(1);
  });

  it('takes rows that are not loaded out of no count', () => {
    const synced = {...applyPage(EMPTY, {...page(notification('a', 1)), next: 'more'}, true), count: 5};
    expect(selectView(synced, [read('unknown')], NOW).count).to.equal(5);
    expect(selectView(synced, [read('a')], NOW).count).to.equal(4);
  });

  it('hides what has expired and knows when the next one will', () => {
    const rows = [
      notification('a', 1, {expiryDate: new Date(NOW - 1).toISOString()}),
      notification('b', 2, {expiryDate: new Date(NOW + 500).toISOString()}),
    ];
    const synced = applyPage(EMPTY, page(...rows), true);
    expect(idsOf(selectView(synced, [], NOW).notifications)).to.equal('b');
    expect(idsOf(selectView(synced, [], NOW + 500).notifications)).to.equal('');
    expect(nextChange(synced), 'even if it is past').to.equal(NOW - 1);
    expect(nextChange(applyDue(synced, NOW))).to.equal(NOW + 500);
    expect(nextChange(applyDue(synced, NOW + 500))).to.equal(undefined);
  });

  it('counts what has expired no more, wherever the list goes on', () => {
    const rows = ['a', 'b'].map((id, at) =>
      notification(id, at, {expiryDate: new Date(NOW + 500).toISOString()}),
    );
    for (const next of [null, 'cursor']) {
      const first = {...page(...rows, notification('c', 3)), next, unreadCount: next ? 40 : 3};
      const synced = applyConfirmed(applyPage(EMPTY, first, true), {type: 'read', ids: ['a'], at: NOW});
      const [before, after] = next ? [39, 38] : [2, 1];
      expect(applyDue(synced, NOW + 499)).to.equal(synced);
      expect(synced.count).to.equal(before);
      expect(applyDue(synced, NOW + 500).count, 'without b, which was unread').to.equal(after);
    }
  });

  it('puts off until the hour comes, and counts what comes back', () => {
    const synced = applyPage(EMPTY, page(notification('a', 1), notification('b', 2)), true);
    const later = applyConfirmed(synced, {type: 'snoozed', ids: ['a'], at: NOW, until: NOW + 60});
    expect(idsOf(selectView(later, [], NOW).notifications)).to.equal('b');
    expect(later.count).to.equal(1);
    expect(nextChange(later)).to.equal(NOW + 60);
    expect(applyDue(later, NOW + 59)).to.equal(later);
    const back = applyDue(later, NOW + 60);
    expect(idsOf(selectView(back, [], NOW + 60).notifications)).to.equal('ba');
    expect(back.count).to.equal(2);
  });

  it('forgets what is deleted, and shows it again when the platform sends it again', () => {
    const a = notification('a', 1);
    const synced = applyConfirmed(applyPage(EMPTY, page(a), true), {type: 'deleted', ids: ['a'], at: NOW});
    expect(synced.rows).to.deep.equal([]);
    expect(synced.count).to.equal(0);
    expect(applyMessage(synced, a).count).to.equal(1);
  });

  it('holds rows of other lists beside those of the inbox, through a new first page', () => {
    const old = notification('old', 0, {archivedAt: 5, newMessage: true});
    let synced = applyElsewhere(applyPage(EMPTY, page(notification('a', 1)), true), [old]);
    expect(idsOf(selectView(synced, [], NOW).notifications)).to.equal('a');
    expect(synced.count).to.equal(1);
    synced = applyPage(synced, page(notification('b', 2)), true);
    expect(idsOf(selectView(synced, [], NOW).all)).to.equal('bold');
    synced = applyConfirmed(synced, {type: 'unarchived', ids: ['old'], at: NOW});
    expect(synced.count).to.equal(2);
  });

  it('marks all that speak of one thing', () => {
    const rows = [notification('a', 1, {entity: 'order 7'}), notification('b', 2)];
    const view = selectView(
      applyPage(EMPTY, page(...rows), true),
      [{key: 'e', type: 'read', entity: 'order 7', at: NOW}],
      NOW,
    );
    expect(view.notifications.map(({id, readAt}) => [id, readAt])).to.deep.equal([
      ['b', null],
      ['a', NOW],
    ]);
  });

  it('shows what is pinned first, and keeps the order of the others', () => {
    const rows = [notification('a', 1, {pinned: true}), notification('b', 2), notification('c', 3)];
    expect(idsOf(selectView(applyPage(EMPTY, page(...rows), true), [], NOW).notifications)).to.equal('acb');
  });

  it('remembers which button was pressed', () => {
    const actions = [
      {id: 'yes', label: 'Yes'},
      {id: 'no', label: 'No'},
    ];
    const synced = applyPage(EMPTY, page(notification('a', 1, {actions})), true);
    const view = selectView(synced, [{key: 'k', type: 'action', ids: ['a'], action: 'yes', at: NOW}], NOW);
    expect(view.notifications[0]?.actions.map(({done}) => done)).to.deep.equal([true, false]);
  });

  it('is the same value when nothing changes, so that nobody renders', () => {
    const synced = applyPage(EMPTY, page(notification('a', 1)), true);
    expect(applyConfirmed(synced, read('nobody'))).to.equal(synced);
    expect(applyRemoved(synced, ['nobody'])).to.equal(synced);
    expect(selectView(synced, [], NOW).notifications).to.equal(synced.rows);
  });

  it('looks the same before and after a mark is confirmed, and counts what is there', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      fc.record({kind: fc.constant('arrive' as const), id, at: fc.integer({min: 1, max: 50})}),
      fc.record({kind: fc.constant('remove' as const), id}),
      fc.record({
        kind: fc.constant('mark' as const),
        type: fc.constantFrom(
          ...([
            'read',
            'unread',
            'archived',
            'unarchived',
            'snoozed',
            'unsnoozed',
            'pinned',
            'unpinned',
            'deleted',
          ] as const),
        ),
        ids: fc.option(fc.array(id, {minLength: 1, maxLength: 3}), {nil: undefined}),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, {maxLength: 30}), fc.boolean(), (steps, isLazy) => {
        let synced = applyPage(EMPTY, page(), true);
        let pending: Mutation[] = [];
        for (const [index, s] of steps.entries()) {
          if (s.kind === 'arrive') synced = applyMessage(synced, notification(s.id, s.at));
          else if (s.kind === 'remove') synced = applyRemoved(synced, [s.id]);
          else pending.push({key: String(index), type: s.type, ids: s.ids, at: NOW, until: NOW + 60});
          if (isLazy && index % 3) continue;
          const before = selectView(synced, pending, NOW);
          for (const mutation of pending) synced = applyConfirmed(synced, mutation);
          pending = [];
          const after = selectView(synced, pending, NOW);
          expect(after).to.deep.equal(before);
          expect(after.count).to.equal(after.notifications.filter(({readAt}) => readAt === null).length);
        }
      }),
      {numRuns: 1000},
    );
  });
});
