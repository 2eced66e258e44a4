import type {CDPSession} from 'playwright-core';

/** Call before `workDone`. */
export const countWork = (session: CDPSession) =>
  session.send('Performance.enable', {timeDomain: 'threadTicks'});

/**
 * What the main thread has done so far (script, style, layout and paint), by the browser's own sum: milliseconds of the
 * processor, so that it is the same on a machine that does other things as well.
 */
export async function workDone(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration')!.value * 1000;
}
