import {html, raw} from 'hono/html';
import {languageOptions} from '../languages.ts';
import {layout, type Html} from '../pages/layout.ts';
import type {Configuration} from './configuration.ts';
import {inScript} from './in-script.ts';
import {TOKEN_GROUPS, type Token, type TokenGroup} from './tokens.ts';

export interface StudioPageOptions {
  siteId: string;
  saved: Configuration;
  nonce: string;
}

/** Two panes: what is edited, and the site as its visitors see it; below them the snippet. */
export function studioPage({siteId, saved, nonce}: StudioPageOptions): Html {
  return layout(
    'Theme studio',
    html`<link rel="stylesheet" href="/console/assets/studio.css" />
      <script nonce="${nonce}">
        window.studio = ${raw(inScript({siteId, saved}))};
      </script>
      <script type="module" src="/console/assets/studio.js"></script>`,
    html`<header class="bar">
        <a class="brand" href="/console/">App Inbox <span class="muted">console</span></a>
        <nav>
          <a href="/console/">Compose</a>
          <a href="/console/studio" aria-current="page">Theme studio</a>
          <a href="/shop/" target="_blank" rel="noopener">Shop</a>
        </nav>
        <form method="post" action="/console/sign-out"><button class="link">Sign out</button></form>
      </header>
      <main>
        <div class="panes studio-panes">
          <form class="editor" id="studio" novalidate>
            <h1>Theme studio</h1>
            ${placeFields()} ${TOKEN_GROUPS.map(tokenFields)} ${bellFields()} ${categoryFields()}
            ${designFields()} ${attentionFields()}
            <div class="send-bar">
              <p class="result" id="result" role="status"></p>
              <button class="button button-quiet" type="button" id="start-anew">Start anew</button>
              <button class="button" id="save">Save for the site</button>
            </div>
          </form>
          ${preview()}
        </div>
        ${snippet()}
      </main>`,
  );
}

const group = (title: string, content: Html | Html[], hint = '') =>
  html`<fieldset class="card">
    <legend>${title}</legend>
    ${hint ? html`<p class="muted hint">${hint}</p>` : ''} ${content}
  </fieldset>`;

