import type {ConversationSummary} from '../../protocol/conversation.ts';
import {belongs, type ConversationList, type View} from './records.ts';

export interface ListState {
  /** The one that last had a message first. */
  readonly rows: readonly ConversationSummary[];
  readonly next: string | null;
  readonly counts: ConversationList['counts'];
}

export const EMPTY: ListState = {
  rows: [],
  next: null,
  counts: {open: 0, mine: 0, unassigned: 0, unread: 0, closed: 0},
};

const compare = (a: ConversationSummary, b: ConversationSummary) =>
  b.lastMessageAt - a.lastMessageAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** A slice at the end of what is known. A conversation that has moved up meanwhile stays where it is. */
export function append(state: ListState, {list, next, counts}: ConversationList): ListState {
  const known = new Set(state.rows.map(({id}) => id));
  return {rows: [...state.rows, ...list.filter(({id}) => !known.has(id))].sort(compare), next, counts};
}

/** Where a row belongs, found by halves: the list may be long. */
function placeOf(rows: readonly ConversationSummary[], row: ConversationSummary): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(rows[middle]!, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The list after a change of one conversation: it moves to its place, comes or goes.
 *
 * @param isFiltered words or marks narrow the list: what is new in it only the platform knows
 */
export function applyChange(
  state: ListState,
  row: ConversationSummary,
  {view, agentId, isFiltered}: {view: View; agentId: string; isFiltered: boolean},
): ListState {
  const before = state.rows.find(({id}) => id === row.id);
  const rows = state.rows.filter(({id}) => id !== row.id);
  const fits = belongs(row, view, agentId) && (!isFiltered || !!before);
  // Below the end of what is loaded it would leave a gap.
  const last = rows.at(-1);
  const isBelow = state.next !== null && last !== undefined && compare(last, row) < 0;
  if (fits && !isBelow) rows.splice(placeOf(rows, row), 0, row);
  const counts = {...state.counts};
  if (before) {
    for (const name of Object.keys(counts) as (keyof typeof counts)[])
      counts[name] += Number(belongs(row, name, agentId)) - Number(belongs(before, name, agentId));
  }
  return {...state, rows, counts};
}
