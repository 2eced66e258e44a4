import {html, nothing, type TemplateResult} from 'lit/html.js';
import {initialsOf} from '../../elements/base/initials.ts';
import {dataNodes} from '../templates/data-nodes.ts';
import type {PairNode} from '../templates/nodes.ts';
import {safeUrl} from '../templates/links.ts';
import {renderNodes} from '../view/nodes.ts';
import {renderLink} from '../view/values.ts';
import type {ViewState} from '../view/view-state.ts';
import type {ProfileContact} from './profile-client.ts';
import {words} from './words.ts';

export interface Head {
  contact?: ProfileContact | null;
  /** What the client integration calls them, and where they can be seen. */
  name?: string;
  link?: {url: string; text: string};
  state: ViewState;
}

const linked = (label: string, text: string, url: string | undefined): PairNode => ({
  label,
  value: url ? {kind: 'link', text, url} : {kind: 'text', text},
  copy: text,
});

function pairsOf({emails = [], phones = [], externalId}: ProfileContact): PairNode[] {
  return [
    ...emails.map((email) => linked(words.email, email, safeUrl(`mailto:${encodeURI(email)}`))),
    ...phones.map((phone) => linked(words.phone, phone, safeUrl(`tel:${phone.replace(/[^+\d]/g, '')}`))),
    ...(externalId ? [linked(words.externalId, externalId, undefined)] : []),
  ];
}

/** Who it is: name, addresses, ids, attributes, and the way to them in another system. */
export function renderHead({contact, name, link, state}: Head): TemplateResult {
  const shown = contact?.name || name || (contact ? words.unnamed : words.noContact);
  const rows = contact ? pairsOf(contact) : [];
  const attributes = Object.entries(contact?.attributes ?? {}).filter(([, value]) => value !== null);
  const view = {state, level: 3};
  return html`<header class="head">
    <div class="who">
      <span class="avatar" aria-hidden="true">${initialsOf(contact?.name || name || '') || '?'}</span>
      <div class="names">
        <h2 dir="auto">${shown}</h2>
        ${link ? renderLink(link.url, link.text) : nothing}
        ${contact || name ? nothing : html`<p class="hint">${words.noContactHint}</p>`}
      </div>
    </div>
    ${rows.length ? renderNodes([{kind: 'pairs', key: 'head', layout: 'inline', rows}], view) : nothing}
    ${
      attributes.length
        ? renderNodes(
            [
              {
                kind: 'group',
                key: 'attributes',
                isCard: false,
                title: words.attributes,
                fold: attributes.length > 6 ? 'closed' : 'open',
                nodes: dataNodes(Object.fromEntries(attributes)),
              },
            ],
            view,
          )
        : nothing
    }
  </header>`;
}
