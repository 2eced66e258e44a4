import {html, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {css} from '../../themes/css.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {dataNodes} from '../templates/data-nodes.ts';
import type {ViewNode} from '../templates/nodes.ts';
import {resolve} from '../templates/resolve.ts';
import type {Scope} from '../templates/scope.ts';
import type {Template} from '../templates/template.ts';
import {renderParts} from '../view/nodes.ts';
import {viewStyles} from '../view/styles.ts';
import {ViewState} from '../view/view-state.ts';

const own = css`
  :host {
    display: block;
  }
  .base {
    display: block;
    color: var(--_text);
    background: var(--_surface);
  }
`;

/**
 * A system's answer, shown by a display template; without one, as a tree of labels and values.
 *
 * @customElement agent-template-view
 * @csspart base - All of it.
 */
export class AgentTemplateView extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    template: {attribute: false},
    data: {attribute: false},
    scope: {attribute: false},
    level: {type: Number},
  };
  static override styles = [tokens, reset, controls, viewStyles, own];

  #state = new ViewState(() => this.requestUpdate());
  #nodes: ViewNode[] = [];

  /** A display template, version 1. */
  template?: Template | null;

  /** The answer, parsed. */
  data?: unknown;

  /** What variables may name beside the answer: contact, conversation, inbox, agent; and locale, currency, time zone. */
  scope?: Scope;

  /** The level of the topmost heading. */
  level = 3;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('template') && !changed.has('data') && !changed.has('scope')) return;
    this.#nodes = this.template ? resolve(this.template, this.data, this.scope) : dataNodes(this.data);
  }

  override render(): TemplateResult {
    const view = {state: this.#state, level: this.level};
    return html`<div class="base" part="base">${renderParts(this.#nodes, view)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-template-view': AgentTemplateView;
  }
}
