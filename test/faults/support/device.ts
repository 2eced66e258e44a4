import './browser-storage.ts';
/** A contact's browser with its tabs: real inboxes over the real network of this machine, on a clock that runs faster. */
import {createInbox, type Inbox} from '../../../src/core/inbox.ts';
import type {EnvironmentSignal} from '../../../src/core/environment.ts';
import type {Mutation} from '../../../src/core/store.ts';
import type {TabBus} from '../../../src/core/tab-bus.ts';
import {FakeBrowser} from '../../core/fake-browser.ts';
import type {Chance} from './chance.ts';
import type {Clock} from './clock.ts';

export interface Tab {
  readonly name: string;
  readonly inbox: Inbox;
  /** How often each notification was announced. */
  readonly announced: ReadonlyMap<string, number>;
  readonly isGone: boolean;
  /** The tab's process ends: nothing of it goes on, nothing is tidied up. */
  crash(): void;
  /** The page is closed: it may send what is there. */
  close(): void;
  signal(signal: EnvironmentSignal): void;
}

export interface Device {
  readonly tabs: readonly Tab[];
  /** Each mark that this device has kept, in order: what must not get lost. */
  readonly kept: readonly Mutation[];
  isOffline: boolean;
  openTab(): Tab;
  end(): void;
}

export interface DeviceOptions {
  name: string;
  apiUrl: string;
  /** How far its clock is behind: milliseconds. Behind, so that the platform leaves its times as they are. */
  lag: number;
  chance: Chance;
  clock: Clock;
  getToken: () => Promise<string>;
}

export function createDevice({name, apiUrl, lag, chance, clock, getToken}: DeviceOptions): Device {
  const browser = new FakeBrowser();
  const tabs: Tab[] = [];
  const kept: Mutation[] = [];
  let lastNow = 0;
  let opened = 0;

  /** A mark is told to the other tabs when it has been kept. Of a tab that is gone nothing is heard any more. */
  function listenIn(bus: TabBus, life: AbortSignal): TabBus {
    return {
      ...bus,
      hold: (lock, signal) => (life.aborted ? new Promise(() => {}) : bus.hold(lock, signal)),
      post(message) {
        if (life.aborted) return;
        const word = message as {type?: string; mutation?: Mutation};
        if (word.type === 'added' && word.mutation) kept.push(word.mutation);
        bus.post(message);
      },
    };
  }

  function openTab(): Tab {
    const tabName = `${name}.${++opened}`;
    const life = new AbortController();
    const place = browser.newTab();
    const listeners = new Set<(signal: EnvironmentSignal) => void>();
    const announced = new Map<string, number>();
    let keys = 0;

    const inbox = createInbox({
      apiUrl,
      siteId: name,
      capabilities: ['stream', 'events', 'cursor', 'rich'],
      getAuthTokenCallback: () => (device.isOffline ? Promise.reject(new Error('offline')) : getToken()),
      environment: {
        fetch: (url, init) => {
          if (device.isOffline || life.signal.aborted)
            return Promise.reject(new TypeError('Failed to fetch'));
          return fetch(url, {...init, signal: AbortSignal.any([init.signal!, life.signal])});
        },
        // No two marks of a device at the same time: a time tells which mark an effect came from.
        now: () => (lastNow = Math.max(lastNow + 1, Date.now() - lag)),
        elapsed: () => clock.elapsed(),
        random: () => chance.next(),
        uuid: () => `${tabName}-${++keys}`,
        after: (milliseconds, callback) => clock.after(milliseconds, () => life.signal.aborted || callback()),
        whenIdle: (callback) => void setTimeout(callback),
        isOnline: () => !device.isOffline,
        isVisible: () => true,
        watch(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        openTabBus: (busName) => listenIn(place.open(busName), life.signal),
      },
    });
    inbox.on('notification', ({notification: {id}}) => announced.set(id, (announced.get(id) ?? 0) + 1));
    // As the panel does: asks for the list where none is there, and again when that failed.
    let isAsking = false;
    const look = () => {
      if (isAsking || life.signal.aborted || !/idle|failed/.test(inbox.state.list)) return;
      isAsking = true;
      const again = () => {
        isAsking = false;
        clock.after(1000, look);
      };
      inbox.load().then(again, again);
    };
    inbox.subscribe(look);
    look();

    const tab: Tab = {
      name: tabName,
      inbox,
      announced,
      get isGone() {
        return life.signal.aborted;
      },
      crash() {
        life.abort();
        place.crash();
        inbox.dispose();
      },
      close() {
        tab.signal('hide');
        tab.crash();
      },
      signal(signal) {
        for (const listener of [...listeners]) listener(signal);
      },
    };
    tabs.push(tab);
    return tab;
  }

  const device: Device = {
    get tabs() {
      return tabs.filter((tab) => !tab.isGone);
    },
    kept,
    isOffline: false,
    openTab,
    end() {
      for (const tab of device.tabs) tab.crash();
    },
  };
  return device;
}
