import type {Deadlines} from '../../../demo/platform/integrations/http/exchange.ts';

/** Deadlines that pass when the test says so, and never because the machine is slow. */
export interface TestDeadlines extends Deadlines {
  /** Lets them pass, as soon as something waits for one, and until nothing does. */
  pass(name: 'connect' | 'headers' | 'total'): Promise<void>;
  /** Until somebody waits for it, and then does no more: what it is about has come. */
  untilMet(name: 'connect' | 'headers' | 'total'): Promise<void>;
}

export function createTestDeadlines(): TestDeadlines {
  // Their lengths are their names.
  const lengths = {connect: 1, headers: 2, total: 3};
  const waiting = new Set<{milliseconds: number; callback: () => void}>();
  const of = (name: keyof typeof lengths) =>
    [...waiting].filter(({milliseconds}) => milliseconds === lengths[name]);
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...lengths,
    after(milliseconds, callback) {
      const timer = {milliseconds, callback};
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    async pass(name) {
      await until(() => of(name).length > 0);
      for (const timer of of(name)) {
        waiting.delete(timer);
        timer.callback();
      }
    },
    async untilMet(name) {
      await until(() => of(name).length > 0);
      await until(() => of(name).length === 0);
    },
  };
}
