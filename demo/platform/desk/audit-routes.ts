import {createRoute, z} from '@hono/zod-openapi';
import type {App} from '../http/app.ts';
import {problems} from '../problem.ts';
import type {Services} from '../services.ts';
import {AGENT, requireAdmin} from './access.ts';
import {AuditEntrySchema} from './schemas.ts';

const PAGE_SIZE = 50;

/** The team's audit log, for its admins. */
export function addAuditRoute(app: App, services: Services): void {
  const {db} = services;

  app.openapi(
    createRoute({
      method: 'get',
      path: '/desk/api/v1/audit',
      summary: 'Who changed and ran what, newest first',
      tags: ['Desk'],
      security: AGENT,
      middleware: requireAdmin(services),
      request: {
        query: z.object({
          cursor: z.string().max(64).optional().openapi({description: '`next` of the page before'}),
        }),
      },
      responses: {
        200: {
          description: 'A page',
          content: {
            'application/json': {
              schema: z.object({list: z.array(AuditEntrySchema), next: z.string().nullable()}),
            },
          },
        },
        ...problems('invalid-request', 'signed-out', 'forbidden', 'too-many-requests'),
      },
    }),
    async (c) => {
      const {cursor} = c.req.valid('query');
      let entries = db.selectFrom('audit_log').selectAll().where('team_id', '=', c.get('agent').teamId);
      // Ids sort as they were made.
      if (cursor !== undefined) entries = entries.where('id', '<', cursor);
      const rows = await entries
        .orderBy('id', 'desc')
        .limit(PAGE_SIZE + 1)
        .execute();
      const list = rows.slice(0, PAGE_SIZE).map(({at, agent_id, agent_name, action, subject, detail}) => ({
        at: new Date(at).toISOString(),
        agent: {id: agent_id, name: agent_name},
        action,
        subject,
        detail,
      }));
      return c.json({list, next: rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1]!.id : null}, 200);
    },
  );
}
