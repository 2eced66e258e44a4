import {html} from 'hono/html';
import type {Desk} from '../env.ts';
import type {Me} from '../platform.ts';
import {deskPage, type Html} from './layout.ts';

/** `/desk/`: what is open, or all contacts, with the profile of whoever is chosen beside. */
export function addContactPages(desk: Desk): void {
  desk.get('/', (c) => {
    const isOfContacts = c.req.query('list') === 'contacts';
    const me = c.get('me');
    return c.html(
      deskPage({
        me,
        title: isOfContacts ? 'Contacts' : 'Open now',
        place: '/desk/',
        head: html`<script type="module" src="/desk/assets/contacts.js"></script>`,
        body: html`<div class="workplace">${finder(me, isOfContacts)} ${side()}</div>`,
      }),
    );
  });
}

const tab = (href: string, label: string, isCurrent: boolean): Html =>
  html`<a href="${href}" ${isCurrent ? html`aria-current="page"` : ''}>${label}</a>`;

function finder(me: Me, isOfContacts: boolean): Html {
  return html`<section class="finder" id="finder" data-list="${isOfContacts ? 'contacts' : 'views'}">
    <div class="finder-bar">
      <h1>${isOfContacts ? 'Contacts' : 'Open now'}</h1>
      <nav class="tabs" aria-label="Lists">
        ${tab('/desk/', 'Open now', !isOfContacts)} ${tab('/desk/?list=contacts', 'Contacts', isOfContacts)}
      </nav>
      ${
        isOfContacts
          ? html`<label class="visually-hidden" for="search">Find a contact</label>
              <input id="search" type="search" placeholder="Name, e-mail, phone or id" autocomplete="off" />`
          : ''
      }
      <label class="visually-hidden" for="inbox">Inbox</label>
      <select id="inbox">
        ${isOfContacts ? '' : html`<option value="">All inboxes</option>`}
        ${me.inboxes.map(({id, name}) => html`<option value="${id}">${name}</option>`)}
      </select>
    </div>
    <ul class="entries" id="entries"></ul>
    <p class="status" id="entries-status" role="status">Loading…</p>
    <button type="button" class="button button-quiet" id="more" hidden>Show more</button>
  </section>`;
}

function side(): Html {
  return html`<aside class="side" id="side" aria-labelledby="side-title" tabindex="-1" hidden>
    <div class="side-bar">
      <h2 id="side-title" dir="auto">Profile</h2>
      <button type="button" class="icon-button" id="side-close" aria-label="Close the profile">
        <span class="icon-close" aria-hidden="true"></span>
      </button>
    </div>
    <p class="status" id="side-status" role="status"></p>
    <agent-contact-profile></agent-contact-profile>
  </aside>`;
}
