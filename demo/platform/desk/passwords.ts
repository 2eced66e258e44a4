import {scrypt, timingSafeEqual} from 'node:crypto';
import type {Random} from '../random.ts';

/** scrypt's parameters (RFC 7914); `logN` is the binary logarithm of its N. */
export interface PasswordCost {
  logN: number;
  r: number;
  p: number;
}

/** 16 MiB and some 40 ms a guess (OWASP's minimum is 2^14 with r = 8, p = 5; sign-ins are limited besides). */
const COST: PasswordCost = {logN: 14, r: 8, p: 5};
const SALT_SIZE = 16;
const KEY_SIZE = 32;
/** Nobody types more, and a long one must not cost more. */
export const MAX_PASSWORD = 200;

function derive(password: string, salt: Buffer, {logN, r, p}: PasswordCost): Promise<Buffer> {
  const options = {N: 2 ** logN, r, p, maxmem: 256 * (2 ** logN + p) * r};
  return new Promise((resolve, reject) => {
    // As typed on whatever keyboard: the same letters are the same bytes.
    scrypt(password.normalize('NFKC'), salt, KEY_SIZE, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export interface Passwords {
  /** A salted scrypt hash that names its own cost: `scrypt$14$8$5$<salt>$<key>`. */
  hash(password: string): Promise<string>;
  /** Takes the same time without a hash, so that nobody learns who has an account. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

export function createPasswords(random: Random, ownCost = COST): Passwords {
  return {
    async hash(password) {
      const salt = random(SALT_SIZE);
      const key = await derive(password, salt, ownCost);
      const {logN, r, p} = ownCost;
      return ['scrypt', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
    },
    async verify(password, hash) {
      const [, logN, r, p, salt, expected] = hash?.split('$') ?? [];
      const cost = hash ? {logN: Number(logN), r: Number(r), p: Number(p)} : ownCost;
      const typed = password.slice(0, MAX_PASSWORD);
      const key = await derive(typed, Buffer.from(salt ?? 'nobody', 'base64url'), cost);
      const known = Buffer.from(expected ?? '', 'base64url');
      return known.length === key.length && timingSafeEqual(known, key);
    },
  };
}
