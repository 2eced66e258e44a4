/** A call as a stub keeps it: an array, or the caller's `arguments`. */
type Call = ArrayLike<unknown>;

/** More wrappers than the deepest stub that is in use (two), and an end for a list that holds itself. */
const MAX_WRAPPERS = 4;

/**
 * The call inside its wrappers. The official stub wraps twice (its inner function keeps `arguments`, whose only entry
 * is the caller's `arguments`), other stubs once.
 */
export function unwrap(entry: unknown): unknown[] {
  let call = entry;
  for (let depth = 0; depth < MAX_WRAPPERS && typeof call === 'object' && call; depth++) {
    const [first] = Array.from(call as Call);
    if (typeof first !== 'object' || !first) return Array.from(call as Call);
    call = first;
  }
  return [];
}

/**
 * Runs what a stub has queued, in order, and from then on everything that is pushed, at once. What `run` throws stays
 * here: a mistake in a command must not reach the page.
 */
export function drain(queue: unknown[], run: (call: unknown[]) => void): void {
  const runSafely = (entry: unknown) => {
    try {
      run(unwrap(entry));
    } catch (error) {
      console.warn('App Inbox:', error);
    }
  };
  const waiting = queue.splice(0);
  // References to the stub that the page has kept go on working.
  queue.push = (...entries: unknown[]) => {
    entries.forEach(runSafely);
    return 0;
  };
  waiting.forEach(runSafely);
}
