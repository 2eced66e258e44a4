import {z} from '@hono/zod-openapi';
import {requireAgent} from '../../desk/access.ts';
import type {Agent} from '../../desk/agents.ts';
import type {App} from '../../http/app.ts';
import {chooseEncoding} from '../../http/encoding.ts';
import type {Services} from '../../services.ts';
import {checkRange, readIds, readMoment, readTimezone, readValues} from '../api/parameters.ts';
import {streamStatistics} from '../api/statistics.ts';
import type {ChatFilter} from '../chat-rows.ts';
import {listChats, summarise} from '../statistics.ts';
import {sitesOf} from './access.ts';
import {addDeskRoute as add} from './route.ts';

const RangeSchema = z.looseObject({
  from: z.string().max(40),
  to: z.string().max(40).optional(),
  timezone: z.string().max(100).optional(),
});

/** The statistics of the team's sites, with the filters of the chat API. */
export function addStatisticsRoutes(app: App, services: Services): void {
  const {db, clock} = services;
  const middleware = requireAgent(services);

  async function readFilter(agent: Agent, url: string): Promise<ChatFilter & {timezone: string}> {
    const query = new URL(url).searchParams;
    const timezone = readTimezone(query.get('timezone') ?? undefined) ?? 'UTC';
    const from = readMoment(query.get('from') ?? '', 'from', timezone);
    const end = query.get('to');
    const to = end ? readMoment(end, 'to', timezone) : clock.now();
    checkRange(from, to, ['from', 'to']);
    return {
      siteIds: await sitesOf(db, agent),
      from,
      to,
      timezone,
      agents: readIds(query, 'agentIds'),
      channels: readValues(query, 'channels'),
      pageFilterIds: readIds(query, 'pageFilterId'),
    };
  }

  add(app, {
    method: 'get',
    path: '/chat-statistics',
    summary: 'How many chats, how soon answered, how long, how well, by day, hour, agent and referral',
    middleware,
    query: RangeSchema,
    answer: async ({c}) => c.json(await summarise(db, await readFilter(c.get('agent'), c.req.url))),
  });

  add(app, {
    method: 'get',
    path: '/chat-statistics/chats',
    summary: 'The chats behind a number',
    middleware,
    query: RangeSchema.extend({
      referral: z.string().max(300).optional(),
      hour: z.coerce.number().int().min(0).max(23).optional(),
      rating: z.coerce.number().int().min(1).max(5).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    async answer({c, query: {referral, hour, rating, limit}}) {
      const filter = await readFilter(c.get('agent'), c.req.url);
      return c.json({list: await listChats(db, filter, {referral, hour, rating, limit})});
    },
  });

  add(app, {
    method: 'get',
    path: '/chat-statistics/table',
    summary: 'Each chat, as CSV',
    middleware,
    query: RangeSchema,
    produces: 'text/csv',
    async answer({c}) {
      const {timezone, ...filter} = await readFilter(c.get('agent'), c.req.url);
      const encoding = chooseEncoding(c.req.header('Accept-Encoding'), ['gzip']);
      return c.body(streamStatistics(db, filter, {format: 'csv', timezone, encoding}), 200, {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': 'attachment; filename="chat-statistics.csv"',
        ...(encoding === 'gzip' && {'Content-Encoding': encoding}),
        Vary: 'Accept-Encoding',
      });
    },
  });
}
