import {LIMITS, type Budget} from './limits.ts';
import {parsePath} from './path.ts';
import type {Frame} from './scope.ts';
import {readText, soleValue} from './text.ts';
import type {Condition, Operator} from './template.ts';
import {compareValues, isEmpty, isMissing, toText} from './values.ts';

/** Says that a condition is none; what it decides over is hidden, never shown by mistake. */
export type OnBadCondition = (detail: string) => void;

type Test = (actual: unknown, expected: unknown) => boolean;

const isSame: Test = (actual, expected) => {
  if (isMissing(actual) || isMissing(expected)) return isMissing(actual) && isMissing(expected);
  if (typeof actual === 'object' || typeof expected === 'object') return false;
  return compareValues(actual, expected) === 0;
};

/** Nothing is neither more nor less. */
const compares =
  (holds: (difference: number) => boolean): Test =>
  (actual, expected) =>
    !isMissing(actual) &&
    !isMissing(expected) &&
    typeof actual !== 'object' &&
    typeof expected !== 'object' &&
    holds(compareValues(actual, expected));

const contains: Test = (actual, expected) =>
  Array.isArray(actual)
    ? actual.slice(0, LIMITS.steps).some((entry) => isSame(entry, expected))
    : !isMissing(expected) && toText(actual).includes(toText(expected));

const isIn: Test = (actual, expected) =>
  Array.isArray(expected) && expected.some((entry) => isSame(actual, entry));

const isTruthy = (value: unknown) =>
  !isEmpty(value) && value !== false && value !== 0 && value !== 'false' && value !== '0';

const TESTS: Readonly<Record<Operator, Test>> = {
  exists: (actual) => actual !== undefined,
  not_exists: (actual) => actual === undefined,
  empty: isEmpty,
  not_empty: (actual) => !isEmpty(actual),
  truthy: isTruthy,
  falsy: (actual) => !isTruthy(actual),
  eq: isSame,
  ne: (actual, expected) => !isSame(actual, expected),
  gt: compares((difference) => difference > 0),
  gte: compares((difference) => difference >= 0),
  lt: compares((difference) => difference < 0),
  lte: compares((difference) => difference <= 0),
  contains,
  not_contains: (actual, expected) => !contains(actual, expected),
  starts_with: (actual, expected) => !isMissing(expected) && toText(actual).startsWith(toText(expected)),
  ends_with: (actual, expected) => !isMissing(expected) && toText(actual).endsWith(toText(expected)),
  in: isIn,
  not_in: (actual, expected) => !isIn(actual, expected),
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the condition holds; one that is not there always does. */
export function holds(
  condition: Condition | undefined,
  frame: Frame,
  budget: Budget,
  onBad: OnBadCondition,
): boolean {
  return condition === undefined || condition === null || decide(condition, frame, budget, onBad, 0) === true;
}

/** Undefined: something in it is no condition, and nothing that is made of it holds. */
function decide(
  condition: unknown,
  frame: Frame,
  budget: Budget,
  onBad: OnBadCondition,
  depth: number,
): boolean | undefined {
  if (!isObject(condition)) return bad(onBad, 'is no condition');
  if (depth >= LIMITS.conditionDepth) return bad(onBad, `is nested more than ${LIMITS.conditionDepth} deep`);
  if (!budget.step()) return undefined;
  const of = (inner: unknown) => decide(inner, frame, budget, onBad, depth + 1);
  if ('not' in condition) {
    const inner = of(condition.not);
    return inner === undefined ? undefined : !inner;
  }
  for (const [name, wanted] of [
    ['all', false],
    ['any', true],
  ] as const) {
    if (!(name in condition)) continue;
    const inner = condition[name];
    if (!Array.isArray(inner)) return bad(onBad, `needs a list in "${name}"`);
    let isUnknown = false;
    for (const entry of inner as unknown[]) {
      const result = of(entry);
      if (result === undefined) isUnknown = true;
      else if (result === wanted) return isUnknown ? undefined : wanted;
    }
    return isUnknown ? undefined : !wanted;
  }
  return compare(condition, frame, onBad);
}

function compare(
  {path, op, value}: Record<string, unknown>,
  frame: Frame,
  onBad: OnBadCondition,
): boolean | undefined {
  const keys = parsePath(path);
  if (!keys) return bad(onBad, `has no path that can be read: ${toText(path).slice(0, 60)}`);
  if (typeof op !== 'string' || !Object.hasOwn(TESTS, op))
    return bad(onBad, `has an unknown comparison: ${toText(op).slice(0, 60)}`);
  const expected = typeof value === 'string' ? soleValue(readText(value), frame) : value;
  return TESTS[op as Operator](frame.look(keys), expected);
}

function bad(onBad: OnBadCondition, detail: string): undefined {
  onBad(detail);
  return undefined;
}
