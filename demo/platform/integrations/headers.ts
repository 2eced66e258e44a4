import type {Problem} from '../../../src/protocol/problem.ts';
import {ProblemError} from '../problem.ts';
import type {Secrets} from './secrets.ts';

/** As it is kept: a secret only sealed. */
export type StoredHeader = {name: string; value: string} | {name: string; sealed: string};

/** As an admin sends it. A secret without a value is to stay what it is. */
export interface HeaderInput {
  name: string;
  value?: string | null;
  secret?: boolean;
}

/** As an admin sees it: a secret never comes back. */
export interface ShownHeader {
  name: string;
  value: string | null;
  secret: boolean;
  hasValue: boolean;
}

/** Ready to be sent. */
export interface OpenHeader {
  name: string;
  value: string;
  isSecret: boolean;
}

/** What a secret belongs to: it opens nowhere else. */
const ownerOf = (record: string, name: string) => `${record}|header|${name.toLowerCase()}`;

const isSealed = (header: StoredHeader): header is {name: string; sealed: string} => 'sealed' in header;

export function showHeaders(headers: readonly StoredHeader[]): ShownHeader[] {
  return headers.map((header) =>
    isSealed(header)
      ? {name: header.name, value: null, secret: true, hasValue: true}
      : {name: header.name, value: header.value, secret: false, hasValue: true},
  );
}

/** @throws CallError `unreadable-secret` */
export function openHeaders(
  headers: readonly StoredHeader[],
  secrets: Secrets,
  record: string,
): OpenHeader[] {
  return headers.map((header) =>
    isSealed(header)
      ? {name: header.name, value: secrets.open(header.sealed, ownerOf(record, header.name)), isSecret: true}
      : {name: header.name, value: header.value, isSecret: false},
  );
}

/**
 * Seals the secrets that were typed, and keeps those that were not, as long as they go to the same host: else whoever
 * may change the address could have a secret sent to themselves.
 *
 * @param record whose secrets these are
 * @param before what is kept now, and which origin it is for
 * @throws ProblemError `invalid-request`, naming the header
 */
export function storeHeaders(
  inputs: readonly HeaderInput[],
  secrets: Secrets,
  record: string,
  origin: string | undefined,
  before?: {headers: readonly StoredHeader[]; origin: string | undefined},
): StoredHeader[] {
  const errors: NonNullable<Problem['errors']> = [];
  const stored = inputs.map(({name, value, secret = false}, index): StoredHeader => {
    if (typeof value === 'string')
      return secret ? {name, sealed: secrets.seal(value, ownerOf(record, name))} : {name, value};
    const known = before?.headers.find((header) => header.name.toLowerCase() === name.toLowerCase());
    const path = `headers.${index}.value`;
    if (!secret || !known || !isSealed(known)) errors.push({path, message: 'needs a value'});
    else if (before?.origin !== origin)
      errors.push({path, message: 'the address leads to another host now: type the secret again'});
    else return {name, sealed: known.sealed};
    return {name, value: ''};
  });
  if (errors.length > 0) throw new ProblemError('invalid-request', 'A header has no value', {errors});
  return stored;
}
