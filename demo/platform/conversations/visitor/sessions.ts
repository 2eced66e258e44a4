import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import {randomText} from '../../random.ts';
import type {Services} from '../../services.ts';
import type {Conversation} from '../conversation.ts';
import {VISITOR_PRESENCE} from '../presence.ts';
import {readTraffic} from './traffic.ts';
import {readUserAgent} from './user-agent.ts';

/** A visitor who did not come back by then is another one: milliseconds. */
export const VISITOR_LIFETIME = 30 * 86_400_000;
/** After so long an absence it is another visit: milliseconds. */
const MAX_PAUSE = 30 * 60_000;

export interface Visit {
  referrer: string;
  page: {url: string; title: string};
  language: string;
  userAgent: string | undefined;
}

/** Only the hash of what a visitor's browser holds is kept. */
const hash = (token: string) => createHash('sha256').update(token).digest('base64url');
const TOKEN = /^v_[\w-]{43}$/;

/** Nineteen digits: unguessable enough not to be counted through, and a number to those who say it aloud. */
function makeChannel({random}: Pick<Services, 'random'>): string {
  const number = random(8).readBigUInt64BE() % 9_000_000_000_000_000_000n;
  return `V${number + 1_000_000_000_000_000_000n}`;
}

/** The visitors of the sites, each with the conversation that is theirs. */
export function createVisitors(services: Pick<Services, 'db' | 'clock' | 'random' | 'makeId'>) {
  const {db, clock, random, makeId} = services;

  return {
    /** Whose token it is; undefined: nobody's, or too old. */
    async find(token: string): Promise<Conversation | undefined> {
      if (!TOKEN.test(token)) return undefined;
      return db
        .selectFrom('conversations')
        .selectAll()
        .where('token_hash', '=', hash(token))
        .where('visited_at', '>', clock.now() - VISITOR_LIFETIME)
        .executeTakeFirst();
    },

    /** A visitor who was not here before, and the token that their browser is to keep. */
    async create(siteId: string, visit: Visit): Promise<{token: string; conversation: Conversation}> {
      const token = `v_${randomText(random, 32)}`;
      const now = clock.now();
      const {trafficType, searchEngine} = readTraffic(visit.referrer, visit.page.url);
      const conversation = await db
        .insertInto('conversations')
        .values({
          id: makeId(),
          site_id: siteId,
          channel: makeChannel(services),
          token_hash: hash(token),
          contact_id: null,
          external_id: null,
          created_at: now,
          started_at: null,
          visited_at: now,
          present_until: now + VISITOR_PRESENCE,
          traffic_type: trafficType,
          search_engine: searchEngine,
          ...readUserAgent(visit.userAgent),
          // Where somebody is would have to be guessed from their address: nobody does that here.
          city: '',
          country: '',
          language: visit.language,
          page: visit.page.url,
          page_title: visit.page.title,
          agent_id: null,
          last_message_at: null,
          waiting_since: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return {token, conversation};
    },

    /** A visitor is back: after a while it is another visit, with a way of its own that led here. */
    async welcome({id, present_until}: Conversation, visit: Visit): Promise<void> {
      const now = clock.now();
      const device = readUserAgent(visit.userAgent);
      if (now - present_until < MAX_PAUSE) {
        await sql`update conversations set present_until = ${now + VISITOR_PRESENCE} where id = ${id}`.execute(
          db,
        );
        return;
      }
      const {trafficType, searchEngine} = readTraffic(visit.referrer, visit.page.url);
      await db
        .updateTable('conversations')
        .set({
          visited_at: now,
          present_until: now + VISITOR_PRESENCE,
          traffic_type: trafficType,
          search_engine: searchEngine,
          ...device,
          language: visit.language,
        })
        .where('id', '=', id)
        .execute();
    },
  };
}

export type Visitors = ReturnType<typeof createVisitors>;

/** Forgets visitors who never said a word, and what their reports were remembered for. */
export async function purgeVisitors({db}: Pick<Services, 'db'>, now: number): Promise<void> {
  const before = now - VISITOR_LIFETIME;
  await sql`delete from conversations where started_at is null and visited_at < ${before}`.execute(db);
  await sql`delete from visitor_events where received_at < ${before}`.execute(db);
}
