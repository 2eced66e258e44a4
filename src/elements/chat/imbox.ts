import type {InboxError} from '../../core/errors.ts';
import type {Visitor} from '../../core/chat/visitor.ts';
import type {VisitorReport} from '../../protocol/visitor.ts';

/** What the commands work on. */
export interface ImboxHost {
  /** Undefined before the visitor has agreed (`manualTrigger`), and where it is not known yet whose site this is. */
  readonly visitor: Visitor | undefined;
  /**
   * Begins a session, or the one that there is anew, with the settings as they are. Resolves when the platform has it;
   * undefined: it cannot begin yet, and `start` will be said again.
   */
  begin(): Promise<void> | undefined;
  /** The site that the next session is of. */
  setSite(siteId: string): void;
  /** Whether the chat has a button of its own. */
  setLauncher(isShown: boolean): void;
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
 * Runs the commands of `_imbox` in their order. None waits for the platform: what is reported is kept, and a callback in
 * last place is called when the command has taken effect.
 */
export function createImbox(host: ImboxHost): (entry: unknown) => void {
  /** What cannot be said before there is a session, in its order. */
  const early: (() => void)[] = [];
  /** `start` was said, by the page or for it: before, nothing else begins a session. */
  let hasAgreed = false;

  function call(callback: Callback | undefined): void {
    try {
      callback?.();
    } catch (error) {
      // The page's mistake is the page's.
      console.error(error);
    }
  }

  function follow(name: string, effect: Promise<void>, done: Callback | undefined): void {
    effect.then(
      () => call(done),
      (error: InboxError) => host.warn(name, error.message),
    );
  }

  function report(name: string, entry: VisitorReport, done: Callback | undefined): void {
    const {visitor} = host;
    if (visitor) follow(name, visitor.report(entry), done);
    else early.push(() => report(name, entry, done));
  }

  function begin(name: string, done: Callback | undefined): void {
    hasAgreed = true;
    const beginning = host.begin();
    if (!beginning) return void early.push(() => call(done));
    follow(name, beginning, done);
    for (const say of early.splice(0)) say();
  }

  function run(name: string, args: unknown[], done: Callback | undefined): void {
    const toReport = REPORTS[name];
    if (toReport) {
      const entry = toReport(args);
      return typeof entry === 'string' ? host.warn(name, entry) : report(name, entry, done);
    }
    switch (name) {
      case 'start': {
        const {showLauncher} = (args[0] ?? {}) as {showLauncher?: unknown};
        if (typeof showLauncher === 'boolean') host.setLauncher(showLauncher);
        // One that has begun goes on: nothing of it is to be lost.
        return host.visitor ? call(done) : begin(name, done);
      }
      case 'reset':
      case 'refreshGlobalSettings':
        return hasAgreed ? begin(name, done) : call(done);
      case 'changeSid': {
        const siteId = text(args[0]);
        if (!siteId) return host.warn(name, 'needs the id of a site');
        host.setSite(siteId);
        return hasAgreed ? begin(name, done) : call(done);
      }
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
    try {
      run(String(name), args, done);
    } catch (error) {
      host.warn(String(name), String(error));
    }
  };
}
