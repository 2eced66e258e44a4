import {html} from 'hono/html';
import {languageOptions} from '../languages.ts';
import {contentFields, deliveryFields, detailFields, recipientFields} from './fields.ts';
import {layout, type Html} from './layout.ts';

/** Two panes, what is edited and what the contact will see, and below them what was sent. */
export function composePage(): Html {
  return layout(
    'Compose',
    html`<script type="module" src="/console/assets/console.js"></script>`,
    html`<header class="bar">
        <a class="brand" href="/console/">App Inbox <span class="muted">console</span></a>
        <nav>
          <a href="#compose">Compose</a>
          <a href="#sent">Sent</a>
          <a href="/console/studio">Theme studio</a>
          <a href="/shop/" target="_blank" rel="noopener">Shop</a>
        </nav>
        <form method="post" action="/console/sign-out"><button class="link">Sign out</button></form>
      </header>
      <main>
        <div class="panes" id="compose">
          <form class="editor" id="message" novalidate>
            <h1>New message</h1>
            ${recipientFields()} ${contentFields()} ${detailFields()} ${deliveryFields()}
            <div class="send-bar">
              <p class="result" id="result" role="status"></p>
              <button class="button" id="send">Send message</button>
            </div>
          </form>
          ${preview()}
        </div>
        ${sent()}
      </main>`,
  );
}

function preview(): Html {
  return html`<section class="preview" aria-labelledby="preview-heading">
    <div class="preview-bar">
      <h2 id="preview-heading">As your contact sees it</h2>
      <label class="visually-hidden" for="preview-language">Language of the preview</label>
      <select id="preview-language">
        ${languageOptions()}
      </select>
      <label class="visually-hidden" for="preview-theme">Colours of the preview</label>
      <select id="preview-theme">
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </div>
    <iframe
      id="preview"
      title="The inbox with this message"
      src="/console/preview-frame?language=en"
    ></iframe>
  </section>`;
}

function sent(): Html {
  const columns = ['Sent', 'Delivered', 'Seen', 'Opened', 'Clicked'];
  return html`<section class="sent" id="sent" aria-labelledby="sent-heading">
    <div class="sent-bar">
      <h2 id="sent-heading">Sent messages</h2>
      <button class="button button-quiet" id="newer" disabled>Newer</button>
      <button class="button button-quiet" id="older" disabled>Older</button>
    </div>
    <div class="table-frame" role="region" aria-label="Table of sent messages" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Message</th>
            ${columns.map((column) => html`<th scope="col" class="number">${column}</th>`)}
            <th scope="col"><span class="visually-hidden">Withdraw</span></th>
          </tr>
        </thead>
        <tbody id="sent-rows"></tbody>
      </table>
      <p class="muted none" id="sent-none" hidden>Nothing sent yet. What you send shows up here.</p>
    </div>
  </section>`;
}
