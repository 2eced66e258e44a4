import type {PlatformClient} from '../site/platform-client.ts';
import {clientIntegration, INTEGRATIONS} from './integrations.ts';
import {TEAMS, type DemoTeam} from './teams.ts';
import {DETAILS} from './views.ts';

export interface DeskSeedOptions {
  platformUrl: string;
  /** What the demo's agents sign in with. */
  password: string;
  crm: {url: string; key: string};
  refunds: {url: string; key: string};
}

/** An admin's calls of the agents' API. */
type Call = (method: string, path: string, body?: object) => Promise<unknown>;

/** Signs an agent in, as the desk’s page would do it. */
export async function signIn(platformUrl: string, email: string, password: string): Promise<Call> {
  const base = `${platformUrl}/desk/api/v1`;
  const headers: Record<string, string> = {'Content-Type': 'application/json'};
  const call: Call = async (method, path, body) => {
    const response = await fetch(base + path, {method, headers, body: body && JSON.stringify(body)});
    if (!response.ok) throw new Error(`seed: ${method} ${path} was answered ${response.status}`);
    headers.Cookie ??= response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return response.status === 204 ? undefined : response.json();
  };
  await call('POST', '/session', {email, password});
  headers['X-CSRF-Token'] = ((await call('GET', '/me')) as {csrfToken: string}).csrfToken;
  return call;
}

/** Tells the platform what only the desk's demo knows of the customers. */
export async function seedDetails(platform: PlatformClient): Promise<void> {
  for (const [externalCustomerId, details] of Object.entries(DETAILS))
    await platform.saveContact({externalCustomerId, ...details});
}

/**
 * Sets up each team's integrations, as its admin would do it. What is there already keeps what was changed in it, but
 * for the address: the other systems may have come up on other ports.
 */
export async function seedIntegrations(options: DeskSeedOptions, isNew: boolean): Promise<void> {
  for (const team of TEAMS) {
    const admin = team.agents.find(({role}) => role === 'admin')!;
    const call = await signIn(options.platformUrl, admin.email, options.password);
    await seedTeam(team, call, options, isNew);
  }
}

interface Known {
  id: string;
  name: string;
  url: string;
}

async function seedTeam(
  team: DemoTeam,
  call: Call,
  {crm, refunds}: DeskSeedOptions,
  isNew: boolean,
): Promise<void> {
  const {list} = (await call('GET', '/integrations')) as {list: (Known & Record<string, unknown>)[]};
  for (const make of INTEGRATIONS[team.name] ?? []) {
    const wanted = make(crm);
    const known = list.find(({name}) => name === wanted.name);
    if (isNew) await call('POST', '/integrations', {...wanted, inboxIds: team.inboxes.map(({id}) => id)});
    else if (known && isMoved(known.url, crm.url))
      await call('PUT', `/integrations/${known.id}`, {
        ...known,
        url: crm.url + known.url.slice(new URL(known.url).origin.length),
        headers: wanted.headers,
      });
  }
  const client = (await call('GET', '/client-integration')) as {url: string};
  const isFirst = team === TEAMS[0] && isNew;
  if (isFirst || (client.url && isMoved(client.url, refunds.url)))
    await call('PUT', '/client-integration', clientIntegration(refunds));
}

/** Whether an address of this machine is not where the system is now. */
export function isMoved(url: string, now: string): boolean {
  const {hostname, origin} = new URL(url);
  return hostname === '127.0.0.1' && origin !== new URL(now).origin;
}
