import {html} from 'hono/html';
import type {MiddlewareHandler} from 'hono';
import type {Desk, DeskEnv} from '../env.ts';
import {deskPage, type Html} from './layout.ts';

const adminsOnly: MiddlewareHandler<DeskEnv> = async (c, next) =>
  c.get('me').agent.role === 'admin' ? next() : c.notFound();

/** What only a team's admins have: the client integration, and the audit log. */
export function addAdminPages(desk: Desk): void {
  desk.get('/client-integration', adminsOnly, (c) =>
    c.html(
      deskPage({
        me: c.get('me'),
        title: 'Client integration',
        place: '/desk/integrations',
        head: html`<script type="module" src="/desk/assets/client-integration.js"></script>`,
        body: clientIntegration(),
      }),
    ),
  );

  desk.get('/audit', adminsOnly, (c) =>
    c.html(
      deskPage({
        me: c.get('me'),
        title: 'Audit log',
        place: '/desk/audit',
        head: html`<script type="module" src="/desk/assets/audit.js"></script>`,
        body: audit(),
      }),
    ),
  );
}

function clientIntegration(): Html {
  return html`<div class="page">
    <nav aria-label="Breadcrumb"><a href="/desk/integrations">Integrations</a></nav>
    <h1>Client integration</h1>
    <p class="muted">
      Your own service answers with blocks that agents see beside a chat, ticket, call or contact. The
      platform calls it, with <code>view</code> and what is known of the contact: <code>email</code>,
      <code>phoneNumber</code>, <code>externalId</code>.
    </p>
    <form class="card form" id="client-integration" novalidate>
      <label class="choice"><input type="checkbox" name="enabled" /> Enabled</label>
      <div class="form-row">
        <div class="field">
          <label for="method">Method</label>
          <select id="method" name="method">
            <option>GET</option>
            <option>POST</option>
          </select>
        </div>
        <div class="field">
          <label for="url">Endpoint</label>
          <input id="url" name="url" inputmode="url" placeholder="https://crm.example.com/widget" />
        </div>
      </div>
      <fieldset>
        <legend>Static query parameters</legend>
        <div class="pairs" id="query"></div>
        <button type="button" class="button button-quiet" data-add="query">Add a parameter</button>
      </fieldset>
      <fieldset>
        <legend>Headers</legend>
        <div class="pairs" id="headers"></div>
        <button type="button" class="button button-quiet" data-add="headers">Add a header</button>
        <p class="muted">A secret is stored encrypted, and never shown again.</p>
      </fieldset>
      <div class="field" id="body-field" hidden>
        <label for="body">JSON body</label>
        <textarea id="body" name="body" class="code" rows="6" spellcheck="false"></textarea>
      </div>
      <div class="form-end">
        <p class="status" id="status" role="status"></p>
        <button class="button">Save</button>
      </div>
    </form>
  </div>`;
}

function audit(): Html {
  return html`<div class="page page-wide">
    <h1>Audit log</h1>
    <p class="muted">Who changed and ran what in your team, for 90 days.</p>
    <p class="status" id="status" role="status">Loading…</p>
    <div class="table-frame" role="region" aria-label="Audit log" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Did</th>
            <th scope="col">What</th>
            <th scope="col">More</th>
          </tr>
        </thead>
        <tbody id="audit-rows"></tbody>
      </table>
    </div>
    <button type="button" class="button button-quiet" id="more" hidden>Show more</button>
  </div>`;
}
