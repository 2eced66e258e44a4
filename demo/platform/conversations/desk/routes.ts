import {z} from '@hono/zod-openapi';
import {requireAgent} from '../../desk/access.ts';
import type {App} from '../../http/app.ts';
import {ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';
import {fileHeaders, keepAttachment, MAX_FILE, readAttachment} from '../attachments/attachments.ts';
import {notify} from '../live/news.ts';
import {createPushStream} from '../live/push-stream.ts';
import {retryFor} from '../../stream/returning.ts';
import {touchAgent} from '../presence.ts';
import {readMessages} from '../read-messages.ts';
import type {ConversationServices} from '../services.ts';
import {sitesOf, withConversation} from './access.ts';
import {assign, changeMarks, markRead, setStatus, writeReply} from './changes.ts';
import {readDetails} from './details.ts';
import {listConversations} from './list.ts';
import {addDeskRoute as add, IdSchema} from './route.ts';
import {
  AssignmentSchema,
  ListQuerySchema,
  MarksSchema,
  MessagesQuerySchema,
  ReadSchema,
  ReplySchema,
  StatusSchema,
} from './schemas.ts';
import {addSettingRoutes} from './setting-routes.ts';
import {addStatisticsRoutes} from './statistics-routes.ts';

/** The agents' API of conversations. */
export function addDeskRoutes(app: App, services: Services, {hub, streams}: ConversationServices): void {
  const {db, clock} = services;
  const middleware = requireAgent(services);
  const forConversation = [...middleware, withConversation(services)];

  add(app, {
    method: 'get',
    path: '/conversations',
    summary: 'Conversations, the one that last had a message first',
    middleware,
    query: ListQuerySchema,
    async answer({c, query}) {
      const agent = c.get('agent');
      await touchAgent(db, agent.id, clock.now());
      return c.json(await listConversations(db, await sitesOf(db, agent), agent.id, query));
    },
  });

  add(app, {
    method: 'get',
    path: '/conversations/stream',
    summary:
      'What happens in the team’s conversations: `ready`, `change` {summary, messages}, `typing` {id, by}',
    middleware,
    produces: 'text/event-stream',
    async answer({c}) {
      const agent = c.get('agent');
      const sites = new Set(await sitesOf(db, agent));
      const touch = () => void touchAgent(db, agent.id, clock.now()).catch(() => {});
      const stream = createPushStream({
        clock,
        // The desk's `EventSource` has no jitter of its own.
        retry: () => Math.round((0.5 + Math.random()) * retryFor(streams.size)),
        onEnd() {
          stop();
          streams.delete(stream);
        },
        onBeat: touch,
      });
      const stop = hub.listen({
        sites,
        follows: (site) => sites.has(site),
        onChange: (change) => change.summary.startedAt !== null && stream.send('change', change),
        onTyping: (id, by) => by !== agent.name && stream.send('typing', {id, by: by ?? null}),
        onGap: () => stream.send('ready', {}),
      });
      streams.add(stream);
      touch();
      c.header('Cache-Control', 'no-store, no-transform');
      c.header('X-Accel-Buffering', 'no');
      return c.body(stream.body, 200, {'Content-Type': 'text/event-stream; charset=utf-8'});
    },
  });

  add(app, {
    method: 'get',
    path: '/conversations/{id}',
    summary: 'A conversation with all that is known of its visitor',
    middleware: forConversation,
    params: IdSchema,
    answer: async ({c}) => c.json(await readDetails(db, c.get('conversation'))),
  });

  add(app, {
    method: 'get',
    path: '/conversations/{id}/messages',
    summary: 'The latest messages in the window, oldest first, with notes',
    middleware: forConversation,
    params: IdSchema,
    query: MessagesQuerySchema,
    async answer({c, params: {id}, query}) {
      return c.json({list: await readMessages(db, id, {...query, isForVisitor: false})});
    },
  });

  add(app, {
    method: 'post',
    path: '/conversations/{id}/messages',
    summary: 'Answer, or add a note; the same key again writes nothing more',
    middleware: forConversation,
    params: IdSchema,
    body: ReplySchema,
    async answer({c, params: {id}, body}) {
      const agent = c.get('agent');
      await touchAgent(db, agent.id, clock.now());
      await writeReply(db, agent, id, body, clock.now());
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'post',
    path: '/conversations/{id}/read',
    summary: 'The agent has seen the messages up to this one',
    middleware: forConversation,
    params: IdSchema,
    body: ReadSchema,
    async answer({c, params: {id}, body}) {
      await markRead(db, id, body.upTo);
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'post',
    path: '/conversations/{id}/typing',
    summary: 'The agent is writing',
    middleware: forConversation,
    params: IdSchema,
    async answer({c, params: {id}}) {
      const agent = c.get('agent');
      const {site_id} = c.get('conversation');
      await notify(db, {kind: 'typing', site: site_id, conversation: id, by: agent.name});
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'put',
    path: '/conversations/{id}/assignment',
    summary: 'Give the conversation to an agent, or to nobody',
    middleware: forConversation,
    params: IdSchema,
    body: AssignmentSchema,
    async answer({c, params: {id}, body}) {
      const agent = c.get('agent');
      await assign(db, id, body, agent, clock.now());
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'put',
    path: '/conversations/{id}/status',
    summary: 'Close the conversation, or open it again',
    middleware: forConversation,
    params: IdSchema,
    body: StatusSchema,
    async answer({c, params: {id}, body}) {
      const agent = c.get('agent');
      await setStatus(db, id, body, agent, clock.now());
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'post',
    path: '/conversations/{id}/marks',
    summary: 'Add and remove labels and tags, one by one; and name the visitor',
    middleware: forConversation,
    params: IdSchema,
    body: MarksSchema,
    async answer({c, params: {id}, body}) {
      await changeMarks(db, id, body, clock.now());
      return c.body(null, 204);
    },
  });

  add(app, {
    method: 'post',
    path: '/conversations/{id}/attachments',
    summary: 'Upload a file (the body is the file), to be sent along with an answer',
    middleware: [...requireAgent(services, {maxBody: MAX_FILE}), withConversation(services)],
    params: IdSchema,
    query: z.object({name: z.string().min(1).max(300)}),
    async answer({c, params: {id}, query: {name}}) {
      const body = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await keepAttachment(services, id, 'agent', {name, body}), 201);
    },
  });

  add(app, {
    method: 'get',
    path: '/conversations/{id}/attachments/{file}',
    summary: 'A file of the conversation',
    middleware: forConversation,
    params: IdSchema.extend({file: z.string().max(60)}),
    produces: 'application/octet-stream',
    async answer({c, params: {id, file}}) {
      const found = await readAttachment(db, id, file);
      if (!found) throw new ProblemError('not-found');
      return c.body(new Uint8Array(found.body), 200, fileHeaders(found));
    },
  });

  addSettingRoutes(app, services);
  addStatisticsRoutes(app, services);
}
