import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** What the statistics read instead of a year's chats. */
export const chatDays: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // The chats that began on a day of UTC ('day' counts from 1970-01-01), packed column by column. Null: to be packed
  // anew. Numbers do not get smaller by compression, which would only cost time. 'version' counts the changes.
  `create table chat_days (
    site_id text not null references sites on delete cascade,
    day integer not null,
    version bigint not null default 0,
    chats bytea,
    primary key (site_id, day)
  )`,
  'alter table chat_days alter column chats set storage external',

  // Whatever changes a chat, also in passing: its day is not what it was. Days without a row cost nothing here.
  `create function forget_chat_days() returns trigger language plpgsql as $$
  begin
    update chat_days d set version = d.version + 1, chats = null
      from (select distinct site_id, started_at / 86400000 as day from changed) c
      where d.site_id = c.site_id and d.day = c.day;
    return null;
  end $$`,
  `create trigger chat_days_after_insert after insert on chats
    referencing new table as changed for each statement execute function forget_chat_days()`,
  `create trigger chat_days_after_update after update on chats
    referencing new table as changed for each statement execute function forget_chat_days()`,
  `create trigger chat_days_after_delete after delete on chats
    referencing old table as changed for each statement execute function forget_chat_days()`,
];
