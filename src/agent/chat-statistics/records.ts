/** Half are below the median, nine in ten below p90. `count`: how many numbers they rest on. Milliseconds. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export interface Group {
  key: string;
  name: string;
  chats: number;
  answered: number;
  rating: number | null;
  rated: number;
  /** The median: milliseconds. */
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
  rating: {count: number; mean: number | null; counts: readonly number[]};
  byDay: readonly Group[];
  byHour: readonly Group[];
  byAgent: readonly Group[];
  byChannel: readonly Group[];
  byReferral: readonly Group[];
}

/** One chat behind a number. */
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
