import {compileFormat, isFormatKind, type ToNode} from './format.ts';
import {lookupOf, type Frame, type Lookup} from './frame.ts';
import {LIMITS} from './limits.ts';
import type {ValueNode} from './nodes.ts';
import type {Run} from './run.ts';
import type {Format} from './template.ts';
import {readText, soleVariable, type Variable} from './text.ts';
import {isMissing, toText} from './values.ts';

/** Fills a text: its variables with their values, those without one with nothing. */
export type Fill = (run: Run, frame: Frame) => string;

/** A value as a text of the template gives it. */
export interface Source {
  read: Lookup;
  /** The format that the text names itself. */
  pipe?: Format;
}

const nothing: Fill = () => '';

/** A text, compiled. `at`: where it stands, for warnings. */
export function compileText(text: unknown, at: string): Fill {
  const parts = readText(text);
  if (parts.length === 0) return nothing;
  if (parts.every((part) => typeof part === 'string')) {
    const whole = parts.join('').trim();
    return (run) => run.cut(whole);
  }
  const fills = parts.map((part): Fill => (typeof part === 'string' ? () => part : fillVariable(part, at)));
  return (run, frame) => {
    let result = '';
    for (const fill of fills) {
      result += fill(run, frame);
      // Each value may be long, and a text may name any number of them.
      if (result.length > LIMITS.text) break;
    }
    return run.cut(result.trim());
  };
}

function fillVariable(variable: Variable, at: string): Fill {
  const {read, pipe} = sourceOf(variable, at);
  const format = pipe && formatAt(pipe, at);
  return (run, frame) => {
    if (!run.step()) return '';
    const value = read(run, frame);
    return format && !isMissing(value) ? plainText(format(value, run, frame)) : toText(value);
  };
}

const plainText = (node: ValueNode): string =>
  node.kind === 'text' && node.isEmpty ? '' : node.kind === 'tags' ? node.tags.join(', ') : node.text;

/** A format whose own texts stand at the same place. */
export const formatAt = (format: Format | undefined, at: string): ToNode =>
  compileFormat(format, (text) => compileText(text, at));

/** The value of a text that is one variable, with its type; else the text, filled. */
export function compileSource(text: unknown, at: string): Source {
  const variable = soleVariable(readText(text));
  if (!variable) return {read: compileText(text, at)};
  return sourceOf(variable, at);
}

/** What cannot be read, or is no format, is said each time that somebody looks. */
function sourceOf({keys, path, pipe}: Variable, at: string): Source {
  const look: Lookup = keys
    ? lookupOf(keys)
    : (run) => run.warn('bad-path', at, `cannot be read: ${path.slice(0, 60)}`);
  if (!pipe) return {read: look};
  const format = formatOf(pipe);
  if (format) return {read: look, pipe: format};
  return {
    read: (run, frame) => {
      run.warn('bad-format', at, `unknown format: ${pipe.kind.slice(0, 60)}`);
      return look(run, frame);
    },
  };
}

/** `{{total | currency:EUR}}`: a format in short. */
function formatOf({kind, argument}: NonNullable<Variable['pipe']>): Format | undefined {
  if (!isFormatKind(kind)) return undefined;
  const number = Number(argument);
  const details = {
    ...(kind === 'currency' && argument && {currency: argument}),
    ...(['date', 'datetime', 'time'].includes(kind) && argument && {style: argument}),
    ...(kind === 'number' && argument && {digits: number}),
    ...(kind === 'percent' && argument && {scale: number}),
    ...(kind === 'rating' && argument && {max: number}),
    ...(kind === 'duration' && argument && {unit: argument}),
  };
  return {kind, ...details} as Format;
}
