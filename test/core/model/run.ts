/** One run of the model: commands, what holds after each, and what has to hold in the end. See `../model-inbox.test.ts`. */
import {expect} from '@open-wc/testing';
import type {ContactEvent, ContactEventType} from '../../../src/protocol/contact-event.ts';
// Loaded by now: a tab that loads it waits for a task of the browser, and not for the network.
import '../../../src/core/live.ts';
import {FakeBrowser} from '../fake-browser.ts';
import {FakeEnvironment} from '../fake-environment.ts';
import type {Command} from './commands.ts';
import {ModelNetwork} from './network.ts';
import {ModelPlatform} from './platform.ts';
import {ModelStorage, ModelTab} from './tab.ts';

const HOLD = 5000;
/** So long after everything has healed all agree: the longest pause, time-out and patience, each more than once. */
const CONVERGENCE = 300_000;

/** Lets promises settle: nothing here waits for anything but promises. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 120; turn++) await Promise.resolve();
}

/** A mark, and what became of it. */
interface Made {
  type: ContactEventType;
  ids: string[] | undefined;
  tab: string;
  /** The promise says so ... */
  isKept: boolean;
  /** ... and it was so. */
  isSaved?: boolean;
  /** The promise has rejected, though nothing was wrong. */
  isRefused?: boolean;
  isBad: boolean;
  /** Its tab was closed, and not by a crash. */
  isLeft?: boolean;
  heldUntil: number;
  takeBack?: () => Promise<void>;
  isTakenBack: boolean;
  /** ... as well as this device could. */
  isDubious?: boolean;
}

export class Run {
  readonly world = new FakeEnvironment();
  readonly platform = new ModelPlatform(this.world.now);
  readonly network = new ModelNetwork(this.platform);
  readonly storage = new ModelStorage();
  readonly browser = new FakeBrowser();
  readonly everyTab: ModelTab[] = [];
  /** By a name that each carries as its `action`. */
  readonly made = new Map<string, Made>();
  readonly sent = new Set<string>();
  /** The batches that left, for whoever reads of a failure. */
  readonly story: string[] = [];
  /** What went wrong where nobody catches. */
  readonly faults: string[] = [];
  #serial = 0;

  constructor() {
    this.world.settle = settle;
    this.network.onBatch = (events) => this.#left(events);
  }

  get tabs(): ModelTab[] {
    return this.everyTab.filter((tab) => !tab.isGone);
  }

  async open(isSlow = false): Promise<void> {
    const tab = new ModelTab(
      `t${this.everyTab.length}`,
      this.world,
      this.browser,
      this.storage,
      this.network,
    );
    this.everyTab.push(tab);
    if (!isSlow) tab.resume();
    await this.#load();
  }

