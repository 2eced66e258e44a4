import {randomBytes} from 'node:crypto';
import type {Clock} from './clock.ts';

/** So many unpredictable bytes. */
export type Random = (size: number) => Buffer;

export const systemRandom: Random = (size) => randomBytes(size);

/** Unguessable text for URLs and headers: 128 bits unless told otherwise. */
export function randomText(random: Random, bytes = 16): string {
  return random(bytes).toString('base64url');
}

/** Room for the ids of one millisecond: the 12 bits of `rand_a` (RFC 9562, 5.7 and 6.2 method 1). */
const MAX_COUNTER = 0xfff;

/**
 * Makes UUIDs of version 7 (RFC 9562). Those of one process sort as they were made, also within a millisecond, so
 * that "newest first" has one answer.
 */
export function createIds(clock: Clock, random: Random): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const now = clock.now();
    if (now > last) {
      last = now;
      counter = 0;
    } else if (++counter > MAX_COUNTER) {
      last++;
      counter = 0;
    }
    const bytes = random(16);
    bytes.writeUIntBE(last, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
}
