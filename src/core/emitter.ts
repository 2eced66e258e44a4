/** Listeners by type, each safe from the mistakes of the others. */
export interface Emitter<Events> {
  /** Returns what ends it; `signal` ends it too. */
  on<T extends keyof Events>(
    type: T,
    listener: (detail: Events[T]) => void,
    options?: {signal?: AbortSignal},
  ): () => void;
  emit<T extends keyof Events>(type: T, detail: Events[T]): void;
  /** Whether anybody listens to anything. */
  readonly isHeard: boolean;
}

/**
 * @param onHeardChange after the first listener has come and after the last one has gone
 */
export function createEmitter<Events>(onHeardChange: (isHeard: boolean) => void): Emitter<Events> {
  // One record for each `on`, so that the same function given twice is called twice and ended once at a time.
  const records = new Set<{type: keyof Events; listener: (detail: never) => void}>();
  return {
    on(type, listener, {signal} = {}) {
      if (signal?.aborted) return () => {};
      const record = {type, listener};
      const end = () => {
        if (!records.delete(record)) return;
        signal?.removeEventListener('abort', end);
        if (!records.size) onHeardChange(false);
      };
      signal?.addEventListener('abort', end);
      records.add(record);
      if (records.size === 1) onHeardChange(true);
      return end;
    },
    emit(type, detail) {
      for (const record of [...records]) {
        if (record.type !== type || !records.has(record)) continue;
        try {
          (record.listener as (value: typeof detail) => void)(detail);
        } catch (error) {
          console.error(error);
        }
      }
    },
    get isHeard() {
      return records.size > 0;
    },
  };
}