const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select>
  </div>`;

const tick = (name: string, label: string) =>
  html`<label class="choice"><input type="checkbox" name="${name}" />${label}</label>`;

function placeFields(): Html {
  return group(
    'Place',
    html`<div class="row">
        ${choice('layout', 'The inbox is', [
          ['popover', 'a popover under the bell'],
          ['drawer', 'a drawer at the side'],
          ['page', 'a part of the page'],
        ])}
        ${choice('corner', 'The bell floats', [
          ['bottom-right', 'bottom right'],
          ['bottom-left', 'bottom left'],
          ['top-right', 'top right'],
          ['top-left', 'top left'],
        ])}
      </div>
      <div class="field" data-path="placement.selector">
        <label for="selector">or stands in this element of your page</label>
        <input id="selector" name="selector" class="code" autocomplete="off" placeholder="#header-tools" />
        <p class="error" id="selector-error" hidden></p>
      </div>`,
  );
}

/** One row: its label, the value as in CSS, and for a colour a picker that writes it. */
function tokenField({name, label, kind, fallback}: Token): Html {
  const id = `token-${name}`;
  return html`<div class="token" data-path="theme.${name}">
    <label for="${id}">${label}</label>
    ${kind === 'colour' ? html`<input type="color" value="${fallback.startsWith('#') ? fallback : '#888888'}" data-picks="${id}" aria-label="Pick: ${label}" />` : ''}
    <input id="${id}" data-token="${name}" data-kind="${kind}" placeholder="${fallback}" autocomplete="off" />
    <p class="error" id="${id}-error" hidden></p>
  </div>`;
}

function tokenFields({title, tokens}: TokenGroup): Html {
  const isFirst = title === 'Accent';
  const rows = html`<div class="tokens">${tokens.map(tokenField)}</div>`;
  if (!isFirst) {
    return html`<details class="card">
      <summary>${title}</summary>
      ${rows}
    </details>`;
  }
  return group(
    title,
    html`${rows}
    ${choice('scheme', 'Light or dark', [
      ['auto', 'as each visitor has it'],
      ['light', 'always light, in the inbox’s own colours'],
      ['dark', 'always dark, in the inbox’s own colours'],
    ])}`,
    'One colour is enough: the others follow from it, and stay readable in light and dark.',
  );
}

function bellFields(): Html {
  return group(
    'Bell',
    html`<div class="field" data-path="bellIcon">
        <label for="bellIcon">Drawing</label>
        <textarea
          id="bellIcon"
          name="bellIcon"
          class="code"
          rows="3"
          placeholder="&lt;svg viewBox=…"
        ></textarea>
        <p class="muted hint">An SVG of 24 × 24. Only its shapes are used. Empty: the bell.</p>
        <p class="error" id="bellIcon-error" hidden></p>
      </div>
      ${choice('badge', 'The number on it', [
        ['unread', 'is what the contact has not read'],
        ['unseen', 'is what the contact has not seen in the list'],
      ])}`,
  );
}

function categoryFields(): Html {
  return group(
    'Categories',
    html`<div class="rows" id="categories"></div>
      <template id="category-row">
        <div class="entry" role="group" aria-label="Category">
          <input
            data-entry="id"
            class="code"
            aria-label="Category, as messages have it"
            placeholder="orders"
            maxlength="100"
          />
          <input
            data-entry="names"
            aria-label="Names by language"
            placeholder="en: Orders, de: Bestellungen"
          />
          <label class="choice"><input type="checkbox" data-entry="hidden" />hidden</label>
          <button class="button button-quiet" type="button" data-move="up" aria-label="Move up">↑</button>
          <button class="button button-quiet" type="button" data-move="out" aria-label="Remove">×</button>
          <p class="error" hidden></p>
        </div>
      </template>
      <button class="button button-quiet" type="button" data-adds="category">Add a category</button>`,
    'In this order over the list; others that there are follow. Without names they are called what messages call them.',
  );
}

function designFields(): Html {
  return group(
    'Designs of notifications',
    html`<div class="rows" id="designs"></div>
      <template id="design-row">
        <div class="entry entry-design" role="group" aria-label="Design">
          <input
            data-entry="category"
            class="code"
            aria-label="Of this category; empty: of all"
            placeholder="all others"
            maxlength="100"
          />
          <button class="button button-quiet" type="button" data-move="out" aria-label="Remove">×</button>
          <textarea
            data-entry="html"
            class="code"
            rows="4"
            aria-label="HTML"
            placeholder="${'<b data-field="title"></b> <small data-field="content"></small>'}"
          ></textarea>
          <p class="error" hidden></p>
        </div>
      </template>
      <button class="button button-quiet" type="button" data-adds="design">Add a design</button>`,
    'HTML of a row: an element with data-field="title" (content, image, customData.…) gets that field. What could run or load is taken out.',
  );
}

function attentionFields(): Html {
  return group(
    'When something arrives',
    html`<div class="choices">
      ${tick('toasts', 'Toast')} ${tick('sound', 'Sound')} ${tick('title', 'Number in the title')}
      ${tick('favicon', 'Number on the icon')} ${tick('app', 'Number on the app')}
      ${tick('desktop', 'Desktop notification')}
    </div>`,
  );
}

function preview(): Html {
  return html`<section class="preview" aria-labelledby="preview-heading">
    <div class="preview-bar">
      <h2 id="preview-heading">As your visitors see it</h2>
      <label class="visually-hidden" for="preview-language">Language of the preview</label>
      <select id="preview-language">
        ${languageOptions()}
      </select>
      <label class="visually-hidden" for="preview-scheme">The visitor’s colours</label>
      <select id="preview-scheme">
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
      <label class="visually-hidden" for="preview-width">The visitor’s screen</label>
      <select id="preview-width">
        <option value="wide">Desktop</option>
        <option value="phone">Phone</option>
      </select>
    </div>
    <div class="stage">
      <iframe id="frame" title="A site with this inbox" src="/console/studio-frame?open=1"></iframe>
    </div>
    <div class="preview-foot">
      <button class="button button-quiet" type="button" id="arrival">Try a toast</button>
    </div>
  </section>`;
}

function snippet(): Html {
  return html`<section class="sent" aria-labelledby="snippet-heading">
    <div class="sent-bar">
      <h2 id="snippet-heading">The snippet for your pages</h2>
      <label class="choice"><input type="checkbox" id="carries" />with these settings in it</label>
      <button class="button button-quiet" type="button" id="copy">Copy</button>
    </div>
    <pre class="snippet" tabindex="0" aria-label="Snippet"><code id="snippet"></code></pre>
    <p class="muted hint">
      Saved settings come with the script by themselves. Put them into the snippet for a page that differs.
    </p>
  </section>`;
}
