/**
 * One schedule: a contact with two or three devices acts, while messages arrive, on networks that fail as the seed says.
 * Then the networks heal, and it is counted what was lost, doubled, disordered, and what does not agree.
 */
import type {ContactEventType} from '../../../src/protocol/contact-event.ts';
import {createChance, type Chance} from './chance.ts';
import {createClock} from './clock.ts';
import {createDevice, type Device, type Tab} from './device.ts';
import {createNetwork, type Network} from './faults.ts';
import type {KillablePlatform} from './platform.ts';
import type {FaultProxy, Verdicts} from './proxy.ts';
import {createObserver, describe, type Told} from './truth.ts';

/**
 * So long after the networks have healed everybody agrees, in the devices' time: milliseconds. A stream that has fallen
 * silent is noticed after 40 s, a site that has failed three times is asked again after a minute.
 */
const CONVERGENCE = 300_000;
/** What fits the first page of the list. */
const MAX_MESSAGES = 16;
const STEPS = 24;

export interface Report {
  seed: number;
  /** Sentences; none: everything is as it should be. */
  faults: string[];
  /** Marks that a device has kept. */
  kept: number;
  lost: number;
  doubled: number;
  disordered: number;
  /** Milliseconds of the devices' time, from healing until everybody agreed. */
  converged: number;
  /** What went wrong on the way, and how often. */
  network: ReadonlyMap<string, number>;
}

export interface World {
  platform: KillablePlatform;
  proxy: FaultProxy;
  /** Called when a schedule's networks begin to fail. */
  onTrouble: () => void;
  /** Resolves when the platform has been killed for the last time, and is back. */
  settled: Promise<void>;
}

const ACTS = ['read', 'read', 'read', 'unread', 'unread', 'seen', 'archived', 'deleted'] as const;

interface Steps {
  message: number;
  act: number;
  'read all': number;
  offline: number;
  wake: number;
  crash: number;
  close: number;
  nothing: number;
}
const WEIGHTS: Steps = {
  ...{message: 8, act: 60, 'read all': 2, offline: 5, wake: 6, crash: 4, close: 2, nothing: 6},
};

function mark(tab: Tab, chance: Chance): void {
  const {notifications} = tab.inbox.state;
  if (!notifications.length) return;
  const type: ContactEventType = chance.pick(ACTS);
  const ids = [chance.pick(notifications).id];
  if (chance.next() < 0.2) ids.push(chance.pick(notifications).id);
  tab.inbox.act({type, ids: [...new Set(ids)]}).catch(() => {});
}

/** What is wrong with the order and number of the effects, as the platform has told them. */
function judgeLog(log: readonly Told[], device: Device): {doubled: string[]; disordered: string[]} {
  const doubled: string[] = [];
  const disordered: string[] = [];
  const byTime = new Map(device.kept.filter(({ids}) => ids).map((mutation) => [mutation.at, mutation]));
  const lastOf = new Map<string, number>();
  const seen = new Set<string>();
  for (const {type, at, ids = []} of log) {
    const mutation = byTime.get(at);
    if (mutation?.type !== type) continue;
    const order = device.kept.indexOf(mutation);
    for (const id of ids) {
      if (seen.has(`${mutation.key} ${id}`)) doubled.push(`${mutation.key} took effect twice on ${id}`);
      seen.add(`${mutation.key} ${id}`);
      // Of one tab: what several tabs do at the same time has no order.
      const tab = `${mutation.key.replace(/-\d+$/, '')} ${id}`;
      if ((lastOf.get(tab) ?? -1) > order) disordered.push(`${mutation.key} came too late on ${id}`);
      lastOf.set(tab, Math.max(order, lastOf.get(tab) ?? -1));
    }
  }
  return {doubled, disordered};
}

const viewOf = ({inbox}: Tab) =>
  describe(
    inbox.state.notifications.map(({id, readAt}) => ({id, isUnread: readAt === null})),
    inbox.state.count,
  );

