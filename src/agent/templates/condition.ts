import type {Allowance} from './allowance.ts';
import {lookupOf, type Frame, type Lookup} from './frame.ts';
import {isObject, type Json} from './json.ts';
import {LIMITS} from './limits.ts';
import {parsePath} from './path.ts';
import type {Run} from './run.ts';
import type {Operator} from './template.ts';
import {readText, soleVariable} from './text.ts';
import {compareValues, isEmpty, isMissing, toText} from './values.ts';

/** Whether a condition holds. */
export type Holds = (run: Run, frame: Frame) => boolean;
/** Undefined: something in it is no condition, and nothing that is made of it holds. */
type Decide = (run: Run, frame: Frame) => boolean | undefined;

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

/**
 * A condition, compiled; undefined where there is none. One that is no condition holds never, so that nothing is shown by
 * mistake, and is warned about.
 */
export function compileCondition(condition: unknown, at: string, allowance: Allowance): Holds | undefined {
  if (condition === undefined || condition === null) return undefined;
  const decide = compile(condition, at, allowance, 0);
  return (run, frame) => decide(run, frame) === true;
}

function compile(condition: unknown, at: string, allowance: Allowance, depth: number): Decide {
  if (!isObject(condition)) return bad(at, 'is no condition');
  if (depth >= LIMITS.conditionDepth) return bad(at, `is nested more than ${LIMITS.conditionDepth} deep`);
  if (!allowance.part()) return () => undefined;
  const inner = (part: unknown) => compile(part, at, allowance, depth + 1);
  if ('not' in condition) return negate(inner(condition.not));
  for (const name of ['all', 'any'] as const) {
    if (!(name in condition)) continue;
    const parts = condition[name];
    if (!Array.isArray(parts)) return bad(at, `needs a list in "${name}"`);
    return combine(parts.map(inner), name === 'any');
  }
  return comparison(condition, at);
}

const negate =
  (decide: Decide): Decide =>
  (run, frame) => {
    if (!run.step()) return undefined;
    const result = decide(run, frame);
    return result === undefined ? undefined : !result;
  };

/** `settles`: what one part has to be for the whole to be it: true of "any", false of "all". */
const combine =
  (parts: readonly Decide[], settles: boolean): Decide =>
  (run, frame) => {
    if (!run.step()) return undefined;
    let isUnknown = false;
    for (const decide of parts) {
      const result = decide(run, frame);
      if (result === undefined) isUnknown = true;
      else if (result === settles) return isUnknown ? undefined : settles;
    }
    return isUnknown ? undefined : !settles;
  };

function comparison({path, op, value}: Json, at: string): Decide {
  const keys = parsePath(path);
  if (!keys) return bad(at, `has no path that can be read: ${toText(path).slice(0, 60)}`);
  if (typeof op !== 'string' || !Object.hasOwn(TESTS, op))
    return bad(at, `has an unknown comparison: ${toText(op).slice(0, 60)}`);
  const test = TESTS[op as Operator];
  const actual = lookupOf(keys);
  const expected = expectation(value);
  return (run, frame) => (run.step() ? test(actual(run, frame), expected(run, frame)) : undefined);
}

/** A text of one variable is that variable's value; any other is itself, without what nobody can fill. */
function expectation(value: unknown): Lookup {
  if (typeof value !== 'string') return () => value;
  const text = readText(value);
  const variable = soleVariable(text);
  if (variable) return variable.keys ? lookupOf(variable.keys) : () => undefined;
  const plain = text.filter((part) => typeof part === 'string').join('');
  return () => plain;
}

const bad =
  (at: string, detail: string): Decide =>
  (run) => {
    run.warn('bad-condition', at, detail);
    return undefined;
  };
