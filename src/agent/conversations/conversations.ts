import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {ticker} from '../../elements/base/ticker.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {ConversationsClient} from './client.ts';
import {styles} from './conversations.styles.ts';
import {ConversationSelectEvent} from './events.ts';
import {append, applyChange, EMPTY, type ListState} from './list-model.ts';
import {markOptions, renderRow} from './list-views.ts';
import {VIEWS, type ListQuery, type Options, type View} from './records.ts';
import {words} from './words.ts';

/** Pixels of one row, as in the styles. */
const ROW = 76;
/** Rows beyond what is seen, above and below. */
const SPARE = 8;
const SLICE = 100;
/** Typing is over when it has stopped for so long: milliseconds. */
const PAUSE = 250;
/** So often at most the views are counted anew for conversations that were not in the list: milliseconds. */
const COUNT_PAUSE = 500;

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
    mark: {state: true},
    known: {state: true},
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
  /** The label or tag that all of them have. */
  protected mark: Pick<ListQuery, 'label' | 'tag'> = {};
  protected known: Pick<Options, 'labels' | 'tags'> = {labels: [], tags: []};
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
  #counting?: ReturnType<typeof setTimeout>;
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
    clearTimeout(this.#counting);
    this.#counting = undefined;
  }

  protected override willUpdate(): void {
    if (this.client === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = this.client;
    this.#unsubscribe = this.client?.subscribe({
      onReady: () => void this.#load(),
      onChange: ({summary}) => {
        const {view, agentId} = this;
        if (!this.list.rows.some(({id}) => id === summary.id)) this.#countSoon();
        this.list = applyChange(this.list, summary, {view, agentId, isFiltered: this.#isFiltered});
      },
      onConnection: (isLive) => (this.isLive = isLive),
    });
    this.#learnMarks();
  }

  get #isFiltered(): boolean {
    return !!(this.query || this.mark.label || this.mark.tag);
  }

  #learnMarks(): void {
    this.client?.options().then(
      (options) => (this.known = options),
      () => {}, // the list works without
    );
  }

  /** Whether a conversation that was not in the list is counted already, only the platform knows. */
  #countSoon(): void {
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined;
      this.client?.list({view: this.view, limit: 1}).then(
        ({counts}) => (this.list = {...this.list, counts}),
        () => {}, // the next one tries again
      );
    }, COUNT_PAUSE);
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
    const {view, query, mark} = this;
    return {view, query: query || undefined, ...mark};
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

  #setFilter(change: {view?: View; query?: string; mark?: Pick<ListQuery, 'label' | 'tag'>}): void {
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

  #onMark(event: Event): void {
    const [option] = (event.target as HTMLSelectElement).selectedOptions;
    const {kind} = option!.dataset;
    this.#setFilter({mark: kind ? {[kind]: option!.value} : {}});
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
    // The tab key reaches the one that is open; where it is not on the screen, the first that is.
    const reached = shown.find(({id}) => id === this.selected) ?? shown[0];
    return html`<section class="base" aria-label=${words.conversations}>
      <div class="filters">
        <input
          type="search"
          placeholder=${words.searchHere}
          aria-label=${words.search}
          @input=${(event: Event) => this.#onSearch(event)}
        />
        <select
          aria-label=${words.mark}
          @focus=${() => this.#learnMarks()}
          @change=${(event: Event) => this.#onMark(event)}
        >
          <option value="">${words.anyMark}</option>
          ${markOptions('label', this.known.labels)} ${markOptions('tag', this.known.tags)}
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
              ${view !== 'closed' && view !== 'all' && counts[view] ? html`<b>${counts[view] > 999 ? '999+' : counts[view]}</b>` : nothing}
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
            ${shown.map((row) =>
              renderRow(row, {
                agentId: this.agentId,
                isCurrent: row.id === this.selected,
                isReached: row === reached,
                onSelect: () => this.#select(row.id),
              }),
            )}
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
      <b>${this.#isFiltered ? words.nobodyFound : words.nothing}</b>
      ${
        !this.#isFiltered
          ? words.nothingHint
          : this.view === 'all'
            ? nothing
            : html`<button class="text-button" type="button" @click=${() => this.#setFilter({view: 'all'})}>
                ${words.lookInAll}
              </button>`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversations': AgentConversations;
  }
}
