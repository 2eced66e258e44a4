import {sql} from 'kysely';
import type {Db} from '../../../demo/platform/database/schema.ts';

const DAY = 86_400_000;

export interface YearOptions {
  siteId: string;
  /** When the year ends: the beginning of a day of UTC. */
  end: number;
  chats: number;
  /** The chats are shared out among so many visitors. */
  visitors: number;
}

/**
 * Writes a year of chats as they would be there after that year: busy days and quiet nights, four of five answered, one of
 * three rated. The same every time, made in the database, so that a million take half a minute.
 */
export async function writeYear(db: Db, {siteId, end, chats, visitors}: YearOptions): Promise<void> {
  await sql`
    insert into conversations (id, site_id, channel, token_hash, created_at, started_at, visited_at, present_until,
      traffic_type, search_engine, browser, os, city, country, language, last_message_at, status)
    select 'y' || n, ${siteId}, 'V' || (1000000000000000000 + n), 'y' || n, ${end - 365 * DAY}, ${end - 365 * DAY}, ${end}, 0,
      'Direct', '', 'Chrome 126.0.0', 'Windows 10 0.0.0', '', '', 'en', ${end}, 'closed'
    from generate_series(1, ${visitors}::int) n`.execute(db);
  const {rows: agents} = await sql<{id: string}>`select id from agents order by number`.execute(db);
  const names = agents.map(({id}) => id);
  // Multiples of numbers that share no factor with the range spread evenly and repeat themselves late.
  const spread = (factor: number, range: number) => sql`(n::bigint * ${factor}::bigint) % ${range}::bigint`;
  await sql`
    insert into chats (site_id, conversation_id, channel, agent_id, started_at, replied_at, last_at, ended_at, rating,
      referral, search_engine, exit_page, browser, os, city, country, labels, tags)
    select ${siteId}, 'y' || v, 'V' || (1000000000000000000 + v),
      case when is_answered then (${names}::text[])[1 + ${spread(7919, names.length)}] end,
      t, case when is_answered then t + 1000 + ${spread(104_729, 300_000)} end,
      t + 400000 + ${spread(15_485_863, 1_800_000)}, t + 2500000,
      case when n % 3 = 0 then 1 + ${spread(31, 5)} end,
      (array['Direct', 'Organic', 'news.example', 'gardenblog.example'])[1 + ${spread(17, 4)}], case when n % 4 = 1 then 'Google' else '' end,
      'https://shop.example/products/' || n % 500, 'Chrome 126.0.0', 'Windows 10 0.0.0', '', '',
      case when n % 2 = 0 then '["Delivery"]'::jsonb else '[]' end, '[]'
    from (
      select n, 1 + ${spread(48_611, visitors)} as v, n % 5 <> 0 as is_answered,
        -- Two of three in the eight busy hours of a day.
        ${end - 365 * DAY}::bigint + ${spread(86_028_121, 365)} * ${DAY}::bigint
          + case when n % 3 = 0 then ${spread(122_949_823, DAY)} else 28800000 + ${spread(122_949_823, DAY / 3)} end as t
      from generate_series(1, ${chats}::int) n
    ) made
    order by t`.execute(db);
  await sql`analyze`.execute(db);
}
