/** What apps say on their port, checked: they are other people's pages. */
import {
  APP_PARTS,
  type AppCommand,
  type AppCommandErrorCode,
  type AppCommands,
  type AppPart,
} from '../../protocol/app-bridge.ts';
import {safeUrl} from '../../protocol/url.ts';

/** How high an app may make itself: CSS pixels. */
export const MAX_HEIGHT = 4000;
/** Characters of a line for the agent; what is longer is cut. */
const MAX_TOAST = 200;

/** A command cannot be carried out; the app gets the code. */
export class AppCommandError extends Error {
  override readonly name = 'AppCommandError';
  readonly code: AppCommandErrorCode;

  constructor(code: AppCommandErrorCode) {
    super(code);
    this.code = code;
  }
}

export type AppCommandCall = {
  [C in AppCommand]: {name: C; parameters: AppCommands[C][0]};
}[AppCommand];

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function readHeight(height: unknown): number {
  if (typeof height !== 'number' || !Number.isFinite(height)) throw new AppCommandError('invalid');
  return Math.round(Math.min(MAX_HEIGHT, Math.max(0, height)));
}

/** Absolute addresses only: a relative one would lead into the desk. */
function readUrl(value: unknown): string {
  const url = safeUrl(value);
  if (!url || !URL.canParse(url)) throw new AppCommandError('invalid');
  return url;
}

function readLine(value: unknown): string {
  // One line: control characters would let a text look like several.
  const text = typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').trim() : '';
  if (!text) throw new AppCommandError('invalid');
  return [...text].slice(0, MAX_TOAST).join('');
}

/** @throws AppCommandError `unknown` or `invalid` */
export function readCommand(name: unknown, parameters: unknown): AppCommandCall {
  const given = record(parameters);
  switch (name) {
    case 'resize':
      return {name, parameters: {height: readHeight(given.height)}};
    case 'openLink':
      return {name, parameters: {url: readUrl(given.url)}};
    case 'toast':
      return {name, parameters: {text: readLine(given.text)}};
    case 'refresh':
    case 'token':
      return {name, parameters: {}};
    default:
      throw new AppCommandError('unknown');
  }
}

/** The parts that there are, of those that an app names; all where it names none. */
export function readParts(value: unknown): readonly AppPart[] {
  return Array.isArray(value) ? APP_PARTS.filter((part) => value.includes(part)) : APP_PARTS;
}
