import type {Allowance} from './allowance.ts';
import {compileCondition} from './condition.ts';
import {Frame, lookupAt} from './frame.ts';
import {isObject, type Json} from './json.ts';
import {LIMITS} from './limits.ts';
import type {Run} from './run.ts';
import {compareValues, isMissing, toText} from './values.ts';

/** The entries of a list that a section goes through, each with its place in it. */
export interface Entries {
  frames: Frame[];
  hidden: number;
}

/** Compiles which list a section goes through, and how: `source`, `filter`, `sort`. */
export function compileEntries(
  {source, filter, sort}: Json,
  at: string,
  allowance: Allowance,
): (run: Run, frame: Frame) => Entries {
  const look = lookupAt(source);
  const holds = compileCondition(filter, `${at}.filter`, allowance);
  const order = isObject(sort) ? compileSort(sort) : undefined;
  // A thousand entries are more than anybody sorts through; without a filter only those are looked at that are shown.
  const isWhole = holds !== undefined || order !== undefined;

  const listIn = (run: Run, frame: Frame): readonly unknown[] => {
    const value = look(run, frame);
    if (Array.isArray(value)) return value;
    if (isMissing(value)) return [];
    run.warn('bad-path', `${at}.source`, `leads to no list: ${toText(source).slice(0, 60)}`);
    // One entry where a list is expected is what some systems send for a list of one.
    return isObject(value) ? [value] : [];
  };

  return (run, frame) => {
    const found = listIn(run, frame);
    let frames: Frame[] = [];
    const reach = isWhole ? found.length : Math.min(found.length, LIMITS.entries);
    for (let index = 0; index < reach && run.step(); index++) {
      const child = new Frame(found[index], frame, index);
      if (!holds || holds(run, child)) frames.push(child);
    }
    const total = isWhole ? frames.length : found.length;
    if (order) frames = order(run, frames);
    return {frames: frames.slice(0, LIMITS.entries), hidden: Math.max(0, total - LIMITS.entries)};
  };
}

/** What has no value comes last, whichever way. */
function compileSort({by, dir}: Json): (run: Run, frames: readonly Frame[]) => Frame[] {
  const look = lookupAt(by);
  const factor = dir === 'desc' ? -1 : 1;
  return (run, frames) =>
    frames
      .map((frame) => ({frame, value: look(run, frame)}))
      .sort((a, b) => {
        const [noA, noB] = [isMissing(a.value), isMissing(b.value)];
        if (noA || noB) return Number(noA) - Number(noB);
        return factor * compareValues(a.value, b.value);
      })
      .map(({frame}) => frame);
}
