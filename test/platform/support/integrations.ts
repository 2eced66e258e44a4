import type {Answer} from './answer.ts';
import {createTestAgent, putTeams, TEAM, type TestAgent} from './desk.ts';
import {startListener, type TestListener} from './listener.ts';
import {startPlatform, type TestPlatform} from './platform.ts';

/** What the routes of integrations answer, all fields together. */
export interface IntegrationBody {
  id: string;
  version: number;
  name: string;
  headers: {name: string; value: string | null; secret: boolean; hasValue: boolean}[];
  inboxIds: string[];
  data: unknown;
  status: number | null;
  fetchedAt: string;
  cache: string;
  keptAt: string | null;
  error: {code: string; message: string} | null;
  code: string;
  errors: {path: string; message: string}[];
  milliseconds: number;
  request: {method: string; url: string; headers: {name: string; value: string}[]; body: string | null};
  response: Record<string, unknown> & {status: number; body: string; blocks: unknown[]};
  contact: {id: string} | null;
  list: Record<string, unknown>[];
  next: string | null;
}

export const read = ({body}: Answer) => body as unknown as IntegrationBody;

/** How the system answers: by default with a count of what it was asked. */
export type SystemAnswer = (path: string) => {status?: number; type?: string; body: string};

export interface IntegrationWorld {
  platform: TestPlatform;
  admin: TestAgent;
  agent: TestAgent;
  /** Another system, which the platform may call. */
  system: TestListener;
  /** From now on the system answers like this. */
  answerWith: (answer: SystemAnswer) => void;
  /** Creates a contact of the team, and says the platform's name for them. */
  contact: (details?: Record<string, unknown>) => Promise<string>;
  /** Creates an integration that is attached to the team's first inbox. */
  integration: (fields?: Record<string, unknown>) => Promise<IntegrationBody>;
  run: (id: string, contactId: string, more?: Record<string, unknown>) => Promise<IntegrationBody>;
}

export async function startIntegrations(): Promise<IntegrationWorld> {
  let answer: SystemAnswer;
  const system = await startListener((request, response) => {
    const {status = 200, type = 'application/json', body} = answer(request.url!);
    response.writeHead(status, {'Content-Type': type}).end(body);
  });
  const countUp: SystemAnswer = () => ({body: JSON.stringify({asked: system.requests.length})});
  answer = countUp;
  const platform = await startPlatform({
    integrations: {
      policy: {allowedHosts: [`127.0.0.1:${system.port}`]},
      deadlines: {connect: 1000, headers: 1000, total: 1000},
      // Nobody else is there.
      resolve: () => Promise.resolve([]),
    },
  });
  await putTeams(platform);
  const admin = await createTestAgent(platform, TEAM.admin);
  const agent = await createTestAgent(platform, TEAM.agent);
  let contacts = 0;

  return {
    platform,
    admin,
    agent,
    system,
    answerWith(next) {
      answer = next;
    },
    async contact(details = {}) {
      const externalCustomerId = `person-${++contacts}`;
      const {body} = await platform.backend('POST', '/v1/contacts', {externalCustomerId, ...details});
      return body.id;
    },
    async integration(fields = {}) {
      const {status, body} = await admin.call('POST', '/integrations', {
        name: 'CRM',
        url: `${system.url}/customers?id={{contact.external_id}}`,
        inboxIds: [TEAM.inboxes[0]],
        ...fields,
      });
      if (status !== 201) throw new Error(`Creating was answered ${status}: ${JSON.stringify(body)}`);
      return body as unknown as IntegrationBody;
    },
    async run(id, contactId, more = {}) {
      return read(
        await agent.call('POST', `/integrations/${id}/run`, {contactId, inboxId: TEAM.inboxes[0], ...more}),
      );
    },
  };
}
