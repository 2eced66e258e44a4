import type {Fanout} from '../fanout/fanout.ts';
import type {App} from '../http/app.ts';
import {createRateLimiter, type Rate} from '../http/rate-limit.ts';
import {dataHeaders} from '../http/headers.ts';
import type {Services} from '../services.ts';
import {endInParts} from '../stream/returning.ts';
import {addChatApiRoutes} from './api/routes.ts';
import {purgeAttachments} from './attachments/attachments.ts';
import {packChatDays} from './chat-days.ts';
import {addDeskRoutes} from './desk/routes.ts';
import {createHub} from './live/hub.ts';
import type {ConversationServices} from './services.ts';
import {visitorCors} from './visitor/access.ts';
import {addVisitorRoutes} from './visitor/routes.ts';
import {createVisitors, purgeVisitors} from './visitor/sessions.ts';

export type ConversationRates = Partial<Record<keyof ConversationServices['limits'], Rate>>;

/** Generous to people and tests, and an end to loops. */
const DEFAULT_RATES = {
  visitor: {perSecond: 10, burst: 100},
  message: {perSecond: 1, burst: 60},
  arrival: {perSecond: 20, burst: 500},
  api: {perSecond: 20, burst: 200},
} satisfies Required<ConversationRates>;

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Conversations {
  addRoutes(app: App): void;
  /** Ends them, in no order and not at once. */
  endStreams(): Promise<void>;
  close(): Promise<void>;
}

/** Conversations, with their three APIs: the visitors', the agents', and the chat API of customers' backends. */
export function createConversations(
  services: Services,
  fanout: Fanout,
  rates: ConversationRates = {},
): Conversations {
  const {clock} = services;
  const limiter = (name: keyof typeof DEFAULT_RATES) =>
    createRateLimiter(clock, rates[name] ?? DEFAULT_RATES[name]);
  const own: ConversationServices = {
    visitors: createVisitors(services),
    hub: createHub(services.db, fanout),
    streams: new Set(),
    limits: {
      visitor: limiter('visitor'),
      message: limiter('message'),
      arrival: limiter('arrival'),
      api: limiter('api'),
    },
  };
  const ending = new AbortController();
  let work = Promise.resolve();

  async function keepHouse(now: number): Promise<void> {
    if (ending.signal.aborted) return;
    await purgeVisitors(services, now);
    await purgeAttachments(services.db, now);
  }

  const stopHousekeeping = clock.every(HOUR, () => {
    const now = clock.now();
    // What failed is tried again in the next hour.
    work = work
      .then(() => keepHouse(now))
      .catch((error: unknown) => console.error('The conversations’ housekeeping failed:', error));
  });
  let packing: Promise<void> | undefined;
  function pack(): void {
    // What was written into the tables by hand takes more than a minute.
    packing ??= packChatDays(services.db, clock.now(), ending.signal)
      .catch((error: unknown) => console.error('Days of chats could not be packed:', error))
      .finally(() => (packing = undefined));
  }
  const stopPacking = clock.every(MINUTE, pack);
  pack();
  const endAll = () => own.streams.forEach((stream) => stream.end());
  return {
    addRoutes(app) {
      app.use('/visitor/*', dataHeaders);
      app.use('/visitor/*', visitorCors(services.sites));
      addVisitorRoutes(app, services, own);
      addDeskRoutes(app, services, own);
      addChatApiRoutes(app, services, own);
    },
    endStreams: () => endInParts(own.streams, (stream) => stream.end()),
    async close() {
      endAll();
      stopHousekeeping();
      stopPacking();
      ending.abort();
      await Promise.all([work, packing]);
      await own.hub.close();
    },
  };
}
