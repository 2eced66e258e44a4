import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** An agent's new name changes what the chat API writes of a day, and no number of it. */
export const agentNames: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create or replace function forget_days_of_agent() returns trigger language plpgsql as $$
        begin
          update chat_days d set version = d.version + 1
            from (select distinct site_id, started_at / 86400000 as day from chats where agent_id = new.id) c
            where d.site_id = c.site_id and d.day = c.day;
          return null;
        end $$`,
      )
      .execute(db);
  },
};
