import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';

/** Numbers of contacts, each including what comes after it only as far as it happened. */
export interface Report {
  sent: number;
  delivered: number;
  seen: number;
  opened: number;
  clicked: number;
}

/** What became of a message; undefined when the site has no such message. */
export async function reportOn(db: Db, siteId: string, id: string, now: number): Promise<Report | undefined> {
  const {rows} = await sql<Report>`
    select
      count(d.contact_id) filter (where d.send_at <= ${now} and m.published_at is not null) as sent,
      count(d.delivered_at) as delivered, count(d.seen_at) as seen, count(d.opened_at) as opened,
      count(d.clicked_at) as clicked
    from messages m left join deliveries d on d.message_id = m.id
    where m.id = ${id} and m.site_id = ${siteId}
    group by m.id`.execute(db);
  return rows[0];
}
