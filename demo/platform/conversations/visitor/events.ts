import {sql} from 'kysely';
import type {Db} from '../../database/schema.ts';
import {
  addPage,
  claimExternalId,
  lockConversation,
  putCard,
  rename,
  type Conversation,
} from '../conversation.ts';
import {rateChat} from '../chats.ts';
import {notify} from '../live/news.ts';
import {readLastId, writeMessage, writeSystemMessage} from '../messages.ts';
import {VISITOR_PRESENCE} from '../presence.ts';
import {VisitorEventSchema, type VisitorEvent} from './schemas.ts';

export interface EventResult {
  key: string;
  result: 'applied' | 'rejected';
  code?: string;
}

/** Does what one event says. Returns why it cannot be; undefined: it is done. */
async function apply(
  trx: Db,
  conversation: Conversation,
  event: VisitorEvent,
  now: number,
): Promise<string | undefined> {
  const {id} = conversation;
  switch (event.type) {
    case 'page':
      await addPage(trx, id, event.page, now);
      conversation.page = event.page.url;
      return undefined;
    case 'externalId':
      return void (await claimExternalId(trx, conversation, event.id));
    case 'name':
      return void (await rename(trx, id, event.name, now));
    case 'card':
      return void (await putCard(trx, id, event.id, event.data, now));
    case 'message': {
      const {key, text, attachmentIds} = event;
      await writeMessage(trx, conversation, {author: 'visitor', text, key, attachmentIds, at: now});
      conversation.started_at ??= now;
      conversation.waiting_since ??= now;
      return undefined;
    }
    case 'read':
      await sql`
        update conversations set read_by_visitor = greatest(read_by_visitor, least(${event.upTo}::bigint,
          coalesce((select max(id) from chat_messages where conversation_id = ${id}), 0)))
        where id = ${id}`.execute(trx);
      return undefined;
    case 'rating': {
      const {rating, comment} = event;
      if (!(await rateChat(trx, id, rating, comment))) return 'conflict';
      const after = await readLastId(trx, id);
      await writeSystemMessage(trx, conversation, {type: 'rating', rating, ...(comment && {comment})}, now);
      return void (await notify(trx, {
        kind: 'change',
        site: conversation.site_id,
        conversation: id,
        after,
      }));
    }
  }
}

/**
 * Applies a batch in its order, each key once: a key that was there before gets the answer that it got then. Effect and
 * answer are one transaction, and agents hear of it when that commits.
 */
export async function receiveVisitorEvents(
  db: Db,
  conversationId: string,
  batch: readonly ({key: string} & Record<string, unknown>)[],
  now: number,
): Promise<EventResult[]> {
  return db.transaction().execute(async (trx) => {
    const conversation = await lockConversation(trx, conversationId);
    const keys = batch.map(({key}) => key);
    const earlier = await trx
      .selectFrom('visitor_events')
      .select(['key', 'code'])
      .where('conversation_id', '=', conversationId)
      .where('key', 'in', keys)
      .execute();
    const codes = new Map(earlier.map(({key, code}) => [key, code]));
    let hasNews = false;
    for (const entry of batch) {
      if (codes.has(entry.key)) continue;
      const {success, data: event} = VisitorEventSchema.safeParse(entry);
      const code = success ? ((await apply(trx, conversation, event, now)) ?? null) : 'invalid-request';
      codes.set(entry.key, code);
      hasNews ||= code === null;
      await trx
        .insertInto('visitor_events')
        .values({conversation_id: conversationId, key: entry.key, code, received_at: now})
        .execute();
    }
    if (hasNews) {
      await sql`
        update conversations set present_until = ${now + VISITOR_PRESENCE} where id = ${conversationId}`.execute(
        trx,
      );
      await notify(trx, {kind: 'change', site: conversation.site_id, conversation: conversationId});
    }
    return keys.map((key) => {
      const code = codes.get(key);
      return code ? {key, result: 'rejected', code} : {key, result: 'applied'};
    });
  });
}
