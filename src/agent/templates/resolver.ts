import {holds} from './condition.ts';
import {formatValue, isFormatKind} from './format.ts';
import {Budget, LIMITS} from './limits.ts';
import type {ValueNode} from './nodes.ts';
import type {Frame, Warning} from './scope.ts';
import type {Condition, Format, Sort} from './template.ts';
import {readText, soleVariable, type Variable} from './text.ts';
import {compareValues, isMissing, toText} from './values.ts';

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const oneOf = <T>(value: unknown, known: readonly T[], fallback: T): T =>
  known.find((entry) => entry === value) ?? fallback;

/** `{{total | currency:EUR}}`: a format in short. */
function formatOf({kind, argument}: NonNullable<Variable['pipe']>): Format | undefined {
  if (!isFormatKind(kind)) return undefined;
  const number = Number(argument);
  const details: Json = {
    ...(kind === 'currency' && argument && {currency: argument}),
    ...(['date', 'datetime', 'time'].includes(kind) && argument && {style: argument}),
    ...(kind === 'number' && argument && {digits: number}),
    ...(kind === 'percent' && argument && {scale: number}),
    ...(kind === 'rating' && argument && {max: number}),
    ...(kind === 'duration' && argument && {unit: argument}),
  };
  return {kind, ...details} as Format;
}

const plainText = (node: ValueNode): string =>
  node.kind === 'text' && node.isEmpty ? '' : node.kind === 'tags' ? node.tags.join(', ') : node.text;

/** What the parts of a template are resolved with: texts, values, conditions and lists, within one budget. */
export class Resolver {
  readonly budget = new Budget();
  readonly #onWarning: ((warning: Warning) => void) | undefined;

  constructor(onWarning?: (warning: Warning) => void) {
    this.#onWarning = onWarning;
  }

  warn(code: Warning['code'], at: string, detail: string): void {
    this.#onWarning?.({code, at, detail});
  }

  /** A text with its variables filled; those without a value leave nothing behind. */
  text(text: unknown, frame: Frame, at: string): string {
    let result = '';
    for (const part of readText(text)) {
      if (typeof part === 'string') result += part;
      else if (this.budget.step()) {
        const value = this.#look(part, frame, at);
        const format = part.pipe && this.#pipe(part, at);
        result +=
          format && !isMissing(value) ? plainText(this.value(value, format, frame, at)) : toText(value);
      }
      // Each value may be long, and a text may name any number of them.
      if (result.length > LIMITS.text) break;
    }
    return this.budget.cut(result.trim());
  }

  /** The value of a text that is one variable, with its type; else the text, filled. */
  raw(text: unknown, frame: Frame, at: string): {value: unknown; pipe?: Format} {
    const variable = soleVariable(readText(text));
    if (!variable) return {value: this.text(text, frame, at)};
    this.budget.step();
    return {value: this.#look(variable, frame, at), pipe: variable.pipe && this.#pipe(variable, at)};
  }

  value(value: unknown, format: Format | undefined, frame: Frame, at: string): ValueNode {
    const fill = (text: string | undefined) => (text === undefined ? '' : this.text(text, frame, at));
    return formatValue(value, format, {frame, budget: this.budget, fill});
  }

  holds(condition: Condition | undefined, frame: Frame, at: string): boolean {
    return holds(condition, frame, this.budget, (detail) => this.warn('bad-condition', `${at}.when`, detail));
  }

  /** The entries of a list that a template goes through, each with its place in it. */
  entries(
    source: unknown,
    {filter, sort}: {filter?: Condition; sort?: Sort},
    frame: Frame,
    at: string,
  ): {frames: Frame[]; hidden: number} {
    const found = this.#list(source, frame, at);
    let frames: Frame[] = [];
    // A thousand entries are more than anybody sorts through; without a filter only those are looked at that are shown.
    const isWhole = filter !== undefined || sort !== undefined;
    const reach = isWhole ? found.length : Math.min(found.length, LIMITS.entries);
    for (let index = 0; index < reach && this.budget.step(); index++) {
      const child = frame.child(found[index], index);
      if (filter === undefined || this.holds(filter, child, `${at}.filter`)) frames.push(child);
    }
    const total = isWhole ? frames.length : found.length;
    if (isObject(sort)) frames = this.#sorted(frames, sort);
    return {frames: frames.slice(0, LIMITS.entries), hidden: Math.max(0, total - LIMITS.entries)};
  }

  #list(source: unknown, frame: Frame, at: string): readonly unknown[] {
    const value = frame.at(source);
    if (Array.isArray(value)) return value;
    if (isMissing(value)) return [];
    this.warn('bad-path', `${at}.source`, `leads to no list: ${toText(source).slice(0, 60)}`);
    // One entry where a list is expected is what some systems send for a list of one.
    return isObject(value) ? [value] : [];
  }

  /** What has no value comes last, whichever way. */
  #sorted(frames: readonly Frame[], {by, dir}: Sort): Frame[] {
    const factor = dir === 'desc' ? -1 : 1;
    return frames
      .map((frame) => ({frame, value: frame.at(by)}))
      .sort((a, b) => {
        const [noA, noB] = [isMissing(a.value), isMissing(b.value)];
        if (noA || noB) return Number(noA) - Number(noB);
        return factor * compareValues(a.value, b.value);
      })
      .map(({frame}) => frame);
  }

  #look({keys, path}: Variable, frame: Frame, at: string): unknown {
    if (keys) return frame.look(keys);
    this.warn('bad-path', at, `cannot be read: ${path.slice(0, 60)}`);
    return undefined;
  }

  #pipe({pipe}: Variable, at: string): Format | undefined {
    const format = formatOf(pipe!);
    if (!format) this.warn('bad-format', at, `unknown format: ${pipe!.kind.slice(0, 60)}`);
    return format;
  }
}
