/** How an app's frame is doing, as a table: what is not in it changes nothing. */

export type AppStatus =
  /** The address may not be shown. */
  | 'refused'
  | 'loading'
  /** Nothing has come for a while; it may still. */
  | 'slow'
  | 'ready'
  /** Its server cannot be reached. */
  | 'failed'
  /** A page of another origin is in its place, which is told nothing. */
  | 'moved'
  /** It used to answer, and has not since its page last loaded. */
  | 'silent';

export type AppSignal =
  'start' | 'refuse' | 'wait' | 'load' | 'answer' | 'foreign' | 'unreachable' | 'silence';

/** Everything may begin anew, or be refused. */
const ALWAYS = {start: 'loading', refuse: 'refused'} as const;

const TABLE: Record<AppStatus, Partial<Record<AppSignal, AppStatus>>> = {
  refused: ALWAYS,
  loading: {
    ...ALWAYS,
    wait: 'slow',
    load: 'ready',
    answer: 'ready',
    foreign: 'moved',
    unreachable: 'failed',
  },
  slow: {...ALWAYS, load: 'ready', answer: 'ready', foreign: 'moved', unreachable: 'failed'},
  // A browser's own error page loads as well: that the server cannot be reached shows only then.
  ready: {...ALWAYS, foreign: 'moved', unreachable: 'failed', silence: 'silent'},
  // A load alone does not say whose page it was.
  failed: {...ALWAYS, answer: 'ready', foreign: 'moved'},
  moved: {...ALWAYS, answer: 'ready'},
  silent: {...ALWAYS, answer: 'ready', foreign: 'moved', unreachable: 'failed'},
};

export const nextStatus = (status: AppStatus, signal: AppSignal): AppStatus =>
  TABLE[status][signal] ?? status;
