import {html, nothing, svg, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {formatRelativeTime} from '../../elements/base/relative-time.ts';
import {ticker} from '../../elements/base/ticker.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {ConversationsClient} from './client.ts';
import {styles} from './conversations.styles.ts';
import {ConversationSelectEvent} from './events.ts';
import {append, applyChange, EMPTY, type ListState} from './list-model.ts';
import type {ConversationSummary} from '../../protocol/conversation.ts';
import {VIEWS, type View} from './records.ts';
import {words} from './words.ts';

/** Pixels of one row, as in the styles. */
const ROW = 76;
/** Rows beyond what is seen, above and below. */
const SPARE = 8;
const SLICE = 100;
/** Typing is over when it has stopped for so long: milliseconds. */
const PAUSE = 250;

/**
 * The team's conversations, live. Only the rows that can be seen are rendered, however many there are.
 *
 * @customElement agent-conversations
 * @fires conversation-select - An agent has chosen a conversation: `id`.
 */
export class AgentConversations extends BaseElement {
  static override properties: PropertyDeclarations = {
    client: {attribute: false},
    agentId: {attribute: 'agent-id'},
    selected: {},
    view: {state: true},
    query: {state: true},
    label: {state: true},
    labels: {state: true},
    list: {state: true},
    status: {state: true},
    isLive: {state: true},
    first: {state: true},
  };
  static override styles = [reset, tokens, controls, styles];

  /** Of `createConversationsClient`. */
  client?: ConversationsClient;
  /** Whose desk it is. */
  agentId = '';
  /** The id of the conversation that is open. */
  selected?: string;

  protected view: View = 'open';
  protected query = '';
  protected label = '';
  protected labels: readonly string[] = [];
  protected list: ListState = EMPTY;
  protected status: 'loading' | 'ready' | 'failed' = 'loading';
  protected isLive = true;
  /** The first row that is rendered. */
  protected first = 0;

  #followed?: ConversationsClient;
  #unsubscribe?: () => void;
  #request = 0;
  #isLoadingMore = false;
  #timer?: ReturnType<typeof setTimeout>;
  #height = 800;
  #resize?: ResizeObserver;

  #stopTicking?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopTicking = ticker.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = this.#followed = undefined;
    this.#stopTicking?.();
    this.#resize?.disconnect();
    this.#resize = undefined;
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    if (this.client === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = this.client;
    this.#unsubscribe = this.client?.subscribe({
      onReady: () => void this.#load(),
      onChange: ({summary}) => {
        const {view, agentId} = this;
        this.list = applyChange(this.list, summary, {
          view,
          agentId,
          isFiltered: !!(this.query || this.label),
        });
      },
      onConnection: (isLive) => (this.isLive = isLive),
    });
    this.client?.options().then(
      ({labels}) => (this.labels = labels),
      () => {}, // the list works without
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.rows')!;
    if (!this.#resize) {
      this.#resize = new ResizeObserver(() => {
        this.#height = box.clientHeight;
        this.requestUpdate();
      });
      this.#resize.observe(box);
    }
    this.renderRoot
      .querySelector<HTMLElement>('.space')!
      .style.setProperty('height', `${this.list.rows.length * ROW}px`);
    this.renderRoot
      .querySelector<HTMLElement>('ul')!
      .style.setProperty('transform', `translateY(${this.first * ROW}px)`);
    if (changed.has('selected')) this.#reveal();
    void this.#loadMore();
  }

  /** Loads the list anew. Rows that are there stay until the answer. */
  async #load(): Promise<void> {
    const request = ++this.#request;
    try {
      const answer = await this.client!.list({...this.#filter(), limit: SLICE});
      if (request !== this.#request) return;
      this.list = append(EMPTY, answer);
      this.status = 'ready';
    } catch {
      if (request === this.#request) this.status = 'failed';
    }
  }

  #filter() {
    const {view, query, label} = this;
    return {view, query: query || undefined, label: label || undefined};
  }

  async #loadMore(): Promise<void> {
    const {next, rows} = this.list;
    const lastSeen = this.first + this.#height / ROW + 2 * SPARE;
    if (this.#isLoadingMore || next === null || lastSeen < rows.length - SLICE / 2) return;
    this.#isLoadingMore = true;
    const request = this.#request;
    try {
      const answer = await this.client!.list({...this.#filter(), cursor: next, limit: SLICE});
      if (request === this.#request) this.list = append(this.list, answer);
    } catch {
      // Scrolling on tries again.
    } finally {
      this.#isLoadingMore = false;
    }
  }

  #onScroll(event: Event): void {
    const first = Math.max(0, Math.floor((event.target as Element).scrollTop / ROW) - SPARE);
    // In steps, so that most frames of a scroll render nothing.
    if (Math.abs(first - this.first) >= SPARE / 2 || first === 0) this.first = first;
  }

  #setFilter(change: {view?: View; query?: string; label?: string}): void {
    Object.assign(this, change);
    this.list = {...EMPTY, counts: this.list.counts};
    this.first = 0;
    this.status = 'loading';
    this.renderRoot.querySelector('.rows')!.scrollTop = 0;
    void this.#load();
  }

  #onSearch(event: Event): void {
    const query = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#setFilter({query}), PAUSE);
  }

  #select(id: string): void {
    this.selected = id;
    this.dispatchEvent(new ConversationSelectEvent(id));
  }

  #onKeyDown(event: KeyboardEvent): void {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const {rows} = this.list;
    const at = rows.findIndex(({id}) => id === this.selected);
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (!row) return;
    this.#select(row.id);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-current]')?.focus({preventScroll: true}),
    );
  }

  #reveal(): void {
    const at = this.list.rows.findIndex(({id}) => id === this.selected);
    const box = this.renderRoot.querySelector('.rows')!;
    if (at < 0) return;
    if (at * ROW < box.scrollTop) box.scrollTop = at * ROW;
    else if ((at + 1) * ROW > box.scrollTop + box.clientHeight)
      box.scrollTop = (at + 1) * ROW - box.clientHeight;
  }

  protected override render(): TemplateResult {
    const {rows, counts} = this.list;
    const shown = rows.slice(this.first, this.first + Math.ceil(this.#height / ROW) + 2 * SPARE);
    return html`<section class="base" aria-label=${words.conversations}>
      <div class="filters">
        <input
          type="search"
          placeholder=${words.searchHere}
          aria-label=${words.search}
          @input=${(event: Event) => this.#onSearch(event)}
        />
        <select
          aria-label=${words.label}
          @change=${(event: Event) => this.#setFilter({label: (event.target as HTMLSelectElement).value})}
        >
          <option value="">${words.anyLabel}</option>
          ${this.labels.map((label) => html`<option value=${label}>${label}</option>`)}
        </select>
      </div>
      <div class="views">
        ${VIEWS.map(
          (view) =>
            html`<button
              type="button"
              class="view"
              aria-pressed=${view === this.view}
              @click=${() => this.#setFilter({view})}
            >
              ${words.views[view]}
              ${view !== 'closed' && counts[view] ? html`<b>${counts[view] > 999 ? '999+' : counts[view]}</b>` : nothing}
            </button>`,
        )}
      </div>
      ${this.isLive ? nothing : html`<p class="notice" role="status">${words.reconnecting}</p>`}
      <div
        class="rows"
        @scroll=${(event: Event) => this.#onScroll(event)}
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
      >
        ${rows.length ? nothing : this.#empty()}
        <div class="space">
          <ul>
            ${shown.map((row) => this.#row(row))}
          </ul>
        </div>
      </div>
    </section>`;
  }

  #empty(): TemplateResult {
    if (this.status === 'loading')
      return html`<div class="skeletons" aria-hidden="true">
        ${[1, 2, 3, 4, 5].map(() => html`<i></i>`)}
      </div>`;
    if (this.status === 'failed')
      return html`<p class="empty">
        <button class="text-button" type="button" @click=${() => void this.#load()}>${words.failed}</button>
      </p>`;
    return html`<p class="empty">
      <b>${this.query || this.label ? words.nobodyFound : words.nothing}</b>
      ${this.query || this.label ? nothing : words.nothingHint}
    </p>`;
  }

  #row(row: ConversationSummary): TemplateResult {
    const now = Date.now();
    const relative = (time: number) => formatRelativeTime(time, now, 'en');
    const name = row.name || words.visitor(row.channel);
    const isCurrent = row.id === this.selected;
    return html`<li>
      <button
        type="button"
        class="row ${row.unread ? 'unread' : ''}"
        aria-current=${isCurrent ? 'true' : nothing}
        tabindex=${isCurrent || (!this.selected && row === this.list.rows[0]) ? 0 : -1}
        @click=${() => this.#select(row.id)}
      >
        <span class="face ${row.presentUntil > now ? 'present' : ''}" aria-hidden="true">
          ${row.name ? [...name][0]!.toUpperCase() : html`<svg viewBox="0 0 24 24" width="18" height="18">${svg`<circle cx="12" cy="8.5" r="3.5"/><path d="M5 19.5a7 7 0 0 1 14 0"/>`}</svg>`}
        </span>
        <span class="name" dir="auto">${name}</span>
        <time class="time">${relative(row.lastMessageAt)}</time>
        <span class="preview" dir="auto"
          >${row.previewBy ? html`<b>${row.previewBy.split(' ')[0]}:</b> ` : nothing}${row.preview}</span
        >
        ${
          row.unread
            ? html`<span class="count" aria-label=${words.unread(row.unread)}
                >${row.unread > 99 ? '99+' : row.unread}</span
              >`
            : nothing
        }
        <span class="marks">
          ${
            row.waitingSince !== null
              ? html`<span class="waits ${now - row.waitingSince > 300_000 ? 'long' : ''}"
                  >${words.waits(Math.floor((now - row.waitingSince) / 60_000))}</span
                >`
              : nothing
          }
          ${row.labels.slice(0, 3).map((label) => html`<span class="label">${label}</span>`)}
          ${row.agent ? html`<span class="agent">${row.agent.id === this.agentId ? words.you : row.agent.name}</span>` : nothing}
        </span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversations': AgentConversations;
  }
}
