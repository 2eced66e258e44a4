import {join} from 'node:path';
import {staticFiles} from '../../site/static-files.ts';
import type {Desk} from '../env.ts';
import {deskPage} from '../pages/layout.ts';
import type {DeskPlatform} from '../platform.ts';
import {withApps} from './hosting.ts';
import {forAdminsOnly, settingsBody, settingsHead} from './settings.ts';

const PLACE = '/desk/settings/integrations/dashboard-apps';

/** `/desk/settings/integrations/dashboard-apps`: the team's apps, for its admins. */
export function addDashboardAppPages(desk: Desk, platform: DeskPlatform): void {
  desk.get('/dashboard-apps/assets/:file', staticFiles(join(import.meta.dirname, 'public')));
  desk.get('/settings/integrations/dashboard-apps', withApps(platform), (c) => {
    const me = c.get('me');
    const page = {me, title: 'Dashboard apps', place: PLACE};
    if (me.agent.role !== 'admin') return c.html(deskPage({...page, body: forAdminsOnly}), 403);
    // What is being set up is tried out before it is kept.
    c.set('embeds', ['http:', 'https:', ...(c.get('embeds') ?? [])]);
    return c.html(deskPage({...page, head: settingsHead, body: settingsBody(me.inboxes)}));
  });
}
