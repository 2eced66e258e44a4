import {html} from 'hono/html';
import type {Html} from '../pages/layout.ts';

const ASSETS = '/desk/dashboard-apps/assets';

export const forAdminsOnly = html`<h1>Dashboard apps</h1>
  <p>Only a team’s admins set up its apps. Ask one of yours.</p>`;

export const settingsHead = html`<link rel="stylesheet" href="${ASSETS}/settings.css" />
  <script type="module" src="/scripts/agent.js"></script>
  <script type="module" src="${ASSETS}/settings.js"></script>`;

/** What a sandbox leaves open, in the words of who decides about it. */
const SANDBOX: readonly [token: string, label: string][] = [
  ['allow-scripts', 'Run scripts'],
  ['allow-same-origin', 'Keep its own origin: needed to be told about the conversation'],
  ['allow-forms', 'Send forms'],
  ['allow-popups', 'Open windows'],
  ['allow-popups-to-escape-sandbox', 'Open them without these limits'],
  ['allow-downloads', 'Download files'],
  ['allow-modals', 'Show dialogs of the browser'],
  ['allow-storage-access-by-user-activation', 'Ask for its cookies'],
];

const FEATURES: readonly [name: string, label: string][] = [
  ['clipboard-write', 'Copy to the clipboard'],
  ['clipboard-read', 'Read the clipboard'],
  ['fullscreen', 'Fill the screen'],
  ['camera', 'Camera'],
  ['microphone', 'Microphone'],
  ['geolocation', 'Location'],
  ['display-capture', 'Record the screen'],
];

const choices = (name: string, entries: readonly (readonly [value: string, label: string])[]): Html =>
  html`<div class="choices">
    ${entries.map(
      ([value, label]) =>
        html`<label class="choice"
          ><input type="checkbox" name="${name}" value="${value}" /> ${label}</label
        >`,
    )}
  </div>`;

const placement = html`<fieldset class="group">
  <legend>Place</legend>
  <label class="choice"
    ><input type="radio" name="placement" value="tab" checked /> A tab after Messages</label
  >
  <label class="choice"
    ><input type="radio" name="placement" value="panel" /> A section of the side panel</label
  >
</fieldset>`;

const inboxFields = (inboxes: readonly {id: string; name: string}[]): Html =>
  html`<fieldset class="group">
    <legend>Inboxes</legend>
    <label class="choice"><input type="checkbox" name="everywhere" checked /> All, also those to come</label>
    <div class="choices" id="some-inboxes" hidden>
      ${inboxes.map(
        ({id, name}) =>
          html`<label class="choice"><input type="checkbox" name="inboxIds" value="${id}" /> ${name}</label>`,
      )}
    </div>
  </fieldset>`;

const limits = html`<details class="limits">
  <summary>Limits and origins</summary>
  <div class="field">
    <label for="origins">Other origins that it may move to</label>
    <textarea
      id="origins"
      name="origins"
      rows="2"
      placeholder="https://login.example"
      aria-describedby="origins-hint"
    ></textarea>
    <p class="muted" id="origins-hint">One a line. Pages there are told about the conversation as well.</p>
  </div>
  <div class="field">
    <label for="aliases">Other names under which it asks for the conversation</label>
    <textarea id="aliases" name="aliases" rows="1"></textarea>
    <p class="muted">One a line. <code>chatwoot-dashboard-app:fetch-info</code> is always heard.</p>
  </div>
  <fieldset class="group">
    <legend>It may</legend>
    ${choices('sandbox', SANDBOX)}
  </fieldset>
  <fieldset class="group">
    <legend>It may ask for</legend>
    ${choices('allow', FEATURES)}
  </fieldset>
  <div class="field">
    <label for="referrerPolicy">Its server is told of this desk</label>
    <select id="referrerPolicy" name="referrerPolicy">
      <option value="no-referrer">nothing</option>
      <option value="origin">the address of the desk</option>
      <option value="strict-origin">the address of the desk, over https only</option>
    </select>
  </div>
</details>`;

/** The list of apps, the form for one of them, and the app as agents will see it. */
export function settingsBody(inboxes: readonly {id: string; name: string}[]): Html {
  return html`<div class="apps-page">
    <header class="page-head">
      <div>
        <h1>Dashboard apps</h1>
        <p class="muted">
          Pages of your own beside every conversation. They are told about the conversation and the contact.
        </p>
      </div>
      <button class="button" id="add">Add new dashboard app</button>
    </header>
    <p class="error" id="page-error" role="alert" hidden></p>
    <p class="visually-hidden" id="status" role="status"></p>
    <ol class="card app-list" id="apps" aria-label="Dashboard apps" hidden></ol>
    <div class="card nothing" id="nothing" hidden>
      <p><strong>No apps yet</strong></p>
      <p class="muted">Show orders, subscriptions or refunds right where your team answers.</p>
    </div>
    <div class="workbench" id="workbench" hidden>
      <form class="card" id="form" novalidate>
        <h2 id="form-title" tabindex="-1">New app</h2>
        <div class="field">
          <label for="name">Name</label>
          <input id="name" name="name" maxlength="80" autocomplete="off" required />
        </div>
        <div class="field">
          <label for="url">Address</label>
          <input
            id="url"
            name="url"
            type="text"
            inputmode="url"
            autocomplete="off"
            spellcheck="false"
            placeholder="https://app.example/orders"
            aria-describedby="url-hint"
            required
          />
          <p class="muted" id="url-hint">
            After the host it may hold variables: <code>{{contact.external_id}}</code>,
            <code>{{contact.email}}</code>, <code>{{contact.attributes.plan}}</code>,
            <code>{{conversation.id}}</code>, <code>{{inbox.name}}</code>.
          </p>
        </div>
        ${placement} ${inboxFields(inboxes)} ${limits}
        <p class="error" id="form-error" role="alert" hidden></p>
        <div class="actions">
          <button class="button">Save</button>
          <button class="button quiet" type="button" id="test">Test</button>
          <button class="link" type="button" id="cancel">Cancel</button>
        </div>
      </form>
      <section class="card preview" aria-labelledby="preview-title">
        <h2 id="preview-title">As your team sees it</h2>
        <p class="muted">Told of an invented conversation with Ada Lovelace.</p>
        <div class="stage" id="stage"><p class="muted">Press Test to load the app here.</p></div>
        <ul class="log" id="log" aria-label="What the app does" aria-live="polite"></ul>
      </section>
    </div>
  </div>`;
}
