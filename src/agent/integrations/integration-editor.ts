import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {ReactiveElement, type PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {AgentApiError, type AgentClient} from '../client.ts';
import {indexAfterKey, isRtl} from '../dashboard-apps/tab-keys.ts';
import type {Inbox, Integration, IntegrationDraft, Variable} from '../records.ts';
import {renderConfiguration} from './configuration.ts';
import {cleanDraft, draftOf, emptyDraft} from './draft.ts';
import {IntegrationDeleteEvent, IntegrationSaveEvent} from './events.ts';
import {form} from './form.styles.ts';
import {styles} from './integration-editor.styles.ts';
import {renderTemplateTab} from './template-tab.ts';
import {TestRun} from './test-run.ts';
import {renderTesting} from './testing.ts';
import {words} from './words.ts';

const TABS = ['configuration', 'testing', 'template'] as const;
type Tab = (typeof TABS)[number];

/**
 * Edits one integration, in three tabs: its configuration, a live test of it, and the template of what profiles show.
 *
 * What is typed stays until it is saved. Of a secret only that there is one is known here.
 *
 * @customElement agent-integration-editor
 * @fires {IntegrationSaveEvent} integration-save - It has been saved.
 * @fires {IntegrationDeleteEvent} integration-delete - It has been deleted.
 * @csspart base - All of it.
 * @csspart tabs - The row of tabs.
 */
export class AgentIntegrationEditor extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    client: {attribute: false},
    integration: {attribute: false},
    inboxes: {attribute: false},
    variables: {attribute: false},
    readOnly: {type: Boolean, attribute: 'read-only'},
    theme: {reflect: true},
    tab: {},
    draft: {state: true},
    errors: {state: true},
    status: {state: true},
    isSaving: {state: true},
    isAsking: {state: true},
    isStale: {state: true},
  };
  static override styles = [tokens, reset, controls, form, styles];

  /** Of `createAgentClient`. */
  client?: AgentClient;
  /** What is edited; null: a new one. */
  integration: Integration | null = null;
  /** The team's. */
  inboxes: readonly Inbox[] = [];
  /** What may stand between braces. @default those that the platform names */
  variables: readonly Variable[] = [];
  /** For who may look, and not change. */
  readOnly = false;
  /** Which tab is open. */
  tab: Tab = 'configuration';
  /** @default the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  private draft: IntegrationDraft = emptyDraft();
  private errors: ReadonlyMap<string, string> = new Map();
  private status = '';
  private isSaving = false;
  private isAsking = false;
  private isStale = false;
  #test = new TestRun(
    () => ({client: this.client, inboxes: this.inboxes, id: this.integration?.id, draft: this.draft}),
    () => this.requestUpdate(),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#test.end();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('integration')) this.#reset(this.integration);
    if (changed.has('client') && this.client && this.variables.length === 0)
      this.client.variables().then(
        (variables) => (this.variables = variables),
        () => {}, // the fields work without
      );
  }

  #reset(integration: Integration | null): void {
    this.draft = integration ? draftOf(integration) : emptyDraft();
    this.errors = new Map();
    this.isStale = this.isAsking = false;
  }

  override render(): TemplateResult {
    return html`<div class="base" part="base" lang="en">
      <div class="tabs" part="tabs" role="tablist" aria-label=${words.tablist} @keydown=${this.#onTabKey}>
        ${TABS.map(
          (tab) =>
            html`<button
              role="tab"
              id="tab-${tab}"
              aria-selected=${tab === this.tab}
              aria-controls="panel"
              tabindex=${tab === this.tab ? 0 : -1}
              @click=${() => (this.tab = tab)}
            >
              ${words.tabs[tab]}${this.#hasErrors(tab) ? html`<span class="mark"></span>` : nothing}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}" tabindex="-1">
        ${this.#renderTab()}
      </div>
      ${this.#renderFoot()}
    </div>`;
  }

  #hasErrors(tab: Tab): boolean {
    const isOfTemplate = (path: string) => path === 'template';
    return [...this.errors.keys()].some((path) =>
      tab === 'template' ? isOfTemplate(path) : tab === 'configuration' && !isOfTemplate(path),
    );
  }

  #renderTab(): TemplateResult {
    const change = (part: Partial<IntegrationDraft>) => this.#change(part);
    const {draft, inboxes, variables, errors, readOnly: isReadOnly} = this;
    if (this.tab === 'testing') return renderTesting(this.#test.view);
    if (this.tab === 'template')
      return renderTemplateTab({
        draft,
        sample: this.#test.data,
        error: errors.get('template'),
        isReadOnly,
        change,
      });
    return renderConfiguration({draft, inboxes, variables, errors, isReadOnly, change});
  }

  #renderFoot(): unknown {
    if (this.readOnly) return html`<p class="hint">${words.readOnly}</p>`;
    const {integration, isSaving, isAsking} = this;
    return html`<div class="foot">
      <p class="status ${this.errors.size > 0 || this.isStale ? 'error' : 'hint'}" role="status">
        ${this.status}
      </p>
      ${this.isStale ? html`<button class="button" @click=${() => this.#reload()}>${words.reload}</button>` : nothing}
      ${isAsking && integration ? this.#renderQuestion(integration) : nothing}
      ${
        integration && !isAsking
          ? html`<button class="text-button danger" @click=${() => (this.isAsking = true)}>
              ${words.remove}
            </button>`
          : nothing
      }
      <button class="button primary" ?disabled=${isSaving} @click=${() => this.save()}>
        ${isSaving ? words.saving : words.save}
      </button>
    </div>`;
  }

  #renderQuestion({name}: Integration): TemplateResult {
    return html`<span class="sure" role="group" aria-label=${words.remove}>
      <span>${words.removeQuestion(name)}</span>
      <button class="button danger" @click=${() => this.#remove()}>${words.removeSure}</button>
      <button class="button" @click=${() => (this.isAsking = false)}>${words.keep}</button>
    </span>`;
  }

  #change(part: Partial<IntegrationDraft>): void {
    this.draft = {...this.draft, ...part};
    this.status = '';
    // What is being mended is no longer marked; the rest stays until it is saved again.
    const changed = Object.keys(part);
    const rest = [...this.errors].filter(([path]) => !changed.includes(path.split('.')[0]!));
    if (rest.length < this.errors.size) this.errors = new Map(rest);
  }

  /** Saves what stands in the form. What the platform does not take is marked, and the first of it gets the focus. */
  async save(): Promise<void> {
    const {client, integration, draft} = this;
    if (!client || this.isSaving || this.readOnly) return;
    this.isSaving = true;
    this.status = '';
    try {
      const {id, version} = integration ?? {};
      const saved = await client.saveIntegration({...cleanDraft(draft), id, version});
      this.integration = saved;
      this.#reset(saved);
      this.status = words.saved;
      this.dispatchEvent(new IntegrationSaveEvent(saved));
    } catch (error) {
      this.#showFailure(error);
    } finally {
      this.isSaving = false;
    }
  }

  #showFailure(error: unknown): void {
    if (!(error instanceof AgentApiError)) {
      this.status = words.failed;
      return;
    }
    this.isStale = error.status === 409 && this.integration !== null;
    this.errors = new Map(error.errors.map(({path, message}) => [pathOf(path), message]));
    this.status = this.isStale
      ? words.conflict
      : this.errors.size > 0
        ? words.mistakes(this.errors.size)
        : error.message;
    if (this.errors.size === 0) return;
    this.tab = [...this.errors.keys()].every((path) => path === 'template') ? 'template' : 'configuration';
    void this.updateComplete.then(() => this.#focusFirstError());
  }

  #focusFirstError(): void {
    const fields = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-path]')];
    fields.find(({dataset}) => this.errors.has(dataset.path!))?.focus();
  }

  async #reload(): Promise<void> {
    try {
      const fresh = await this.client!.integration(this.integration!.id);
      this.integration = fresh;
      this.#reset(fresh);
      this.status = '';
    } catch (error) {
      this.status = error instanceof Error ? error.message : words.failed;
    }
  }

  async #remove(): Promise<void> {
    const {id} = this.integration!;
    try {
      await this.client!.removeIntegration(id);
      this.dispatchEvent(new IntegrationDeleteEvent(id));
    } catch (error) {
      this.status = error instanceof Error ? error.message : words.failed;
    }
    this.isAsking = false;
  }

  #onTabKey(event: KeyboardEvent): void {
    const next = indexAfterKey(event.key, {
      index: TABS.indexOf(this.tab),
      size: TABS.length,
      isRtl: isRtl(this),
    });
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.tab = TABS[next]!;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
    );
  }
}

/** Of a template one field is all there is, whatever in it is wrong. */
const pathOf = (path: string) => (path.startsWith('template') ? 'template' : path);

declare global {
  interface HTMLElementTagNameMap {
    'agent-integration-editor': AgentIntegrationEditor;
  }
}
