import {sql, type RawBuilder} from 'kysely';
import type {Db} from '../../database/schema.ts';
import {ProblemError} from '../../problem.ts';
import {selectSummaries, type Summary} from '../summary.ts';

export const VIEWS = ['open', 'mine', 'unassigned', 'unread', 'closed', 'all'] as const;
export type View = (typeof VIEWS)[number];

export interface ListQuery {
  view: View;
  /** Words that a name, an id, an address, a mark or a message holds. */
  query?: string;
  label?: string;
  tag?: string;
  cursor?: string;
  limit: number;
}

export interface ConversationList {
  list: Summary[];
  next: string | null;
  counts: Record<Exclude<View, 'all'>, number>;
}

const CONDITIONS: Record<View, (agentId: string) => RawBuilder<unknown>> = {
  open: () => sql`c.status = 'open'`,
  mine: (agentId) => sql`c.status = 'open' and c.agent_id = ${agentId}`,
  unassigned: () => sql`c.status = 'open' and c.agent_id is null`,
  unread: () => sql`c.unread > 0`,
  closed: () => sql`c.status = 'closed'`,
  all: () => sql`true`,
};

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function holds(query: string): RawBuilder<unknown> {
  const pattern = `%${literal(query)}%`;
  return sql`(c.name ilike ${pattern} or c.channel ilike ${`${literal(query)}%`} or c.external_id ilike ${pattern}
    or k.name ilike ${pattern} or k.email ilike ${pattern}
    or exists (select from conversation_labels l where l.conversation_id = c.id and l.label ilike ${pattern})
    or exists (select from conversation_tags t where t.conversation_id = c.id and t.tag ilike ${pattern})
    or exists (select from chat_messages m where m.conversation_id = c.id and m.author <> 'system'
      and m.text ilike ${pattern}))`;
}

function readCursor(cursor: string | undefined): {at: number; id: string} | undefined {
  if (cursor === undefined) return undefined;
  const found = /^(\d{1,15})\.([\w-]{1,60})$/.exec(cursor);
  if (!found) throw new ProblemError('invalid-request', 'cursor: give the next of the list before');
  return {at: Number(found[1]), id: found[2]!};
}

/** The conversations of these sites, the one that last had a message first. */
export async function listConversations(
  db: Db,
  siteIds: readonly string[],
  agentId: string,
  {view, query, label, tag, cursor, limit}: ListQuery,
): Promise<ConversationList> {
  const place = readCursor(cursor);
  const isOurs = sql`c.started_at is not null and c.site_id = any(${[...siteIds]}::text[])`;
  const words = query?.split(/\s+/).filter(Boolean).slice(0, 5) ?? [];
  const conditions = [
    isOurs,
    CONDITIONS[view](agentId),
    ...words.map(holds),
    ...(label
      ? [
          sql`exists (select from conversation_labels l where l.conversation_id = c.id and l.label = ${label})`,
        ]
      : []),
    ...(tag
      ? [
          sql`exists (select from conversation_tags t where t.conversation_id = c.id and t.type = 1 and t.tag = ${tag})`,
        ]
      : []),
    ...(place ? [sql`(c.last_message_at, c.id) < (${place.at}::bigint, ${place.id})`] : []),
  ];
  const rows = await selectSummaries(
    db,
    sql.join(conditions, sql` and `),
    sql`c.last_message_at desc, c.id desc`,
    limit + 1,
  );
  const list = rows.slice(0, limit);
  const last = rows.length > limit ? list.at(-1) : undefined;
  const {rows: counts} = await sql<ConversationList['counts']>`
    select count(*) filter (where ${CONDITIONS.open(agentId)})::int as open,
      count(*) filter (where ${CONDITIONS.mine(agentId)})::int as mine,
      count(*) filter (where ${CONDITIONS.unassigned(agentId)})::int as unassigned,
      count(*) filter (where ${CONDITIONS.unread(agentId)})::int as unread,
      count(*) filter (where ${CONDITIONS.closed(agentId)})::int as closed
    from conversations c where ${isOurs}`.execute(db);
  return {list, next: last ? `${last.lastMessageAt}.${last.id}` : null, counts: counts[0]!};
}
