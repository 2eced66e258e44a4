/** A tab of the model's browser: the real list, outbox and stream, over the model's network and storage. */
import type {Notification} from '../../../src/protocol/notification.ts';
import type {EnvironmentSignal} from '../../../src/core/environment.ts';
import {createSession} from '../../../src/core/session.ts';
import {INITIAL_STATE, type InboxState} from '../../../src/core/state.ts';
import type {Storage} from '../../../src/core/storage.ts';
import type {Mutation} from '../../../src/core/store.ts';
import {createSync, type Sync} from '../../../src/core/sync.ts';
import {createTransport} from '../../../src/core/transport.ts';
import type {FakeBrowser} from '../fake-browser.ts';
import type {FakeEnvironment} from '../fake-environment.ts';
import type {ModelNetwork} from './network.ts';

let devices = 0;

/** The device's storage, on which it can be slow or refuse. */
export class ModelStorage implements Storage {
  /** Of no other run: what a page keeps in its last moment is in the browser's own local storage. */
  readonly name = `model-${++devices}`;
  state: 'good' | 'refusing' | 'slow' = 'good';
  #values = new Map<string, unknown>();
  #waiting: (() => void)[] = [];

  become(state: 'good' | 'refusing' | 'slow'): void {
    this.state = state;
    if (state !== 'slow') for (const goOn of this.#waiting.splice(0)) goOn();
  }

  get = (key: string) => this.#when(() => structuredClone(this.#values.get(key)));
  set = (key: string, value: unknown) => this.#when(() => void this.#values.set(key, structuredClone(value)));
  update = (key: string, change: (value: unknown) => unknown) =>
    this.#when(() => void this.#values.set(key, structuredClone(change(this.#values.get(key)))));
  clear = () => this.#when(() => this.#values.clear());

  /** The names of the marks that are kept: see `Made`. Those that the inbox made by itself have their keys. */
  get marks(): ReadonlySet<string> {
    const list = [...this.#values].flatMap(([key, value]) => (key.startsWith('outbox:') ? value : []));
    return new Set((list as Mutation[]).map(({action, key}) => action ?? key));
  }

  async #when<T>(act: () => T): Promise<T> {
    if (this.state === 'slow') await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.state === 'refusing') throw new DOMException('full', 'QuotaExceededError');
    return act();
  }
}

export class ModelTab {
  state: InboxState = INITIAL_STATE;
  readonly sync: Sync;
  readonly announced: string[] = [];
  readonly errors: string[] = [];
  isGone = false;
  isFrozen = false;
  /** The page has had no time yet for more than the list. */
  isBusy = true;
  #missed: (() => void)[] = [];
  #place: ReturnType<FakeBrowser['newTab']>;

  constructor(
    readonly name: string,
    world: FakeEnvironment,
    browser: FakeBrowser,
    storage: ModelStorage,
    network: ModelNetwork,
  ) {
    this.#place = browser.newTab();
    let keys = 0;
    let tokens = 0;
    const environment = {
      ...world,
      uuid: () => `${name}-${++keys}`,
      isOnline: () => !network.isDown,
      isVisible: () => true,
      whenIdle: (callback: () => void) => queueMicrotask(callback),
      after: (milliseconds: number, callback: () => void) =>
        world.after(milliseconds, () => this.#run(callback)),
      watch: (_: (signal: EnvironmentSignal) => void) => () => {},
      fetch: async (url: string, init: RequestInit) => {
        if (this.isGone) return new Promise<Response>(() => {});
        try {
          return this.#standStill(await network.fetch(url, init));
        } finally {
          await this.#awake();
        }
      },
      openTabBus: this.#place.open,
    };
    const session = createSession({
      getAuthTokenCallback: () => Promise.resolve(`c_anna1234.${name}-${++tokens}`),
      environment,
      onChange: () => {},
    });
    const transport = createTransport({
      apiUrl: 'https://model.test',
      session,
      environment,
      onReach: () => {},
    });
    this.sync = createSync(
      {
        ...{transport, environment, storageName: storage.name, contact: 'c_anna1234', count: undefined},
        capabilities: ['stream', 'events', 'cursor', 'rich'],
        pollInterval: 30_000,
        publish: (change) => (this.state = {...this.state, ...change}),
        emit: (type, detail) => {
          if (type === 'notification')
            this.announced.push((detail as {notification: Notification}).notification.id);
          if (type === 'error') this.errors.push((detail as {code: string}).code);
        },
        onGone: () => {},
      },
      storage,
    );
    this.look();
  }

  /** The page has time. */
  resume(): void {
    this.isBusy = false;
    this.sync.resume();
  }

  /** As the panel does: asks for the list, and again when that failed. */
  look(): void {
    if (/idle|failed/.test(this.state.list)) this.sync.load().catch(() => {});
  }

  freeze(): void {
    this.isFrozen = true;
    this.#place.freeze();
  }

  thaw(): void {
    if (!this.isFrozen) return;
    this.isFrozen = false;
    const missed = this.#missed.splice(0);
    // Nothing says which of its queues a browser begins with.
    const isBusFirst = missed.length % 2 === 0;
    if (isBusFirst) this.#place.thaw();
    for (const happen of missed) happen();
    if (!isBusFirst) this.#place.thaw();
    this.sync.wake();
  }

  /** Nothing of it goes on, nothing is tidied up. */
  crash(): void {
    this.isGone = true;
    this.#place.crash();
  }

  close(): void {
    this.sync.hide();
  }

  get lines(): string[] {
    return this.state.notifications.map(({id, readAt}) => `${id} ${readAt === null ? 'unread' : 'read'}`);
  }

  /** Of a tab that is gone nothing goes on, and in one that stands still nothing does for now. */
  async #awake(): Promise<void> {
    if (this.isGone) await new Promise(() => {});
    if (this.isFrozen) await new Promise<void>((resolve) => this.#missed.push(resolve));
  }

  /** An answer whose body is not read while the tab stands still. */
  #standStill(response: Response): Response {
    const reader = response.body?.getReader();
    if (!reader) return response;
    const read = async () => {
      const chunk = await reader.read();
      await this.#awake();
      return chunk;
    };
    const body = {getReader: () => ({read, cancel: () => reader.cancel()})};
    return {...response, body} as unknown as Response;
  }

  #run(callback: () => void): void {
    if (this.isGone) return;
    if (this.isFrozen) this.#missed.push(callback);
    else callback();
  }
}
