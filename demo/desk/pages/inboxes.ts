import {html} from 'hono/html';
import type {Desk} from '../env.ts';
import {deskPage} from './layout.ts';

/** `/desk/inboxes/{id}/settings`: which of the team's integrations are for this inbox. */
export function addInboxPages(desk: Desk): void {
  desk.get('/inboxes/:id/settings', (c) => {
    const me = c.get('me');
    const inbox = me.inboxes.find(({id}) => id === c.req.param('id'));
    // Another team's inbox is no page of this team.
    if (!inbox) return c.notFound();
    const place = `/desk/inboxes/${inbox.id}/settings`;
    const isAdmin = me.agent.role === 'admin';
    return c.html(
      deskPage({
        me,
        title: `${inbox.name}, settings`,
        place,
        head: html`<script type="module" src="/desk/assets/inbox.js"></script>`,
        body: html`<div class="page">
          <header class="page-bar">
            <div>
              <h1 dir="auto">${inbox.name}</h1>
              <p class="muted">Settings of this inbox</p>
            </div>
          </header>
          <nav class="tabs" aria-label="Settings">
            <a href="${place}" aria-current="page">Integrations</a>
          </nav>
          <section aria-labelledby="integrations-heading">
            <header class="page-bar">
              <h2 id="integrations-heading">Attached integrations</h2>
              <a class="button button-quiet" href="/desk/integrations">Manage integrations</a>
            </header>
            <p class="muted">
              ${
                isAdmin
                  ? 'A profile in this inbox shows those that are switched on.'
                  : 'A profile in this inbox shows those that are switched on. Only admins can change this.'
              }
            </p>
            <p class="status" id="status" role="status">Loading…</p>
            <ul class="rows" id="attached" data-inbox="${inbox.id}"></ul>
            ${
              isAdmin
                ? html`<form class="inline-form" id="attach" hidden>
                    <label for="integration">Attach another</label>
                    <select id="integration" name="integration"></select>
                    <button class="button button-quiet">Attach</button>
                  </form>`
                : ''
            }
          </section>
        </div>`,
      }),
    );
  });
}
