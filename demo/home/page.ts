import {html} from 'hono/html';
import {CUSTOMERS} from '../shop/customers.ts';

type Html = ReturnType<typeof html>;

/**
 * @param origin where this demo is reached
 * @param apiKey shown in the examples; undefined: the reader has to put in their own
 */
export function homePage(origin: string, apiKey: string | undefined): Html {
  const {externalCustomerId, token, send} = examples(origin, apiKey ?? 'YOUR_API_KEY');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>App Inbox</title>
        <link rel="icon" href="/home/home.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/home/home.css" />
        <script src="/home/home.js" defer></script>
      </head>
      <body>
        <main>
          <header>
            <p class="brand">App Inbox</p>
            <h1>Messages that wait on your site, not in a mailbox.</h1>
            <p class="lead">
              One script tag puts a bell and an inbox on any website. Your backend sends, your customers read,
              on every device they are signed in on. This is the whole of it, running on this machine.
            </p>
          </header>
          <ul class="places">
            ${place('/shop/', 'The shop', 'A customer’s site with the bell in its header. Sign in as one of eight people and place an order.')}
            ${place('/console/', 'The console', 'Where messages are written, previewed and sent, and where you see who opened them.')}
            ${place('/desk/', 'The desk', 'Where agents answer, with what the organisation’s other systems know of each contact.')}
            ${place('/openapi.json', 'The API', 'Every route of the platform as an OpenAPI document, generated from what validates it.')}
          </ul>
          <section aria-labelledby="try">
            <h2 id="try">Try it in two windows</h2>
            <ol class="steps">
              <li>Open the <a href="/shop/sign-in">shop</a> and sign in as ${CUSTOMERS[0]!.firstName}.</li>
              <li>
                Paste this into a terminal, or use the <a href="/console/">console</a>. The bell rings at
                once. ${command('Send a message', send)}
              </li>
              <li>
                A customer’s backend gets the token for the browser like this. The key never leaves the
                server. ${command(`Get a token for ${externalCustomerId}`, token)}
              </li>
            </ol>
            <p class="muted">
              ${
                apiKey
                  ? html`The API key of the demo is <code>${apiKey}</code>. Set
                      <code>APP_INBOX_API_KEY</code> to use your own.`
                  : html`Put the API key that you started this with in place of <code>YOUR_API_KEY</code>.`
              }
            </p>
          </section>
        </main>
      </body>
    </html>`;
}

function examples(origin: string, apiKey: string) {
  const externalCustomerId = CUSTOMERS[0]!.id;
  const curl = (path: string, body: object) =>
    [
      `curl -X POST ${origin}${path}`,
      `  -H 'Authorization: Bearer ${apiKey}'`,
      `  -H 'Content-Type: application/json'`,
      `  -d '${JSON.stringify(body, null, 2)}'`,
    ].join(' \\\n');
  return {
    externalCustomerId,
    token: curl('/v1/auth/contact/token', {externalCustomerId}),
    send: curl('/v1/messages', {
      contact: {externalCustomerId},
      title: 'Hello from the terminal',
      content: 'This came through <b>curl</b>.',
      link: '/shop/',
    }),
  };
}

const place = (href: string, title: string, text: string): Html =>
  html`<li>
    <a class="place" href="${href}"><strong>${title}</strong><span>${text}</span><code>${href}</code></a>
  </li>`;

const command = (title: string, text: string): Html =>
  html`<div class="command">
    <button type="button" class="copy" data-copy hidden aria-label="Copy: ${title}">Copy</button>
    <pre tabindex="0" aria-label="${title}"><code>${text}</code></pre>
  </div>`;
