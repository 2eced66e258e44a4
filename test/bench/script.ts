import type {Browser, Page} from 'playwright-core';

/** What the browser's trace calls the running of script; what it does for layout inside of that has names of its own. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.callFunction']);

interface TraceEvent {
  name: string;
  /** `X`: one with a duration. */
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began, how long it took, and what of the processor's time. */
  ts: number;
  dur?: number;
  tdur?: number;
}

/** The script that runs in a page meanwhile: milliseconds of the processor, without style, layout and paint. */
export async function scriptOf(browser: Browser, page: Page, what: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, {categories: ['devtools.timeline', 'v8', 'v8.execute']});
  await what();
  const {traceEvents} = JSON.parse(String(await browser.stopTracing())) as {traceEvents: TraceEvent[]};
  const timed = traceEvents
    .filter(({ph, tdur}) => ph === 'X' && tdur !== undefined)
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  let sum = 0;
  /** Those that run, by thread, the innermost last. */
  const running = new Map<string, TraceEvent[]>();
  for (const event of timed) {
    const thread = `${event.pid} ${event.tid}`;
    const stack = (running.get(thread) ?? []).filter(({ts, dur}) => ts + dur! > event.ts);
    running.set(thread, [...stack, event]);
    if (SCRIPT.has(event.name)) sum += event.tdur!;
    const around = stack.at(-1);
    if (around && SCRIPT.has(around.name)) sum -= event.tdur!;
  }
  return sum / 1000;
}
