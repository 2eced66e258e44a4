import {createHash} from 'node:crypto';
import type {Clock} from '../clock.ts';

/** An answer as it is kept. */
export interface CachedAnswer {
  readonly data: unknown;
  readonly status: number;
  /** Epoch, milliseconds. */
  readonly fetchedAt: number;
}

/** What makes two runs the same. The version changes with the integration: what was kept of the last one is not found. */
export interface CacheInputs {
  readonly teamId: string;
  readonly integrationId: string;
  readonly version: number;
  /** The whole request, as it is sent. */
  readonly request: unknown;
}

/**
 * Answers of other systems, in this process's memory alone: they are contacts' data, and nowhere else on the platform.
 */
export interface AnswerCache {
  get(key: string): CachedAnswer | undefined;
  /** @param size bytes, roughly */
  set(key: string, answer: CachedAnswer, lifetime: number, size: number): void;
}

/** Bytes of all answers together; past it, what was used longest ago goes. */
const MAX_SIZE = 64 * 1024 * 1024;

/** Nothing of the request can be read out of its key. */
export function cacheKeyOf({teamId, integrationId, version, request}: CacheInputs): string {
  return createHash('sha256')
    .update(JSON.stringify([teamId, integrationId, version, request]))
    .digest('base64url');
}

export function createAnswerCache(clock: Clock, maxSize = MAX_SIZE): AnswerCache {
  // A Map remembers the order: what is put back at the end was used last.
  const entries = new Map<string, {answer: CachedAnswer; expiresAt: number; size: number}>();
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.expiresAt <= clock.now()) {
        remove(key);
        return undefined;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry.answer;
    },
    set(key, answer, lifetime, size) {
      remove(key);
      if (lifetime <= 0 || size > maxSize) return;
      entries.set(key, {answer, expiresAt: clock.now() + lifetime, size});
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= maxSize) break;
        remove(oldest);
      }
    },
  };
}
