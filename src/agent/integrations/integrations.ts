import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {ReactiveElement, type PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {AgentClient} from '../client.ts';
import type {Inbox, Integration} from '../records.ts';
import {IntegrationOpenEvent} from './events.ts';
import {form} from './form.styles.ts';
import {styles} from './integrations.styles.ts';
import {words} from './words.ts';

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

/**
 * The team's integrations: what they ask, where they are attached, and who changed them last.
 *
 * @customElement agent-integrations
 * @fires {IntegrationOpenEvent} integration-open - One has been chosen; cancelled, its address is not gone to.
 * @csspart base - All of it.
 * @csspart row - One integration.
 */
export class AgentIntegrations extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    client: {attribute: false},
    inboxes: {attribute: false},
    baseHref: {attribute: 'base-href'},
    theme: {reflect: true},
    list: {state: true},
    error: {state: true},
  };
  static override styles = [tokens, reset, controls, form, styles];

  /** Of `createAgentClient`. */
  client?: AgentClient;
  /** The team's inboxes, for their names. */
  inboxes: readonly Inbox[] = [];
  /** Where an integration's page is: this, with its id behind. */
  baseHref = '/desk/integrations/';
  /** @default the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  private list?: readonly Integration[];
  private error = '';
  #loading?: AbortController;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.client) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  /** Asks for the list anew; what is there stays until the answer. */
  async load(): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      this.list = await this.client!.integrations(loading.signal);
      this.error = '';
    } catch (error) {
      if (!loading.signal.aborted) this.error = error instanceof Error ? error.message : words.failed;
    }
  }

  override render(): TemplateResult {
    return html`<div class="base" part="base" lang="en" aria-busy=${!this.list && !this.error}>
      ${this.error ? this.#renderError() : nothing}
      ${this.list ? this.#renderList(this.list) : this.#renderWaiting()}
    </div>`;
  }

  #renderWaiting(): unknown {
    if (this.error) return nothing;
    return html`<div class="rows" role="status" aria-label=${words.loading}>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`;
  }

  #renderError(): TemplateResult {
    return html`<div class="empty" role="alert">
      <p class="error">${this.error}</p>
      <button class="button" @click=${() => this.load()}>${words.tryAgain}</button>
    </div>`;
  }

  #renderList(list: readonly Integration[]): TemplateResult {
    if (list.length === 0) {
      return html`<div class="empty">
        <h2>${words.none}</h2>
        <p>${words.noneHint}</p>
      </div>`;
    }
    return html`<ul class="rows">
      ${list.map((integration) => html`<li class="row" part="row">${this.#renderRow(integration)}</li>`)}
    </ul>`;
  }

  #renderRow({
    id,
    name,
    description,
    method,
    url,
    isActive,
    display,
    inboxIds,
    ...rest
  }: Integration): TemplateResult {
    const names = this.inboxes.filter((inbox) => inboxIds.includes(inbox.id)).map((inbox) => inbox.name);
    const when = new Date(rest.updatedAt).toLocaleString('en', {dateStyle: 'medium', timeStyle: 'short'});
    return html`<div>
        <h2>
          <a
            href=${this.baseHref + encodeURIComponent(id)}
            dir="auto"
            @click=${(event: Event) => this.#open(event, id)}
          >
            ${name}
          </a>
        </h2>
        ${description ? html`<p dir="auto">${description}</p>` : nothing}
        <p>${method} ${hostOf(url)} · ${names.join(', ') || words.noInbox}</p>
      </div>
      <div class="end">
        <span class="pills">
          <span class="pill ${isActive ? 'good' : ''}">${isActive ? words.active : words.inactive}</span>
          ${display ? nothing : html`<span class="pill">${words.hidden}</span>`}
        </span>
        <p>${words.changed(when, rest.updatedBy)}</p>
      </div>`;
  }

  #open(event: Event, id: string): void {
    if (!this.dispatchEvent(new IntegrationOpenEvent(id))) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-integrations': AgentIntegrations;
  }
}
