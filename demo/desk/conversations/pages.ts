import {join} from 'node:path';
import {html} from 'hono/html';
import {staticFiles} from '../../site/static-files.ts';
import {appsHead, appsPanel, withApps} from '../dashboard-apps/hosting.ts';
import type {Desk} from '../env.ts';
import {deskPage} from '../pages/layout.ts';
import type {DeskPlatform} from '../platform.ts';

/** `/desk/conversations`: who writes, and with whom one talks; `/desk/conversations/statistics`: how it goes. */
export function addConversationPages(desk: Desk, platform: DeskPlatform): void {
  desk.get('/conversations/assets/:file', staticFiles(join(import.meta.dirname, 'public')));
  const sheet = html`<link rel="stylesheet" href="/desk/conversations/assets/conversations.css" />`;

  desk.get('/conversations', withApps(platform), (c) =>
    c.html(
      deskPage({
        me: c.get('me'),
        title: 'Conversations',
        place: '/desk/conversations',
        head: html`${sheet} ${appsHead}
          <script type="module" src="/desk/conversations/assets/conversations.js"></script>`,
        body: html`<div class="conversations">
          <agent-conversations></agent-conversations>
          <agent-dashboard-apps
            ><agent-conversation
              ><div slot="profile">
                <agent-contact-profile hidden></agent-contact-profile>
                ${appsPanel}
              </div></agent-conversation
            ></agent-dashboard-apps
          >
        </div>`,
      }),
    ),
  );

  desk.get('/conversations/statistics', (c) =>
    c.html(
      deskPage({
        me: c.get('me'),
        title: 'Chat statistics',
        place: '/desk/conversations/statistics',
        head: html`${sheet}
          <script type="module" src="/desk/conversations/assets/statistics.js"></script>`,
        body: html`<div class="statistics"><agent-chat-statistics></agent-chat-statistics></div>`,
      }),
    ),
  );
}
