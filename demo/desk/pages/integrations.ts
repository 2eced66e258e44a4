import {html} from 'hono/html';
import type {Desk} from '../env.ts';
import {deskPage, type Html} from './layout.ts';

const PLACE = '/desk/integrations';
const STATUS = html`<p class="status" id="status" role="status"></p>`;
const script = (name: string): Html => html`<script type="module" src="/desk/assets/${name}.js"></script>`;

/** The team's integrations, and the editor of one. */
export function addIntegrationPages(desk: Desk): void {
  desk.get('/integrations', (c) => {
    const me = c.get('me');
    const isAdmin = me.agent.role === 'admin';
    return c.html(
      deskPage({
        me,
        title: 'Integrations',
        place: PLACE,
        head: script('integrations'),
        body: html`<div class="page">
          <header class="page-bar">
            <div>
              <h1>Integrations</h1>
              <p class="muted">What your other systems know of a contact, shown beside every conversation.</p>
            </div>
            ${isAdmin ? html`<a class="button" href="/desk/integrations/new">Add integration</a>` : ''}
          </header>
          ${STATUS}
          <agent-integrations></agent-integrations>
          ${
            isAdmin
              ? html`<p class="muted">
                  A service that answers with blocks of its own is set up as the team’s
                  <a href="/desk/client-integration">client integration</a>. Who changed and ran what stands
                  in the <a href="/desk/audit">audit log</a>.
                </p>`
              : ''
          }
        </div>`,
      }),
    );
  });

  desk.get('/integrations/:id', (c) => {
    const me = c.get('me');
    const id = c.req.param('id');
    const isNew = id === 'new';
    if (isNew && me.agent.role !== 'admin') return c.redirect(PLACE, 303);
    return c.html(
      deskPage({
        me,
        title: isNew ? 'New integration' : 'Integration',
        place: PLACE,
        head: script('integration'),
        body: html`<div class="page page-wide">
          <nav aria-label="Breadcrumb"><a href="${PLACE}">Integrations</a></nav>
          <h1 dir="auto">${isNew ? 'New integration' : ''}</h1>
          ${STATUS}
          <agent-integration-editor data-id="${isNew ? '' : id}"></agent-integration-editor>
        </div>`,
      }),
    );
  });
}
