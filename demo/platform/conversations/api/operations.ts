import {sql} from 'kysely';
import type {Db} from '../../database/schema.ts';
import {ProblemError} from '../../problem.ts';
import {listPageFilters, seenPages} from '../page-filters.ts';
import {checkRange, readDay, readIds} from './parameters.ts';

/** Whose key it was: the site, and its number. */
export interface Account {
  siteId: string;
  sid: number;
  /** Where the account was asked for. */
  origin: string;
}

const iso = (time: number) => new Date(Number(time)).toISOString();
const isoOrNull = (time: number | null) => (time === null ? null : iso(time));
const DAY = 86_400_000;

export async function listConversations(
  db: Db,
  {siteId, sid}: Account,
  [fromDate = '', toDate = '']: readonly string[],
  query: URLSearchParams,
) {
  const [from, to] = [readDay(fromDate, 'fromDate'), readDay(toDate, 'toDate')];
  checkRange(from, to, ['fromDate', 'toDate'], Infinity);
  const pages = await seenPages(db, siteId, readIds(query, 'pageFilterId'), sql`c.id`);
  const {rows} = await sql<{channel: string; started_at: number}>`
    select channel, started_at from conversations c
    where site_id = ${siteId} and started_at >= ${from} and started_at < ${to + DAY} and ${pages}
    order by started_at, id`.execute(db);
  return rows.map(({channel, started_at}) => ({sid, conversationID: channel, date: iso(started_at)}));
}

/** The conversation that the path names. One of another site is no different from one that is not there. */
async function find(db: Db, {siteId}: Account, [channel = '']: readonly string[]) {
  const row = await db
    .selectFrom('conversations')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('channel', '=', channel)
    .where('started_at', 'is not', null)
    .executeTakeFirst();
  if (!row) throw new ProblemError('not-found', 'There is no such conversation');
  return row;
}

export async function grabConversation(db: Db, account: Account, path: readonly string[]) {
  const {id, channel} = await find(db, account, path);
  const {rows} = await sql<{
    id: number;
    author: string;
    name: string;
    text: string;
    at: number;
    agent: number | null;
  }>`
    select m.id, m.author, m.name, m.text, m.at, a.number as agent
    from chat_messages m left join agents a on a.id = m.agent_id
    where m.conversation_id = ${id} and m.author <> 'note' order by m.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    sid: account.sid,
    conversationID: channel,
    from: row.author === 'visitor' ? channel : row.name,
    message: row.text,
    date: iso(row.at),
    agentID: row.author === 'visitor' ? 0 : row.author === 'system' ? null : row.agent,
  }));
}

export async function grabVisitorInfo(db: Db, account: Account, path: readonly string[]) {
  const row = await find(db, account, path);
  return [
    {
      trafficType: row.traffic_type,
      se_type: row.search_engine,
      sid: account.sid,
      conversationID: row.channel,
      last_visit: iso(row.visited_at),
      browser: row.browser,
      os: row.os,
      user_city: row.city,
      user_country: row.country,
      exitPage: row.page ?? '',
    },
  ];
}

export async function grabVisitorTags(db: Db, account: Account, path: readonly string[]) {
  const {id, channel} = await find(db, account, path);
  const rows = await db
    .selectFrom('conversation_tags')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('type')
    .orderBy('created_at')
    .orderBy('tag')
    .execute();
  return rows.map(({tag, type, created_at}) => ({
    sid: account.sid,
    conversationID: channel,
    createdDate: iso(created_at),
    tag,
    type,
  }));
}

export async function grabVisitorLabels(db: Db, account: Account, path: readonly string[]) {
  const {id, channel} = await find(db, account, path);
  const rows = await db
    .selectFrom('conversation_labels')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('created_at')
    .orderBy('label')
    .execute();
  return rows.map(({label, created_at}) => ({conversationID: channel, createdDate: iso(created_at), label}));
}

export async function grabVisitorCards(db: Db, account: Account, path: readonly string[]) {
  const {id, channel} = await find(db, account, path);
  const rows = await db
    .selectFrom('conversation_cards')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('created_at')
    .orderBy('data_id')
    .execute();
  return rows.map(({data_id, data, created_at, updated_at}) => ({
    dataID: data_id,
    data,
    sid: account.sid,
    conversationID: channel,
    createdDate: iso(created_at),
    updatedDate: iso(updated_at),
  }));
}

interface AgentRow {
  number: number;
  name: string;
  email: string;
  avatar: string | null;
  last_active_at: number | null;
  department: string;
  is_back_office: boolean;
  groups: string[];
}

async function agents(db: Db, {siteId, sid, origin}: Account, number?: number) {
  const {rows} = await sql<AgentRow>`
    select number, name, email, avatar, last_active_at, department, is_back_office, groups from agents a
    where exists (select from inboxes i where i.team_id = a.team_id and i.site_id = ${siteId})
      and ${number === undefined ? sql`true` : sql`number = ${number}`}
    order by number`.execute(db);
  return rows.map((row) => ({
    agentID: row.number,
    sid,
    agentName: row.name,
    agentEmail: row.email,
    agentPicture: row.avatar ? new URL(row.avatar, origin).href : '',
    agentLastActive: isoOrNull(row.last_active_at),
    department: row.department,
    isBackOffice: row.is_back_office ? '1' : '0',
    groups: row.groups.join(','),
  }));
}

export async function grabAgent(db: Db, account: Account, [id = '']: readonly string[]) {
  // An id that cannot be one is no different from one that is nobody's.
  const found = /^\d{1,15}$/.test(id) ? await agents(db, account, Number(id)) : [];
  if (!found.length) throw new ProblemError('not-found', 'There is no such agent');
  return found;
}

export const grabAgents = (db: Db, account: Account) => agents(db, account);

export async function pageFilters(db: Db, {siteId, sid}: Account) {
  return (await listPageFilters(db, siteId)).map(({id, search_filter, search_name, match_type}) => ({
    id,
    sid,
    searchFilter: search_filter,
    searchName: search_name,
    matchType: match_type,
  }));
}