export async function runSchedule(seed: number, world: World): Promise<Report> {
  const {platform, proxy} = world;
  const chance = createChance(seed);
  const contact = `contact-of-${seed}`;
  await platform.backend('/v1/contacts', {externalCustomerId: contact});
  const observer = createObserver(platform, contact);
  const answered = new Map<string, string>();
  const networks: Network[] = [];
  const clock = createClock();

  const devices = Array.from({length: chance.next() < 0.2 ? 3 : 2}, (_, index) => {
    const name = `s${seed}d${index}`;
    const own = chance.fork(name);
    const network = createNetwork(own.fork('network'));
    networks.push(network);
    const onVerdicts: Verdicts = (results) => {
      for (const {key, result} of results) answered.set(key, result);
    };
    const apiUrl = proxy.admit(name, {network, clock, onVerdicts});
    // Devices' times never meet, so that a time tells the device.
    const lag = 600_000 * (index + 1) + own.between(0, 400_000);
    return createDevice({
      ...{name, apiUrl, lag, chance: own, clock},
      async getToken() {
        if (!network.isHealed && own.next() < 0.1) throw new Error('The site is down');
        const asked = platform.ask('/v1/auth/contact/token', {externalCustomerId: contact});
        const answer = await clock.during(asked);
        return String(answer.token);
      },
    });
  });
  let messages = 0;
  const sending: Promise<unknown>[] = [];
  const send = () => {
    if (messages === MAX_MESSAGES) return;
    const title = `Message ${++messages}`;
    const headers = {'Idempotency-Key': `${contact}-${messages}`};
    sending.push(platform.backend('/v1/messages', {contact: {externalCustomerId: contact}, title}, headers));
  };
  for (let first = 0; first < 4; first++) send();
  await Promise.all(sending);
  for (const device of devices) {
    device.openTab();
    if (chance.next() < 0.4) device.openTab();
  }

  // It begins well: a network that has never worked shows nothing that could be marked.
  const isUp = ({inbox: {state}}: Tab) => state.list === 'ready' && /open|following/.test(state.connection);
  const isFilled = (tab: Tab) => isUp(tab) && tab.inbox.state.notifications.length > 3;
  const deadline = clock.elapsed() + CONVERGENCE;
  while (!devices.every(({tabs}) => tabs.every(isFilled)) && clock.elapsed() < deadline)
    await clock.pause(200);
  for (const network of networks) network.trouble();
  world.onTrouble();

  for (let step = 0; step < STEPS; step++) {
    await clock.pause(chance.between(100, 1000));
    const device = chance.pick(devices);
    const tab = device.tabs.length ? chance.pick(device.tabs) : device.openTab();
    const what = chance.weigh(WEIGHTS);
    if (what === 'message') send();
    else if (what === 'act') mark(tab, chance);
    else if (what === 'read all') tab.inbox.markAllRead().catch(() => {});
    else if (what === 'wake') tab.signal('wake');
    else if (what === 'crash' || what === 'close') {
      tab[what]();
      device.openTab();
    } else if (what === 'offline') {
      device.isOffline = !device.isOffline;
      for (const each of device.tabs) each.signal(device.isOffline ? 'offline' : 'wake');
    }
  }
  await world.settled;
  await Promise.all(sending);

  for (const network of networks) network.heal();
  for (const device of devices) {
    device.isOffline = false;
    for (const tab of device.tabs) tab.signal('wake');
  }
  const healedAt = clock.elapsed();
  const tabs = devices.flatMap((device) => device.tabs);
  const faults: string[] = [];
  let truth = await observer.read();
  const busy = () => tabs.filter((tab) => !isUp(tab) || tab.inbox.state.pending > 0);
  const differing = () => tabs.filter((tab) => busy().includes(tab) || viewOf(tab) !== truth.inbox);
  const missing = () => devices.flatMap(({kept}) => kept.filter(({key}) => !answered.has(key)));
  const isLeft = () => clock.elapsed() - healedAt < CONVERGENCE;
  do {
    // The platform has better to do than to be asked while they are still at it.
    while ((busy().length || missing().length) && isLeft()) await clock.pause(500);
    truth = await observer.read();
    if (differing().length) await clock.pause(500);
  } while (differing().length && isLeft());
  const converged = clock.elapsed() - healedAt;
  for (const tab of differing()) {
    const {pending, connection, session, error} = tab.inbox.state;
    const state = `${pending} pending, ${connection}, ${session}, ${error?.message ?? 'no error'}`;
    faults.push(`${tab.name} does not agree (${state}).\nIt shows\n${viewOf(tab)}\nnot\n${truth.inbox}`);
  }

  const log = await observer.readLog();
  const kept = devices.flatMap((device) => device.kept);
  const lost = missing();
  for (const {key, type, ids} of lost) faults.push(`Lost: ${key}, ${type} of ${ids?.join() ?? 'all'}`);
  for (const {key} of kept.filter((one) => answered.get(one.key) === 'rejected'))
    faults.push(`Rejected: ${key}`);
  const verdicts = devices.map((device) => judgeLog(log, device));
  const doubled = verdicts.flatMap((verdict) => verdict.doubled);
  for (const tab of tabs) {
    for (const [id, times] of tab.announced) {
      if (times > 1) doubled.push(`${tab.name} announced ${id} ${times} times`);
    }
  }
  const disordered = verdicts.flatMap((verdict) => verdict.disordered);
  faults.push(...doubled, ...disordered);
  for (const device of devices) device.end();
  clock.end();

  const network = new Map<string, number>();
  for (const {counts} of networks) {
    for (const [name, times] of counts) network.set(name, (network.get(name) ?? 0) + times);
  }
  return {
    ...{seed, faults, kept: kept.length, lost: lost.length, doubled: doubled.length},
    ...{disordered: disordered.length, converged, network},
  };
}
