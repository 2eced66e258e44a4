import {html} from 'hono/html';
import type {Html} from './layout.ts';

/** As the inbox shows them. */
const MAX_ACTIONS = 3;

/**
 * A labelled control with the place where its error is said.
 *
 * @param path the field's path in a message, which errors of the platform name
 */
function field(path: string, label: string, control: Html, hint = ''): Html {
  return html`<div class="field" data-path="${path}">
    <label for="${path}">${label}</label>
    ${control} ${hint ? html`<p class="muted hint">${hint}</p>` : ''}
    <p class="error" id="${path}-error" hidden></p>
  </div>`;
}

const input = (path: string, type = 'text', more: Html | string = '') =>
  html`<input id="${path}" name="${path}" type="${type}" autocomplete="off" ${more} />`;

const group = (title: string, content: Html) =>
  html`<fieldset class="card">
    <legend>${title}</legend>
    ${content}
  </fieldset>`;

export function recipientFields(): Html {
  const kind = (value: string, label: string, isChecked = false) =>
    html`<label class="choice">
      <input type="radio" name="to" value="${value}" ${isChecked ? 'checked' : ''} />${label}
    </label>`;
  return group(
    'To',
    html`<div class="choices">
        ${kind('contact', 'One contact', true)} ${kind('contacts', 'Several')} ${kind('segment', 'A segment')}
        ${kind('all', 'Everyone')}
      </div>
      <div data-to="contact">
        ${field('contact', 'Contact', html`<select id="contact" name="contact"></select>`)}
      </div>
      <div data-to="contacts" hidden>
        <div class="field" data-path="contacts">
          <span id="contacts-label" class="label">Contacts</span>
          <div class="people" id="contacts" role="group" aria-labelledby="contacts-label"></div>
          <p class="error" id="contacts-error" hidden></p>
        </div>
      </div>
      <div data-to="segment" class="row" hidden>
        ${field('segment.language', 'Language', input('segment.language', 'text', html`placeholder="uk" size="6"`))}
        ${field('segment.tags', 'Tags', input('segment.tags'), 'All of them, separated by commas.')}
        <p class="error" data-path="segment" id="segment-error" hidden></p>
      </div>`,
  );
}

export function contentFields(): Html {
  return group(
    'Message',
    html`${field('title', 'Title', input('title', 'text', html`maxlength="500" required`))}
      ${field(
        'content',
        'Text',
        html`<textarea id="content" name="content" rows="4" maxlength="20000"></textarea>`,
        'Simple HTML is welcome: bold, italic, lists, links.',
      )}
      <div class="row">
        ${field('image', 'Image', input('image', 'text', html`inputmode="url" list="images"`))}
        ${field('link', 'Link', input('link', 'text', html`inputmode="url"`))}
      </div>
      <div class="row">
        ${field('avatar.name', 'From a person', input('avatar.name', 'text', html`maxlength="100"`), 'Shown as their picture, or their initials.')}
        ${field('avatar.image', 'Their picture', input('avatar.image', 'text', html`inputmode="url" list="faces"`))}
      </div>
      <datalist id="faces">
        ${['nadia', 'owen', 'elin', 'sami'].map(
          (name) => html`<option value="/desk/assets/agent-${name}.svg"></option>`,
        )}
      </datalist>
      <datalist id="images">
        ${['black-krim', 'iceland', 'meteor', 'velvet-queen'].map(
          (name) => html`<option value="/shop/images/${name}.png"></option>`,
        )}
      </datalist>
      <label class="choice"><input type="checkbox" name="openInNewTab" />Open the link in a new tab</label>
      <div class="field" data-path="actions">
        <span class="label">Buttons</span>
        ${Array.from({length: MAX_ACTIONS}, (_, i) => actionRow(i))}
        <p class="error" id="actions-error" hidden></p>
      </div>
      <div id="translations"></div>
      <p class="row add">
        <label for="new-language">Translate into</label>
        <input id="new-language" size="6" maxlength="35" placeholder="uk" autocomplete="off" />
        <button class="button button-quiet" type="button" id="add-translation">Add</button>
      </p>
      <p class="error" data-path="translations" id="translations-error" hidden></p>`,
  );
}

function actionRow(index: number): Html {
  const name = (part: string) => `actions.${index}.${part}`;
  const n = index + 1;
  return html`<div class="action" data-path="actions.${index}">
    <input name="${name('label')}" aria-label="Button ${n}: label" placeholder="Label" maxlength="100" />
    <input
      name="${name('link')}"
      aria-label="Button ${n}: link"
      placeholder="Link (optional)"
      inputmode="url"
    />
    <select name="${name('style')}" aria-label="Button ${n}: style">
      <option value="secondary">Plain</option>
      <option value="primary">Filled</option>
    </select>
    <p class="error" id="actions.${index}-error" hidden></p>
  </div>`;
}

export function detailFields(): Html {
  return group(
    'Details',
    html`<div class="row">
        ${field('category', 'Category', input('category', 'text', html`list="categories" maxlength="64"`))}
        ${field(
          'severity',
          'Severity',
          html`<select id="severity" name="severity">
            <option value="low">Low</option>
            <option value="normal" selected>Normal</option>
            <option value="high">High</option>
          </select>`,
        )}
      </div>
      <datalist id="categories">
        ${['orders', 'offers', 'garden', 'account'].map((name) => html`<option value="${name}"></option>`)}
      </datalist>
      <label class="choice"><input type="checkbox" name="pinned" />Pin to the top</label>
      ${field('entity', 'About', input('entity', 'text', html`maxlength="200" placeholder="order:T-204817"`), 'What the message is about, so that others about the same belong together.')}
      ${field(
        'customData',
        'Custom data',
        html`<textarea
          id="customData"
          name="customData"
          class="code"
          rows="3"
          spellcheck="false"
          placeholder='{"points": 120}'
        ></textarea>`,
        'A JSON object that your page gets with the notification; `avatar` in it is the person above.',
      )}`,
  );
}

export function deliveryFields(): Html {
  return group(
    'When',
    html`<div class="row">
      ${field('sendAt', 'Send at', input('sendAt', 'datetime-local'), 'Empty: now.')}
      ${field(
        'lifetime',
        'Show for',
        html`<select id="lifetime" name="lifetime">
          <option value="3600">An hour</option>
          <option value="86400" selected>A day</option>
          <option value="604800">A week</option>
          <option value="2592000">30 days</option>
          <option value="until">Until…</option>
        </select>`,
      )}
      <div data-lifetime="until" hidden>
        ${field('expiryDate', 'Until', input('expiryDate', 'datetime-local'))}
      </div>
    </div>`,
  );
}
