import type {RunError} from './profile-client.ts';

/** What a card has: `refreshing` and `stale` keep the last good data on screen. */
export type CardStatus = 'loading' | 'ok' | 'empty' | 'refreshing' | 'stale' | 'error';

export interface CardState {
  readonly id: string;
  readonly name: string;
  readonly template?: unknown;
  readonly status: CardStatus;
  readonly data?: unknown;
  /** When the data was true: milliseconds. */
  readonly fetchedAt?: number;
  readonly error?: RunError;
}

/** What one asking gave. */
export interface Outcome {
  data?: unknown;
  fetchedAt?: string;
  error?: RunError | null;
}

const isNothing = (data: unknown) =>
  data === null ||
  data === undefined ||
  data === '' ||
  (typeof data === 'object' && Object.keys(data).length === 0);

const hasData = ({status}: CardState) => ['ok', 'empty', 'refreshing', 'stale'].includes(status);

/** The card while it is asked for. */
export function asking(card: CardState): CardState {
  return {...card, status: hasData(card) ? 'refreshing' : 'loading'};
}

/** The card with what came. A failure never takes away what was known. */
export function answered(card: CardState, {data, fetchedAt, error}: Outcome, now: number): CardState {
  if (error) return {...card, status: hasData(card) ? 'stale' : 'error', error};
  const time = Date.parse(fetchedAt ?? '');
  return {
    ...card,
    status: isNothing(data) ? 'empty' : 'ok',
    data,
    error: undefined,
    fetchedAt: Number.isNaN(time) ? now : time,
  };
}
