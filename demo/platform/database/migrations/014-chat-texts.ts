import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** What the chat API's statistics write instead of a year's chats. */
export const chatTexts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // The chats of a packed day as lines of JSON or CSV, in the order of the pack: compressed, so that it is sent as it
  // stands. 'ends' tells where each line ends, 'size' and 'crc' are the whole's. True as long as the day has this
  // version. Without a text there is too much of it.
  `create table chat_texts (
    site_id text not null,
    day integer not null,
    format text not null check (format in ('json', 'csv')),
    version bigint not null,
    chats integer not null,
    size bigint not null,
    crc bigint not null,
    ends bytea,
    text bytea,
    primary key (site_id, day, format),
    foreign key (site_id, day) references chat_days on delete cascade
  )`,
  // It would be compressed in vain.
  'alter table chat_texts alter column ends set storage external, alter column text set storage external',

  // Each line names its agent.
  `create function forget_days_of_agent() returns trigger language plpgsql as $$
  begin
    update chat_days d set version = d.version + 1, chats = null
      from (select distinct site_id, started_at / 86400000 as day from chats where agent_id = new.id) c
      where d.site_id = c.site_id and d.day = c.day;
    return null;
  end $$`,
  `create trigger chat_days_after_agent after update on agents for each row
    when (old.name is distinct from new.name or old.email is distinct from new.email)
    execute function forget_days_of_agent()`,
];
