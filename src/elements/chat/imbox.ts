import type {Visitor} from '../../core/chat/visitor.ts';
import type {VisitorReport} from '../../protocol/visitor.ts';

/** What the commands work on. Each life of a visitor is one: `reset` and `changeSid` end it and begin another. */
export interface ImboxHost {
  /** Undefined before the visitor has agreed (`manualTrigger`). */
  readonly visitor: Visitor | undefined;
  /** Begins, or begins again, with this site; undefined: the one that it was. */
  begin(options: {siteId?: string; showLauncher?: boolean}): Promise<void>;
  /** Reads `_imboxSettings` and the platform's state anew. */
  refresh(): Promise<void>;
  openChat(): void;
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
    visitor.report(entry).then(
      () => call(done),
      (error: Error) => host.warn(entry.type, error.message),
    );
  }

  async function begin(
    options: {siteId?: string; showLauncher?: boolean},
    done: Callback | undefined,
  ): Promise<void> {
    await host.begin(options);
    const waiting = early;
    early = [];
    for (const {report: entry, done: then} of waiting) report(entry, then);
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
        return begin(typeof showLauncher === 'boolean' ? {showLauncher} : {}, done);
      }
      case 'reset':
        return begin({}, done);
      case 'changeSid':
        if (!text(args[0])) return host.warn(name, 'needs the id of a site');
        return begin({siteId: text(args[0])}, done);
      case 'refreshGlobalSettings':
        await host.refresh();
        return call(done);
      case 'openChat':
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
