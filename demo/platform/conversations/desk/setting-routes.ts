import {z} from '@hono/zod-openapi';
import {sql} from 'kysely';
import {requireAdmin, requireAgent} from '../../desk/access.ts';
import type {App} from '../../http/app.ts';
import {ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';
import {listPageFilters} from '../page-filters.ts';
import {setAway} from '../presence.ts';
import {sitesOf} from './access.ts';
import {addDeskRoute as add, IdSchema} from './route.ts';
import {AvailabilitySchema, CannedAnswerSchema, PageFilterSchema} from './schemas.ts';

/** What agents choose from: colleagues, marks, canned answers, page filters; and whether they are there themselves. */
export function addSettingRoutes(app: App, services: Services): void {
  const {db, clock, makeId} = services;
  const middleware = requireAgent(services);
  const admins = requireAdmin(services);

  add(app, {
    method: 'put',
    path: '/me/availability',
    summary: 'Say that one is away, or back: while nobody is there, visitors are told so',
    middleware,
    body: AvailabilitySchema,
    async answer({c, body: {isAway}}) {
      const agent = c.get('agent');
      await setAway(db, agent.id, await sitesOf(db, agent), isAway, clock.now());
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'get',
    path: '/conversation-options',
    summary: 'Whom a conversation can be given to, and the labels and tags that are in use',
    middleware,
    async answer({c}) {
      const sites = await sitesOf(db, c.get('agent'));
      const {rows: agents} = await sql<{id: string; number: number; name: string; avatar: string | null}>`
        select id, number, name, avatar from agents a where exists (
          select from inboxes i where i.team_id = a.team_id and i.site_id = any(${sites}::text[])
        ) order by name, id`.execute(db);
      const used = async (table: 'conversation_labels' | 'conversation_tags', column: 'label' | 'tag') => {
        const {rows} = await sql<{mark: string}>`
          select ${sql.ref(column)} as mark from ${sql.table(table)} m join conversations c on c.id = m.conversation_id
          where c.site_id = any(${sites}::text[]) ${column === 'tag' ? sql`and m.type = 1` : sql``}
          group by 1 order by count(*) desc, 1 limit 200`.execute(db);
        return rows.map(({mark}) => mark);
      };
      return c.json({
        agents,
        labels: await used('conversation_labels', 'label'),
        tags: await used('conversation_tags', 'tag'),
      });
    },
  });

  add(app, {
    method: 'get',
    path: '/canned-answers',
    summary: 'The team’s canned answers',
    middleware,
    async answer({c}) {
      const list = await db
        .selectFrom('canned_answers')
        .select(['id', 'shortcut', 'text'])
        .where('team_id', '=', c.get('agent').teamId)
        .orderBy('shortcut')
        .execute();
      return c.json({list});
    },
  });

  add(app, {
    method: 'post',
    path: '/canned-answers',
    summary: 'Keep a canned answer; one with the same shortcut is replaced',
    middleware,
    body: CannedAnswerSchema,
    async answer({c, body: {shortcut, text}}) {
      const {rows} = await sql<{id: string}>`
        insert into canned_answers (id, team_id, shortcut, text)
        values (${makeId()}, ${c.get('agent').teamId}, ${shortcut}, ${text})
        on conflict (team_id, shortcut) do update set text = excluded.text returning id`.execute(db);
      return c.json({id: rows[0]!.id, shortcut, text}, 201);
    },
  });

  add(app, {
    method: 'delete',
    path: '/canned-answers/{id}',
    summary: 'Forget a canned answer',
    middleware,
    params: IdSchema,
    async answer({c, params: {id}}) {
      const {rows} = await sql`
        delete from canned_answers where id = ${id} and team_id = ${c.get('agent').teamId} returning id`.execute(
        db,
      );
      if (!rows.length) throw new ProblemError('not-found');
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'get',
    path: '/page-filters',
    summary: 'The page filters of the team’s sites',
    middleware,
    async answer({c}) {
      const lists = await Promise.all(
        (await sitesOf(db, c.get('agent'))).map((site) => listPageFilters(db, site)),
      );
      const list = lists.flat().map(({id, site_id, search_filter, search_name, match_type}) => ({
        id,
        siteId: site_id,
        searchFilter: search_filter,
        searchName: search_name,
        matchType: match_type,
      }));
      return c.json({list});
    },
  });

  add(app, {
    method: 'post',
    path: '/page-filters',
    summary: 'Add a page filter',
    middleware: admins,
    body: PageFilterSchema,
    async answer({c, body: {searchFilter, searchName, matchType, siteId}}) {
      const sites = await sitesOf(db, c.get('agent'));
      const site = siteId ?? sites[0];
      if (!site || !sites.includes(site))
        throw new ProblemError('invalid-request', 'siteId: no site of the team');
      const row = await db
        .insertInto('page_filters')
        .values({site_id: site, search_filter: searchFilter, search_name: searchName, match_type: matchType})
        .returning('id')
        .executeTakeFirstOrThrow();
      return c.json({id: row.id, siteId: site, searchFilter, searchName, matchType}, 201);
    },
  });

  add(app, {
    method: 'delete',
    path: '/page-filters/{id}',
    summary: 'Remove a page filter',
    middleware: admins,
    params: z.object({id: z.coerce.number().int().min(1)}),
    async answer({c, params: {id}}) {
      const sites = await sitesOf(db, c.get('agent'));
      const {rows} = await sql`
        delete from page_filters where id = ${id} and site_id = any(${sites}::text[]) returning id`.execute(
        db,
      );
      if (!rows.length) throw new ProblemError('not-found');
      return c.body(null, 204);
    },
  });
}
