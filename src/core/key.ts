import type {Environment} from './environment.ts';

/** A key that nobody else will make. Not a part of the default environment, because the bell does without. */
export function makeKey({uuid}: Pick<Environment, 'uuid'>): string {
  if (uuid) return uuid();
  // It exists on secure pages only; a customer's page may be plain http.
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
