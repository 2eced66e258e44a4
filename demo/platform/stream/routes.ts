import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {createRoute, z} from '@hono/zod-openapi';
import type {App} from '../http/app.ts';
import {CONTACT_TOKEN, withContactToken} from '../http/access.ts';
import {renderingFor} from '../messages/contact-routes.ts';
import {problems} from '../problem.ts';
import type {Services} from '../services.ts';

/** The contact's live stream. */
export function addStreamRoute(app: App, services: Services): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/appinbox/v1/stream',
      summary: 'What happens to the contact’s messages, as it happens',
      description:
        'Server-sent events `message`, `state` and `removed`, whose ids are numbers that grow by one; `count` after ' +
        'each change. Begins with `count`; without Last-Event-ID that one carries the id after which the stream goes ' +
        'on. `resync`: the place is too old or unknown, fetch everything; its id is the new place.',
      tags: ['Contact'],
      security: CONTACT_TOKEN,
      middleware: withContactToken(services),
      request: {headers: z.object({'last-event-id': z.string().max(64).optional()})},
      responses: {
        200: {
          description: 'The stream; a comment every 15 s at the latest',
          headers: z.object({'ES-TOKEN': z.string()}),
          content: {'text/event-stream': {schema: z.string()}},
        },
        ...problems('invalid-request', 'invalid-token', 'forbidden-origin', 'too-many-requests'),
      },
    }),
    (c) => {
      const lastEventId = c.req.valid('header')['last-event-id'];
      // Proxies must neither collect nor compress it.
      c.header('Cache-Control', 'no-store, no-transform');
      c.header('X-Accel-Buffering', 'no');
      // What ends is over: the next request is not to find its way back to a process that is about to stop.
      c.header('Connection', 'close');
      const {headers} = c.body(null, 200, {'Content-Type': 'text/event-stream; charset=utf-8'});
      // Node's own response takes less than half of the memory that a stream of the web's takes.
      services.streams.open(c.env.outgoing, c.get('contact'), {
        lastEventId,
        rendering: renderingFor(c, services),
        headers: Object.fromEntries(headers),
      });
      return RESPONSE_ALREADY_SENT;
    },
  );
}
