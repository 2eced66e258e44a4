import {isMoved, signIn} from './desk.ts';
import {TEAMS} from './teams.ts';

interface Known {
  id: string;
  name: string;
  url: string;
}

/** What every team of the demo has beside its conversations; the paths are those of the sample apps. */
const APPS = [
  {name: 'Orders', path: '/orders/', placement: 'tab'},
  {name: 'At a glance', path: '/glance/', placement: 'tab'},
  {name: 'Contact details', path: '/contact/', placement: 'panel'},
] as const;

/**
 * Adds the sample apps, as each team's admin would do it. What is there already keeps what was changed in it, but for
 * the address: the apps may have come up on another port.
 */
export async function seedDashboardApps(
  {platformUrl, password, appsUrl}: {platformUrl: string; password: string; appsUrl: string},
  isNew: boolean,
): Promise<void> {
  for (const {agents} of TEAMS) {
    const admin = agents.find(({role}) => role === 'admin')!;
    const call = await signIn(platformUrl, admin.email, password);
    if (isNew) {
      for (const {name, path, placement} of APPS)
        await call('POST', '/dashboard-apps', {name, url: appsUrl + path, placement});
      continue;
    }
    const {list} = (await call('GET', '/dashboard-apps')) as {list: Known[]};
    for (const {id, ...app} of list) {
      if (!isMoved(app.url, appsUrl) || !APPS.some(({path}) => app.url.endsWith(path))) continue;
      const url = appsUrl + app.url.slice(new URL(app.url).origin.length);
      await call('PUT', `/dashboard-apps/${id}`, {...app, url});
    }
  }
}
