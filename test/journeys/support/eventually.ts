const TIMEOUT = 15_000;
const PAUSE = 50;

/**
 * Repeats an assertion until it holds, and rejects with its last failure where it does not in time.
 *
 * @param timeout milliseconds
 */
export async function eventually<T>(assertion: () => T | Promise<T>, timeout = TIMEOUT): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
