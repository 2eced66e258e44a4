/**
 * Which tab of a browser talks to the platform for all of them.
 *
 *              has the lock                         lock, and somebody stands in
 *   following ──────────────► leading ◄──────────┐
 *     │    ▲                     │               │
 *     │    └──── is asked, is frozen, is gone ◄──┘
 *     │    ▲
 *     ▼    │ hears the leader, or another one who stands in with the smaller name
 *   standing in: nobody has answered for up to ten seconds
 *
 * The lock decides; the beat decides where the holder of the lock is frozen. Two that lead at once do no harm: what
 * arrives twice is recognised by its number. So nothing that must be right depends on the lock.
 */
import type {Environment} from './environment.ts';
import type {TabBus} from './tab-bus.ts';
import {makeKey} from './key.ts';

/** A follower that has heard nothing for so long asks; one that has asked waits as long again, then stands in. */
const PATIENCE = 4000;
/** Followers lose patience one after the other: up to so much later. */
const SPREAD = 1000;

export interface Leadership {
  readonly isLeading: boolean;
  /** Asks the leader for a sign of life now. */
  ask(): void;
  dispose(): void;
}

export interface LeadershipOptions {
  /** Undefined: there are no other tabs to know of. */
  bus: TabBus | undefined;
  environment: Pick<Environment, 'after' | 'random' | 'uuid'>;
  /** This tab leads from now on, or does not. Called once at first. */
  onChange: (isLeading: boolean) => void;
  /** Another tab asks whether this one, which leads, is alive: it may want what this one knows. */
  onAsk: () => void;
}

type Word = {type: 'beat'; from: string; hasLock: boolean} | {type: 'ask'};

export function createLeadership({bus, environment, onChange, onAsk}: LeadershipOptions): Leadership {
  const name = makeKey(environment);
  const ending = new AbortController();
  let hasLock = !bus;
  let isStandIn = false;
  let cancelTimer: (() => void) | undefined;

  const isLeading = () => hasLock || isStandIn;
  const beat = () => bus?.post({type: 'beat', from: name, hasLock} satisfies Word);
  const ask = () => bus?.post({type: 'ask'} satisfies Word);

  function change(next: {hasLock?: boolean; isStandIn?: boolean}): void {
    const before = isLeading();
    ({hasLock, isStandIn} = {hasLock, isStandIn, ...next});
    if (isLeading() === before) return;
    if (isLeading()) beat();
    else wait();
    onChange(isLeading());
  }

  /** Gives the leader time for a sign of life, twice. */
  function wait(hasAsked = false): void {
    cancelTimer?.();
    cancelTimer = environment.after(PATIENCE + SPREAD * environment.random(), () => {
      if (isLeading()) return;
      if (hasAsked) return change({isStandIn: true});
      ask();
      wait(true);
    });
  }

  const stopListening = bus?.listen((message) => {
    const word = message as Partial<Word> | null;
    if (word?.type === 'ask' && isLeading()) {
      beat();
      onAsk();
    } else if (word?.type === 'beat') {
      const {from = '', hasLock: isOwner} = word;
      if (hasLock) return;
      if (isStandIn && (isOwner || from < name)) change({isStandIn: false});
      else if (!isStandIn) wait();
    }
  });

  if (bus) {
    void bus.hold('leader', ending.signal).then((isGiven) => {
      if (isGiven && !ending.signal.aborted) change({hasLock: true, isStandIn: false});
    });
    ask();
    wait();
  }
  onChange(isLeading());

  return {
    get isLeading() {
      return isLeading();
    },
    ask,
    dispose() {
      ending.abort();
      cancelTimer?.();
      stopListening?.();
    },
  };
}
