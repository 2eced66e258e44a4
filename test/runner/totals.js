/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

const KINDS = ['passed', 'failed', 'skipped'];

/** `3 passed, 1 failed`; what was skipped is only told where something was. */
export const sentence = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/** Adds to the first what is in the second. */
export function add(sum, totals) {
  for (const kind of KINDS) sum[kind] += totals[kind];
}

/**
 * Adds to the totals of the files that were run again what was not, because nothing of it had failed.
 *
 * @param {Totals} again
 * @param {Totals & {broken: Record<string, Totals>}} first `broken`: the totals of each file that is run again, by its path
 */
export function addTheOthers(again, {broken, ...all}) {
  for (const kind of KINDS) {
    again[kind] += all[kind];
    for (const file of Object.values(broken)) again[kind] -= file[kind];
  }
}
