import type {Chance} from './chance.ts';

/** What can go wrong with a request between a device and the platform. */
export const REQUEST_FAULTS = [
  'none',
  'dropped before', // it never reaches the platform
  'dropped after', // it takes effect, and its answer is lost
  'doubled', // it reaches the platform twice
  'held', // others overtake it
  'held after', // its answer is late
  'cut', // half of the answer arrives
  'hanging', // nothing is said for longer than anybody waits
  'failed', // 503, without an effect
  'failed after', // 502 by something in between, with the effect
  'limited', // 429 with Retry-After
  'refused', // 401
] as const;
export type RequestFault = (typeof REQUEST_FAULTS)[number];

/** What can go wrong with an open stream. */
export const STREAM_FAULTS = ['none', 'cut', 'silent', 'doubled', 'swapped', 'slow'] as const;
export type StreamFault = (typeof STREAM_FAULTS)[number];

/** How often each comes, of 100 requests. */
const REQUEST_WEIGHTS: Readonly<Record<RequestFault, number>> = {
  none: 45,
  'dropped before': 8,
  'dropped after': 9,
  doubled: 8,
  held: 7,
  'held after': 8,
  cut: 3,
  hanging: 1,
  failed: 4,
  'failed after': 3,
  limited: 2,
  refused: 2,
};
const STREAM_WEIGHTS: Readonly<Record<StreamFault, number>> = {
  none: 2,
  cut: 3,
  silent: 1,
  doubled: 2,
  swapped: 2,
  slow: 1,
};

/** One device's network: good or bad, by its seed. */
export interface Network {
  /** From now on things go wrong. */
  trouble(): void;
  /** Nothing goes wrong any more, from now on. */
  heal(): void;
  readonly isHealed: boolean;
  request(): RequestFault;
  stream(): StreamFault;
  /** Milliseconds of the devices' time that something is held. */
  delay(): number;
  /** How many bytes come before a stream is cut or falls silent. */
  length(): number;
  /** What has gone wrong, and how often. */
  readonly counts: ReadonlyMap<string, number>;
}

export function createNetwork(chance: Chance): Network {
  const counts = new Map<string, number>();
  let isHealed = true;
  const note = <Name extends string>(kind: string, fault: Name): Name => {
    if (fault !== 'none') counts.set(`${kind} ${fault}`, (counts.get(`${kind} ${fault}`) ?? 0) + 1);
    return fault;
  };
  return {
    trouble: () => void (isHealed = false),
    heal: () => void (isHealed = true),
    get isHealed() {
      return isHealed;
    },
    request: () => note('request', isHealed ? 'none' : chance.weigh(REQUEST_WEIGHTS)),
    stream: () => note('stream', isHealed ? 'none' : chance.weigh(STREAM_WEIGHTS)),
    delay: () => chance.between(50, 2500),
    length: () => chance.between(1, 1500),
    counts,
  };
}
