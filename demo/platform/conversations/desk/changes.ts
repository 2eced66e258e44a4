import {sql} from 'kysely';
import type {Agent} from '../../desk/agents.ts';
import type {Db} from '../../database/schema.ts';
import {ProblemError} from '../../problem.ts';
import {endChat} from '../chats.ts';
import {copyMarksToChat, lockConversation, rename, type Conversation} from '../conversation.ts';
import {notify} from '../live/news.ts';
import {readLastId, writeMessage, writeSystemMessage} from '../messages.ts';

/** Does something to a conversation that is locked meanwhile, and tells who looks on. */
async function change(
  db: Db,
  id: string,
  action: (trx: Db, conversation: Conversation) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const conversation = await lockConversation(trx, id);
    const after = await readLastId(trx, id);
    await action(trx, conversation);
    await notify(trx, {kind: 'change', site: conversation.site_id, conversation: id, after});
  });
}

/** What two agents could overwrite is changed only by one who has seen how it is. */
function checkVersion(conversation: Conversation, version: number): void {
  if (conversation.version === version) return;
  throw new ProblemError('conflict', 'Somebody else was faster: look again');
}

export interface Reply {
  key: string;
  text: string;
  isNote: boolean;
  attachmentIds: readonly string[];
}

/** Writes an agent's answer or note. The first who answers takes the conversation on. */
export async function writeReply(db: Db, agent: Agent, id: string, reply: Reply, now: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const conversation = await lockConversation(trx, id);
    const {isNote, text, key, attachmentIds} = reply;
    const written = await writeMessage(trx, conversation, {
      author: isNote ? 'note' : 'agent',
      agent,
      text,
      key: `${agent.id} ${key}`.slice(-200),
      attachmentIds,
      at: now,
    });
    if (written === undefined || isNote || conversation.agent_id) return;
    await sql`update conversations set agent_id = ${agent.id}, version = version + 1 where id = ${id}`.execute(
      trx,
    );
  });
}

export async function assign(
  db: Db,
  id: string,
  {agentId, version}: {agentId: string | null; version: number},
  by: Agent,
  now: number,
): Promise<void> {
  await change(db, id, async (trx, conversation) => {
    checkVersion(conversation, version);
    const {rows} = agentId
      ? await sql<{name: string}>`
          select name from agents a where id = ${agentId} and exists (
            select from inboxes i where i.team_id = a.team_id and i.site_id = ${conversation.site_id})`.execute(
          trx,
        )
      : {rows: [{name: ''}]};
    if (!rows[0]) throw new ProblemError('invalid-request', 'agentId: no agent of this site');
    await sql`update conversations set agent_id = ${agentId}, version = version + 1 where id = ${id}`.execute(
      trx,
    );
    const event = agentId
      ? {type: 'assigned', agent: rows[0].name, by: by.name}
      : {type: 'unassigned', by: by.name};
    await writeSystemMessage(trx, conversation, event, now);
  });
}

export async function setStatus(
  db: Db,
  id: string,
  {status, version}: {status: 'open' | 'closed'; version: number},
  by: Agent,
  now: number,
): Promise<void> {
  await change(db, id, async (trx, conversation) => {
    checkVersion(conversation, version);
    if (conversation.status === status) return;
    const isClosed = status === 'closed';
    await sql`
      update conversations set status = ${status}, version = version + 1
        ${isClosed ? sql`, waiting_since = null, unread = 0` : sql``} where id = ${id}`.execute(trx);
    if (isClosed) await endChat(trx, id, now);
    await writeSystemMessage(trx, conversation, {type: isClosed ? 'closed' : 'reopened', by: by.name}, now);
  });
}

/** The agents have seen the messages up to this one. */
export async function markRead(db: Db, id: string, upTo: number): Promise<void> {
  await change(db, id, async (trx) => {
    await sql`
      update conversations set
        read_by_agent = greatest(read_by_agent, least(${upTo}::bigint,
          coalesce((select max(id) from chat_messages where conversation_id = ${id}), 0))),
        unread = (select count(*) from chat_messages where conversation_id = ${id} and author = 'visitor'
          and id > greatest(${upTo}::bigint, read_by_agent))
      where id = ${id}`.execute(trx);
  });
}

export interface Marks {
  addLabels: readonly string[];
  removeLabels: readonly string[];
  addTags: readonly string[];
  removeTags: readonly string[];
  /** The visitor's name. */
  name?: string;
}

/** Marks of one conversation. */
const MAX_MARKS = 50;

/** Adds and removes marks one by one, so that two agents who do it at the same time both get their way. */
export async function changeMarks(db: Db, id: string, marks: Marks, now: number): Promise<void> {
  await change(db, id, async (trx) => {
    for (const label of marks.addLabels) {
      await sql`insert into conversation_labels (conversation_id, label, created_at)
        values (${id}, ${label}, ${now}) on conflict do nothing`.execute(trx);
    }
    for (const tag of marks.addTags) {
      await sql`insert into conversation_tags (conversation_id, type, tag, created_at)
        values (${id}, 1, ${tag}, ${now}) on conflict do nothing`.execute(trx);
    }
    await sql`delete from conversation_labels
      where conversation_id = ${id} and label = any(${[...marks.removeLabels]}::text[])`.execute(trx);
    await sql`delete from conversation_tags
      where conversation_id = ${id} and type = 1 and tag = any(${[...marks.removeTags]}::text[])`.execute(
      trx,
    );
    const {rows} = await sql<{count: number}>`
      select greatest((select count(*) from conversation_labels where conversation_id = ${id}),
        (select count(*) from conversation_tags where conversation_id = ${id} and type = 1)) as count`.execute(
      trx,
    );
    if (rows[0]!.count > MAX_MARKS) throw new ProblemError('invalid-request', `At most ${MAX_MARKS} of each`);
    if (marks.name !== undefined) await rename(trx, id, marks.name, now);
    await copyMarksToChat(trx, id);
  });
}
