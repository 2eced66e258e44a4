import type {InboxError} from '../../core/errors.ts';
import type {Visitor} from '../../core/chat/visitor.ts';
import type {VisitorReport} from '../../protocol/visitor.ts';

/** What the commands work on. Each life of a visitor is one: `reset` and `changeSid` end it and begin another. */
export interface ImboxHost {
  /** Undefined before the visitor has agreed (`manualTrigger`). */
  readonly visitor: Visitor | undefined;
  /** Begins a session, in place of the one that there is. */
  begin(): Promise<void>;
  /** The site that the next session is of. */
  setSite(siteId: string): void;
  /** Whether the chat has a button of its own. */
  setLauncher(isShown: boolean): void;
  /** Reads `_imboxSettings` and the platform's state anew. */
  refresh(): Promise<void>;
  openChat(): void;
  /** For so long a session that is to end waits for what was reported in it. */
  pause(): Promise<void>;
  warn(command: string, advice: string): void;
}

type Callback = (error?: Error) => void;

const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
};

/** The reports that commands become. */
const REPORTS: Record<string, (args: unknown[]) => VisitorReport | string> = {
  setExternalContactId: ([id]) => (text(id) ? {type: 'externalId', id: text(id)} : 'needs an id'),
  changeName: ([name]) => (typeof name === 'string' ? {type: 'name', name} : 'needs a name'),
  insertCard: ([id, data]) =>
    text(id) ? {type: 'card', id: text(id), data: text(data).slice(0, 10_000)} : 'needs an id and data',
};
const NAMES = [...Object.keys(REPORTS), 'start', 'reset', 'changeSid', 'refreshGlobalSettings', 'openChat'];

/**
 * Runs the commands of `_imbox` one after the other: what changes who the visitor is has happened before the next one
 * begins, and what is reported is kept in its order. A callback in last place is called when the command has taken effect.
 */
export function createImbox(host: ImboxHost): (entry: unknown) => void {
  /** Before the visitor has agreed: kept, in order. */
  let early: {report: VisitorReport; done: Callback | undefined}[] = [];
  /** For another site: what was said to the one before is not for it. */
  let isLeaving = false;
  const underway = new Set<Promise<void>>();
  /** `start` was said, by the page or for it: before, nothing else begins a session. */
  let hasAgreed = false;
  let turn: Promise<unknown> = Promise.resolve();

  function call(callback: Callback | undefined): void {
    try {
      callback?.();
    } catch (error) {
      // The page's mistake is the page's.
      console.error(error);
    }
  }

  function report(entry: VisitorReport, done: Callback | undefined): void {
    const {visitor} = host;
    if (!visitor) return void early.push({report: entry, done});
    const arrival = visitor.report(entry).then(
      () => call(done),
      (error: InboxError) => {
        // Its session has ended before: it is said in the next one, of the same site.
        if (error.code === 'ended' && !isLeaving) early.push({report: entry, done});
        else host.warn(entry.type, error.message);
      },
    );
    underway.add(arrival);
    void arrival.then(() => underway.delete(arrival));
  }

  /** What was said in a session takes effect in it. Offline nobody waits for that: it is kept, and sent by a later one. */
  const arrivals = () => Promise.race([Promise.all(underway), host.pause()]);

  /** @param how begins a session, in place of the one that there is */
  async function begin(how: () => Promise<void>, done: Callback | undefined): Promise<void> {
    if (underway.size) await arrivals();
    try {
      await how();
    } finally {
      const waiting = early;
      early = [];
      for (const {report: entry, done: then} of waiting) report(entry, then);
    }
    call(done);
  }

  async function run(name: string, args: unknown[], done: Callback | undefined): Promise<void> {
    const toReport = REPORTS[name];
    if (toReport) {
      const entry = toReport(args);
      return typeof entry === 'string' ? host.warn(name, entry) : report(entry, done);
    }
    switch (name) {
      case 'start': {
        const {showLauncher} = (args[0] ?? {}) as {showLauncher?: unknown};
        if (typeof showLauncher === 'boolean') host.setLauncher(showLauncher);
        hasAgreed = true;
        // One that has begun goes on: nothing of it is to be lost.
        return host.visitor ? call(done) : begin(host.begin, done);
      }
      case 'reset':
        return hasAgreed ? begin(host.begin, done) : call(done);
      case 'changeSid': {
        const siteId = text(args[0]);
        if (!siteId) return host.warn(name, 'needs the id of a site');
        host.setSite(siteId);
        if (!hasAgreed) return call(done);
        isLeaving = true;
        return begin(host.begin, done).finally(() => (isLeaving = false));
      }
      case 'refreshGlobalSettings':
        return hasAgreed ? begin(host.refresh, done) : call(done);
      case 'openChat':
        if (!host.visitor) return host.warn(name, 'needs a visitor: "start" comes first.');
        host.openChat();
        return call(done);
      default:
        host.warn(name, `is no command. There are: ${NAMES.join(', ')}.`);
    }
  }

  return (entry) => {
    const list = Array.isArray(entry) ? (entry as unknown[]) : [entry];
    const [name, ...args] = list;
    const done = typeof args.at(-1) === 'function' ? (args.pop() as Callback) : undefined;
    turn = turn
      .then(() => run(String(name), args, done))
      .catch((error: unknown) => host.warn(String(name), String(error)));
  };
}
