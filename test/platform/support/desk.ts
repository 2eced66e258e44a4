import {readAnswer, type Answer} from './answer.ts';
import {OTHER_SITE, SITE, type TestPlatform} from './platform.ts';

export const AGENT_PASSWORD = 'a password of this test';

/** The first site's team. */
export const TEAM = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Care',
  admin: 'admin@care.example',
  agent: 'agent@care.example',
  inboxes: ['aaaaaaaa-0000-4000-8000-000000000011', 'aaaaaaaa-0000-4000-8000-000000000012'],
} as const;

/** The other site's team. */
export const OTHER_TEAM = {
  id: 'bbbbbbbb-0000-4000-8000-000000000001',
  name: 'Wholesale',
  admin: 'admin@wholesale.example',
  agent: 'agent@wholesale.example',
  inboxes: ['bbbbbbbb-0000-4000-8000-000000000011'],
} as const;

/** Puts both teams, each with an admin and an agent. */
export async function putTeams({platform}: TestPlatform): Promise<void> {
  for (const [team, siteId] of [
    [TEAM, SITE],
    [OTHER_TEAM, OTHER_SITE],
  ] as const) {
    await platform.putTeam({
      id: team.id,
      name: team.name,
      agents: (['admin', 'agent'] as const).map((role) => ({
        id: `${role}-of-${team.id}`,
        email: team[role],
        name: `${role} of ${team.name}`,
        role,
        password: AGENT_PASSWORD,
      })),
      inboxes: team.inboxes.map((id, index) => ({id, siteId, name: `Inbox ${index + 1}`, channel: 'chat'})),
    });
  }
}

/** An agent's browser: it keeps the session's cookie, and sends the CSRF token with what it writes. */
export interface TestAgent {
  cookie: string;
  csrfToken: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export function signIn(platform: TestPlatform, email: string, password = AGENT_PASSWORD): Promise<Answer> {
  return platform.request('POST', '/desk/api/v1/session', {
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({email, password}),
  });
}

/** Signs one of the teams' agents in. Paths are below `/desk/api/v1`. */
export async function createTestAgent(platform: TestPlatform, email: string): Promise<TestAgent> {
  const {status, headers} = await signIn(platform, email);
  if (status !== 204) throw new Error(`Signing in was answered ${status}`);
  const it: TestAgent = {
    cookie: headers.getSetCookie()[0]!.split(';')[0]!,
    csrfToken: '',
    async call(method, path, body, headers = {}) {
      const response = await fetch(`${platform.url}/desk/api/v1${path}`, {
        method,
        headers: {
          Cookie: it.cookie,
          ...(method !== 'GET' && {'X-CSRF-Token': it.csrfToken}),
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return readAnswer(response);
    },
  };
  it.csrfToken = ((await it.call('GET', '/me')).body as unknown as {csrfToken: string}).csrfToken;
  return it;
}
