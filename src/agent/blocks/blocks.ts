import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {css} from '../../themes/css.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {renderIcon} from '../icons/icon.ts';
import {renderHeading, renderParts} from '../view/nodes.ts';
import {viewStyles} from '../view/styles.ts';
import {renderLink} from '../view/values.ts';
import {ViewState} from '../view/view-state.ts';
import {readResponse, type BlocksView} from './read-response.ts';
import {words} from './words.ts';

const own = css`
  :host {
    display: block;
  }
  .base {
    display: block;
    color: var(--_text);
    background: var(--_surface);
  }
  .contact {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 12px;
    margin-block-end: 12px;
  }
  .contact > * {
    overflow-wrap: anywhere;
  }
  .contact .name {
    font-weight: 600;
  }
  .block + .block {
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .block > .heading {
    margin-block-end: 8px;
    font-size: 14px;
    line-height: 20px;
  }
`;

/**
 * A client integration's answer: blocks of lists, tables, accordions and other systems' markup.
 *
 * @customElement agent-blocks
 * @csspart base - All of it.
 */
export class AgentBlocks extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    response: {attribute: false},
    htmlFrameUrl: {attribute: 'html-frame-url'},
    level: {type: Number},
  };
  static override styles = [tokens, reset, controls, viewStyles, own];

  #state = new ViewState(() => this.requestUpdate());
  #view: BlocksView = {blocks: []};

  /** What the platform passed on, or the system's answer itself: it is read with patience. */
  response?: unknown;

  /** Where the frame's page is served. Without it, markup with scripts runs only where the page's policy lets it. */
  htmlFrameUrl?: string;

  /** The level of the topmost heading. */
  level = 3;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('response')) this.#view = readResponse(this.response);
  }

  override render(): TemplateResult {
    const {contactName, contactLink, blocks} = this.#view;
    return html`<div class="base" part="base">
      ${
        contactName || contactLink
          ? html`<div class="contact">
              <span class="name" dir="auto">${contactName}</span>
              ${contactLink ? renderLink(contactLink.url, contactLink.text) : nothing}
            </div>`
          : nothing
      }
      ${blocks.map((block) => this.#renderBlock(block))}
      ${blocks.length === 0 ? html`<p class="empty">${words.noBlocks}</p>` : nothing}
    </div>`;
  }

  #renderBlock({name, icon, nodes}: BlocksView['blocks'][number]): TemplateResult {
    const view = {
      state: this.#state,
      level: this.level + 1,
      renderHtml: (markup: string) =>
        html`<agent-html-frame
          .html=${markup}
          .frameUrl=${this.htmlFrameUrl}
          .name=${name}
          .theme=${this.theme}
        ></agent-html-frame>`,
    };
    const title = html`${renderIcon(icon)}<span>${name}</span>`;
    return html`<section class="block">
      ${name || icon ? renderHeading(this.level, title) : nothing} ${renderParts(nodes, view)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-blocks': AgentBlocks;
  }
}
