import {sql, type RawBuilder, type Selectable} from 'kysely';
import type {Db} from '../database/schema.ts';
import type {ConversationTables} from './tables.ts';

export type PageFilter = Selectable<ConversationTables['page_filters']>;

export function listPageFilters(db: Db, siteId: string): Promise<PageFilter[]> {
  return db.selectFrom('page_filters').selectAll().where('site_id', '=', siteId).orderBy('id').execute();
}

/** Literal in a pattern of `like`. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function patternOf({match_type, search_filter}: PageFilter): string {
  if (match_type === 'equals') return literal(search_filter);
  if (match_type === 'startsWith') return `${literal(search_filter)}%`;
  return `%${literal(search_filter)}%`;
}

/**
 * Whether the visitor of a conversation has seen a page that one of the filters finds, as a condition. Ids that are no
 * filters of the site find nothing; no ids are no condition.
 *
 * @param conversation the column that holds the conversation's id
 */
export async function seenPages(
  db: Db,
  siteId: string,
  ids: readonly number[],
  conversation: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>> {
  if (!ids.length) return sql`true`;
  const filters = (await listPageFilters(db, siteId)).filter(({id}) => ids.includes(id));
  return sql`exists (select from page_views p where p.conversation_id = ${conversation}
    and p.url ilike any(${filters.map(patternOf)}::text[]))`;
}
