import {html} from 'hono/html';
import type {Me} from '../platform.ts';

export type Html = ReturnType<typeof html>;

/** A place of the sidebar. */
interface Place {
  href: string;
  label: string;
  isForAdmins?: boolean;
}

/** In the order of the day: who is there, then what is set up once. */
const PLACES: readonly Place[] = [
  {href: '/desk/', label: 'Contacts'},
  {href: '/desk/conversations', label: 'Conversations'},
  {href: '/desk/conversations/statistics', label: 'Chat statistics'},
  {href: '/desk/integrations', label: 'Integrations'},
  {href: '/desk/settings/integrations/dashboard-apps', label: 'Dashboard apps', isForAdmins: true},
  {href: '/desk/audit', label: 'Audit log', isForAdmins: true},
];

/** The whole document of a page of the desk. */
export function documentOf(title: string, head: Html | string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · App Inbox desk</title>
        <link rel="icon" href="/desk/assets/desk.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/assets/site.css" />
        <link rel="stylesheet" href="/desk/assets/desk.css" />
        <link rel="stylesheet" href="/desk/assets/pages.css" />
        ${head}
      </head>
      ${body}
    </html>`;
}

export interface DeskPage {
  me: Me;
  title: string;
  /** Which place of the sidebar this belongs to: its address. */
  place: string;
  /** More scripts and style sheets. */
  head?: Html | string;
  /** What stands beside the sidebar. */
  body: Html;
}

/**
 * A page with the team's sidebar. Scripts find who is signed in, with the CSRF token, as JSON in the attribute
 * `data-me` of the body.
 */
export function deskPage({me, title, place, head = '', body}: DeskPage): Html {
  return documentOf(
    title,
    html`${head}
      <script type="module" src="/desk/assets/availability.js"></script>`,
    html`<body class="desk" data-me="${JSON.stringify(me)}">
      <a class="skip" href="#main">Skip to the page</a>
      ${sidebar(me, place)}
      <main id="main" tabindex="-1">${body}</main>
    </body>`,
  );
}

function sidebar({agent, team, inboxes}: Me, current: string): Html {
  const link = (href: string, label: string) =>
    html`<li><a href="${href}" ${href === current ? html`aria-current="page"` : ''}>${label}</a></li>`;
  const places = PLACES.filter(({isForAdmins}) => !isForAdmins || agent.role === 'admin');
  return html`<header class="sidebar">
    <p class="brand">
      <a href="/desk/">App Inbox <span class="muted">desk</span></a>
    </p>
    <p class="team">${team.name}</p>
    <nav aria-label="Team">
      <ul>
        ${places.map(({href, label}) => link(href, label))}
      </ul>
      <h2>Inboxes</h2>
      <ul>
        ${inboxes.map(({id, name}) => link(`/desk/inboxes/${id}/settings`, name))}
      </ul>
    </nav>
    <div class="account">
      <p>
        <strong>${agent.name}</strong>
        <span class="muted">${agent.role === 'admin' ? 'Admin' : 'Agent'}</span>
      </p>
      ${availability(agent)}
      <form method="post" action="/desk/sign-out"><button class="link">Sign out</button></form>
    </div>
  </header>`;
}

/** The word beside the switch says what its name does not: what it is when it is off. */
function availability({isAway}: Me['agent']): Html {
  return html`<div class="availability">
    <button
      type="button"
      role="switch"
      class="switch"
      id="availability"
      aria-checked="${isAway ? 'false' : 'true'}"
      aria-label="Available"
    ></button>
    <label for="availability">${isAway ? 'Away' : 'Available'}</label>
    <span class="status" id="availability-status" role="status"></span>
  </div>`;
}
