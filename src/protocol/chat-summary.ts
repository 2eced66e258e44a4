/** Half are at or below the median, nine in ten at or below p90. `count`: how many numbers they rest on. Milliseconds. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export interface Group {
  /** A day (`2020-01-31`), an hour (`0` to `23`), an agent's number, a referral. */
  key: string;
  name: string;
  chats: number;
  answered: number;
  /** The mean of the ratings; null: there are none. */
  rating: number | null;
  rated: number;
  /** The median of the response times: milliseconds. */
  responseTime: number | null;
}

/** What the platform has counted of the chats that began in a range. */
export interface ChatSummary {
  from: number;
  to: number;
  timezone: string;
  chats: number;
  answered: number;
  responseTime: Spread;
  duration: Spread;
  /** `counts`: of 1 to 5. */
  rating: {count: number; mean: number | null; counts: readonly number[]};
  byDay: readonly Group[];
  byHour: readonly Group[];
  byAgent: readonly Group[];
  byChannel: readonly Group[];
  byReferral: readonly Group[];
}

/** One chat behind a number. Times and durations are milliseconds. */
export interface ChatEntry {
  conversationId: string;
  channel: string;
  agentName: string | null;
  referral: string;
  startedAt: number;
  duration: number | null;
  responseTime: number | null;
  rating: number | null;
}
