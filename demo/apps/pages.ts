import {html, raw} from 'hono/html';

type Html = ReturnType<typeof html>;

interface AppPage {
  title: string;
  /** The origins of the desks that may show the app: what it is told by others, it does not hear. */
  desks: readonly string[];
  /** Of this answer: for the one inline script, which says where the package is. */
  nonce: string;
  body: Html;
  script: string;
}

/** An import map, as an app without a bundler has it: the package is served beside it. */
const IMPORTS = raw(JSON.stringify({imports: {'app-inbox/guest': '/package/entries/guest.js'}}));

function page({title, desks, nonce, body, script}: AppPage): Html {
  return html`<!doctype html>
    <html lang="en" data-desks="${JSON.stringify(desks)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/public/app.css" />
        <script type="importmap" nonce="${nonce}">
          ${IMPORTS}
        </script>
        <script type="module" src="${script}"></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

type Place = Pick<AppPage, 'desks' | 'nonce'>;

/** A page that listens, as the first dashboard apps were written: no helper, no library. */
export const contactPage = (place: Place): Html =>
  page({
    ...place,
    title: 'Contact details',
    script: '/public/contact.js',
    body: html`<main><p id="waiting" class="muted">Waiting for a conversation…</p></main>`,
  });

/** The same wish in React, with the helper. */
export const glancePage = (place: Place): Html =>
  page({
    ...place,
    title: 'At a glance',
    script: '/built/glance.js',
    body: html`<main id="root"></main>`,
  });

/** An app that shows what is not for everybody: its backend wants to know whom it answers. */
export const ordersPage = (place: Place): Html =>
  page({
    ...place,
    title: 'Orders',
    script: '/public/orders.js',
    body: html`<main>
      <h1>Orders</h1>
      <p id="status" role="status" class="muted">Waiting for a conversation…</p>
      <ul id="orders" class="orders"></ul>
    </main>`,
  });