  /** The module that a tab loads takes the browser a task. */
  async #load(): Promise<void> {
    await settle();
    await import('../../../src/core/live.ts');
    await settle();
  }

  /** Time goes by, and the platform gives signs of life. */
  async wait(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= 10_000) {
      await this.world.advance(Math.min(left, 10_000));
      this.network.beat();
      const awake = this.tabs.filter((tab) => !tab.isFrozen);
      for (const tab of awake) tab.look();
      const busy = awake.filter((tab) => tab.isBusy);
      for (const tab of busy) tab.resume();
      // Also where nobody is busy: a list that was held may have come, and what keeps it up to date comes after it.
      await this.#load();
    }
  }

  async do(command: Command): Promise<void> {
    const {network, platform, storage} = this;
    const {what} = command;
    const awake = this.tabs.filter((tab) => !tab.isFrozen);
    const tab = 'tab' in command ? awake[command.tab % (awake.length || 1)] : undefined;
    if (what === 'wait') await this.wait(command.milliseconds);
    else if (what === 'fate') network.fates.push(command.fate);
    else if (what === 'let go' || what === 'let the last go') network.letGo(what !== 'let go');
    else if (what === 'cut') network.cutStreams();
    else if (what === 'silence') network.silenceStreams();
    else if (what === 'double') network.doubleNext();
    else if (what === 'swap') network.swapNext();
    else if (what === 'offline') network.isDown = !network.isDown;
    else if (what === 'forget') platform.forgetLog();
    else if (what === 'send') platform.send();
    else if (what === 'elsewhere') platform.act(command.type, this.#ids(command.row));
    else if (what === 'storage') storage.become(command.state);
    else if (/^open/.test(what) && this.tabs.length < 3) await this.open(what === 'open slowly');
    else if (what === 'thaw') for (const each of this.tabs) each.thaw();
    else if (what === 'take back') await this.#takeBack();
    else if (tab) await this.#act(tab, command);
    // What it does by itself comes to its end as well.
    await this.#load();
    this.#check();
  }

  #ids(...numbers: number[]): string[] {
    const {ids} = this.platform;
    return [...new Set(numbers.map((number) => ids[number % ids.length]!))];
  }

  async #act(tab: ModelTab, command: Command): Promise<void> {
    if (command.what === 'crash') tab.crash();
    else if (command.what === 'freeze') tab.freeze();
    else if (command.what === 'wake') tab.sync.wake();
    else if (command.what === 'more') tab.sync.loadMore().catch(() => {});
    else if (command.what === 'close') {
      for (const made of this.made.values()) made.isLeft ||= made.tab === tab.name;
      tab.close();
      await settle();
      tab.crash();
    } else if (command.what === 'read all') await this.#mark(tab, 'read', undefined);
    else if (command.what === 'bad mark') await this.#mark(tab, 'read', ['bad']);
    else if (command.what === 'mark' || command.what === 'held mark') {
      const ids = command.other === 0 ? this.#ids(command.row, command.other) : this.#ids(command.row);
      await this.#mark(tab, command.type, ids, command.what === 'held mark' ? HOLD : undefined);
    }
  }

  async #mark(
    tab: ModelTab,
    type: ContactEventType,
    ids: string[] | undefined,
    hold?: number,
  ): Promise<void> {
    const {world, storage} = this;
    const until = type === 'snoozed' ? world.now() + 86_400_000 : undefined;
    const name = `m${++this.#serial}`;
    const made: Made = {
      ...{type, ids, tab: tab.name, isKept: false, isBad: !!ids?.includes('bad')},
      ...{heldUntil: hold ? world.now() + hold : 0, isTakenBack: false},
    };
    const {pending, notifications} = tab.state;
    this.made.set(name, made);
    tab.sync.act({type, ids, until, hold, action: name}).then(
      (takeBack) => {
        made.takeBack = takeBack;
        made.isKept = true;
        made.isSaved = storage.marks.has(name) || this.sent.has(name);
      },
      () => (made.isRefused = storage.state === 'good'),
    );
    await this.#load();
    // It may change nothing: then there is nothing to send.
    if (tab.state.pending === pending) this.made.delete(name);
    this.#showsAtOnce(tab, type, ids ?? notifications.map(({id}) => id));
  }

  /** @param ids "All" are those that the tab showed. */
  #showsAtOnce(tab: ModelTab, type: ContactEventType, ids: string[]): void {
    if (tab.state.list !== 'ready') return;
    const shown = tab.state.notifications.filter(({id}) => ids.includes(id));
    if (type === 'read') for (const {readAt} of shown) expect(readAt, 'shown as read').to.not.be.null;
    if (type === 'unread') for (const {readAt} of shown) expect(readAt, 'shown as unread').to.be.null;
    if (/^(archived|deleted|snoozed)$/.test(type)) expect(shown, type).to.have.length(0);
  }

  async #takeBack(): Promise<void> {
    const made = [...this.made.values()].findLast(
      ({heldUntil, takeBack, isTakenBack}) => heldUntil && takeBack && !isTakenBack,
    );
    const tab = this.tabs.find(({name}) => name === made?.tab);
    if (!made || !tab || tab.isFrozen) return;
    // A device that cannot forget may send it after a crash.
    if (made.heldUntil > this.world.now())
      made[this.storage.state === 'good' ? 'isTakenBack' : 'isDubious'] = true;
    void made.takeBack!();
  }

  /** A batch leaves a tab. */
  #left(events: readonly ContactEvent[]): void {
    const now = this.world.now();
    const {marks, state} = this.storage;
    const words = events.map(
      ({action, key, type, ids = ['all']}) => `${action ?? key} ${type} ${ids.join('+')}`,
    );
    this.story.push(`${this.world.elapsed()} ms: ${words.join(', ')}`);
    for (const {action: name = ''} of events) {
      const made = this.made.get(name);
      if (!made) continue;
      if (made.isTakenBack) this.faults.push(`${name} was taken back, and is sent`);
      if (made.heldUntil > now) this.faults.push(`${name} is held, and is sent`);
      if (state === 'good' && made.isKept && !made.isDubious && !this.sent.has(name) && !marks.has(name))
        this.faults.push(`${name} is sent and not kept`);
      this.sent.add(name);
    }
  }

  #check(): void {
    expect(this.faults.join('\n')).to.equal('');
    for (const [name, {isKept, isSaved, isRefused}] of this.made) {
      if (isKept) expect(isSaved, `${name} is said to be kept, and is not`).to.be.true;
      expect(isRefused, `${name} is said not to be kept`).to.not.be.true;
    }
    for (const {state, announced, name} of this.tabs) {
      expect(state.count ?? 0, `${name}: the number`).to.be.at.least(0);
      expect(new Set(announced).size, `${name} announced twice: ${announced.join()}`).to.equal(
        announced.length,
      );
    }
  }

  async heal(): Promise<void> {
    this.storage.become('good');
    this.network.heal();
    for (const tab of this.tabs) tab.thaw();
    if (!this.tabs.length) await this.open();
    for (const tab of this.tabs) tab.sync.wake();
    let left = CONVERGENCE;
    do await this.wait(10_000);
    while ((left -= 10_000) > 0 && this.differences().length);
  }

  differences(): string[] {
    const {unread, lines} = this.platform;
    const faults: string[] = [];
    for (const {name, state, lines: shown} of this.tabs) {
      const {pending, connection, count, hasMore} = state;
      const wanted = hasMore ? lines.slice(0, shown.length) : lines;
      if (shown.join() !== wanted.join()) faults.push(`${name} shows ${shown.join()}, not ${wanted.join()}`);
      if (count !== unread) faults.push(`${name} says ${count}, not ${unread}`);
      if (pending) faults.push(`${name}: ${pending} pending`);
      if (!/open|following/.test(connection)) faults.push(`${name} is ${connection}`);
    }
    const {marks} = this.storage;
    if (marks.size) faults.push(`kept for ever: ${[...marks].join()}`);
    const taken = new Set([...this.platform.taken.values()].map(({action}) => action));
    for (const [name, {isKept, isLeft, isBad, isTakenBack, isDubious, type, ids}] of this.made) {
      if ((isKept || isLeft) && !isBad && !isTakenBack && !isDubious && !taken.has(name))
        faults.push(`${name} is lost: ${type} ${ids?.join()}`);
    }
    return faults;
  }

  /** Which of the marks of one tab on one notification came in the wrong order. */
  get disorder(): string[] {
    const faults: string[] = [];
    const last = new Map<string, number>();
    for (const {action: name = '', ids = ['all']} of this.platform.taken.values()) {
      const {tab, isDubious, isKept} = this.made.get(name) ?? {};
      // What one tab could not keep another one does not know of.
      if (!tab || isDubious || !isKept) continue;
      const number = Number(name.slice(1));
      for (const id of ids) {
        if ((last.get(`${tab} ${id}`) ?? 0) > number) faults.push(`${name} came too late for ${id}`);
        last.set(`${tab} ${id}`, number);
      }
    }
    return faults;
  }
}
