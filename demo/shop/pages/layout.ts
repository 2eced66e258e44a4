import {html} from 'hono/html';
import {chatCommands} from '../chat.ts';
import type {Customer} from '../customers.ts';
import {KINDS} from '../products.ts';
import {snippet} from '../snippet.ts';
import {directionOf, LANGUAGE_NAMES, LANGUAGES, type Speech} from '../words/index.ts';

export type Html = ReturnType<typeof html>;

/** What every page of the shop knows about the visitor. */
export interface Visit extends Speech {
  customer: Customer | undefined;
  theme: 'light' | 'dark' | undefined;
  /** Packets in the basket. */
  packets: number;
  /** Address of this page, to come back to. */
  path: string;
  nonce: string;
  scriptsUrl: string;
  siteId: string;
}

/** The whole document around a page's content. */
export function layout(visit: Visit, title: string, content: Html): Html {
  const {say, language, theme} = visit;
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}" data-theme="${theme ?? 'auto'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Tilth</title>
        <meta name="description" content="${say('tagline')}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/shop/assets/tilth.svg" type="image/svg+xml" />
        ${['base', 'frame', 'pages', 'shop'].map(
          (name) => html`<link rel="stylesheet" href="/shop/assets/${name}.css" />`,
        )}
        <script src="/shop/assets/inbox-token.js"></script>
        ${snippet(visit)} ${chatCommands(visit)}
        <script src="/shop/assets/shop.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${say('skipToContent')}</a>
        <header>${preferences(visit)} ${bar(visit)}</header>
        <main id="content" tabindex="-1">${content}</main>
        <footer class="foot">
          <p class="foot-mark" aria-hidden="true">tilth</p>
          <p>${say('tagline')}.</p>
          <p class="muted">${say('footer')}</p>
        </footer>
      </body>
    </html>`;
}

/** The strip at the very top: language, colours, who is signed in. */
function preferences({say, language, customer, path}: Visit): Html {
  return html`<div class="strip">
    <form class="strip-form" method="post" action="/shop/preferences" data-auto-submit>
      <input type="hidden" name="back" value="${path}" />
      <label class="visually-hidden" for="language">${say('language')}</label>
      <select id="language" name="language">
        ${LANGUAGES.map(
          (code) =>
            html`<option value="${code}" lang="${code}" ${code === language ? 'selected' : ''}>
              ${LANGUAGE_NAMES[code]}
            </option>`,
        )}
      </select>
      <noscript><button class="link">${say('apply')}</button></noscript>
    </form>
    <form class="strip-form" method="post" action="/shop/preferences">
      <input type="hidden" name="back" value="${path}" />
      <button class="icon-button to-dark" name="theme" value="dark" aria-label="${say('switchToDark')}">
        ${moon}
      </button>
      <button class="icon-button to-light" name="theme" value="light" aria-label="${say('switchToLight')}">
        ${sun}
      </button>
    </form>
    <span class="strip-gap"></span>
    ${
      customer
        ? html`<span class="strip-name">${say('greeting', customer.firstName)}</span>
            <form class="strip-form" method="post" action="/shop/sign-out" data-sign-out>
              <button class="link">${say('signOut')}</button>
            </form>`
        : html`<a class="link" href="/shop/sign-in">${say('signIn')}</a>`
    }
  </div>`;
}

/** Where things are: the shelves, the orders, the basket, the bell. */
function bar({say, packets, path}: Visit): Html {
  const link = (href: string, text: string) =>
    html`<a href="${href}" ${path === href ? html`aria-current="page"` : ''}>${text}</a>`;
  return html`<div class="top">
    <a class="mark" href="/shop/" aria-label="Tilth">${sprout}<span aria-hidden="true">tilth</span></a>
    <nav class="nav">
      ${link('/shop/', say('catalogue'))} ${KINDS.map((kind) => link(`/shop/?kind=${kind}`, say(kind)))}
    </nav>
    <div class="tools">
      ${link('/shop/orders', say('account'))}
      <a
        class="basket"
        href="/shop/cart"
        aria-label="${packets ? say('cartWithCount', packets) : say('cart')}"
      >
        ${bag}${packets ? html`<span class="basket-count" aria-hidden="true">${packets}</span>` : ''}
      </a>
      <span id="inbox-bell"></span>
    </div>
  </div>`;
}

const moon = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
</svg>`;
const sun = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="3.5" />
  <path
    d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4"
  />
</svg>`;
const bag = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 9h16l-1.6 10.2a1.5 1.5 0 0 1-1.5 1.3H7.1a1.5 1.5 0 0 1-1.5-1.3zM8.5 9l2-5.5M15.5 9l-2-5.5" />
</svg>`;
const sprout = html`<svg viewBox="0 0 32 32" aria-hidden="true">
  <path d="M16 29V14M16 17C7 17 4 11 4 5c8 0 12 4 12 12zM16 14c0-7 4-10 12-10 0 7-4 11-12 11" />
</svg>`;
