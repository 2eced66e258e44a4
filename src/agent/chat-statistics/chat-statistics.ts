import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {InboxError} from '../../core/errors.ts';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {ConversationsClient} from '../conversations/client.ts';
import {ConversationSelectEvent} from '../conversations/events.ts';
import {styles} from './chat-statistics.styles.ts';
import type {ChatEntry, ChatSummary} from '../../protocol/chat-summary.ts';
import {readSeries, type Series, type SeriesRow} from './series.ts';
import {chatList, seriesCard, tiles} from './statistics-views.ts';
import {words} from './words.ts';

const DAY = 86_400_000;
const PRESETS = [7, 30, 90, 365] as const;

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const zoneOfBrowser = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/**
 * How the chats go: how many, how soon answered, how long, how well; by day, hour, agent, conversation and referral.
 * Every chart has a table that says the same, and every number the chats behind it.
 *
 * @customElement agent-chat-statistics
 * @fires conversation-select - An agent wants to see a conversation: `id`.
 */
export class AgentChatStatistics extends BaseElement {
  static override properties: PropertyDeclarations = {
    client: {attribute: false},
    from: {},
    to: {},
    timezone: {},
    agent: {state: true},
    channel: {state: true},
    page: {state: true},
    agents: {state: true},
    pages: {state: true},
    summary: {state: true},
    chats: {state: true},
    problem: {state: true},
    isLoading: {state: true},
  };
  static override styles = [reset, tokens, controls, styles];

  /** Of `createConversationsClient`. */
  client?: ConversationsClient;
  /** The first day, `YYYY-MM-DD`. @default 29 days before the last */
  from?: string;
  /** The last day. @default today */
  to?: string;
  /** An IANA name. @default the browser's */
  timezone?: string;

  protected agent = '';
  protected channel = '';
  protected page = '';
  protected agents: readonly {number: number; name: string}[] = [];
  protected pages: readonly {id: number; searchName: string}[] = [];
  protected summary?: ChatSummary;
  protected chats?: {title: string; list: readonly ChatEntry[]};
  protected problem = '';
  protected isLoading = false;

  #asked?: ConversationsClient;
  #request = 0;
  #ends: (() => void)[] = [];
  #drawn?: ChatSummary;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endCharts();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drawn = undefined;
  }

  #endCharts(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  get #range(): {from: string; to: string} {
    const to = this.to ?? toDay(Date.now());
    return {from: this.from ?? toDay(Date.parse(to) - 29 * DAY), to};
  }

  #query() {
    const {from, to} = this.#range;
    return {
      from: `${from}T00:00:00`,
      to: `${to}T23:59:59.999`,
      timezone: this.timezone ?? zoneOfBrowser(),
      agentIds: this.agent || undefined,
      channels: this.channel || undefined,
      pageFilterId: this.page || undefined,
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isNew = this.client !== this.#asked;
    if (isNew) {
      this.#asked = this.client;
      this.client?.options().then(
        ({agents}) => (this.agents = agents),
        () => {},
      );
      this.client?.pageFilters().then(
        (pages) => (this.pages = pages),
        () => {},
      );
    }
    const names = ['from', 'to', 'timezone', 'agent', 'channel', 'page'] as const;
    if (isNew || names.some((name) => changed.has(name as never))) void this.#load();
  }

  /** Asks for the numbers. The old ones stay until the new ones are there. */
  async #load(): Promise<void> {
    if (!this.client) return;
    const request = ++this.#request;
    this.isLoading = true;
    this.chats = undefined;
    try {
      const summary = await this.client.statistics<ChatSummary>(this.#query());
      if (request !== this.#request) return;
      this.summary = summary;
      this.problem = '';
    } catch (error) {
      if (request !== this.#request) return;
      const isRefused = error instanceof InboxError && error.status === 400;
      this.problem = isRefused ? `${error.message || words.tooLong}` : words.failed;
    }
    this.isLoading = false;
  }

  protected override updated(): void {
    if (this.summary === this.#drawn || !this.isConnected) return;
    this.#drawn = this.summary;
    if (this.summary?.chats) void this.#draw(readSeries(this.summary));
  }

  async #draw(all: readonly Series[]): Promise<void> {
    const summary = this.#drawn;
    const {drawChart} = await import('./charts.ts');
    if (summary !== this.#drawn || !this.isConnected) return;
    this.#endCharts();
    // Through a box of ours: only there are the tokens that others are derived from.
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe')!;
    const {color, borderColor, backgroundColor, outlineColor, fontFamily} = getComputedStyle(probe);
    const colours = {
      text: color,
      line: borderColor,
      accent: backgroundColor,
      quiet: outlineColor,
      font: fontFamily,
    };
    for (const series of all) {
      const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas[data-series="${series.id}"]`);
      if (!canvas) continue;
      this.#ends.push(
        drawChart(canvas, series, colours, (index) => void this.#showChats(series, series.rows[index]!)),
      );
    }
  }

  /** The chats behind a row of a table. */
  async #showChats({id}: Series, row: SeriesRow): Promise<void> {
    const {key, label} = row;
    const query = this.#query();
    const narrowed = {
      day: {from: `${key}T00:00:00`, to: `${key}T23:59:59.999`},
      hour: {hour: key},
      rating: {rating: key},
      // Of those whom nobody has answered the platform knows by 0.
      agent: {agentIds: key || '0'},
      channel: {channels: key},
      referral: {referral: key},
    }[id];
    try {
      const list = await this.client!.chats<ChatEntry>({...query, ...narrowed});
      this.chats = {title: label, list};
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.chats h3')?.focus();
    } catch {
      this.problem = words.failed;
    }
  }

  protected override render(): TemplateResult {
    const {summary} = this;
    return html`<section class="base" aria-label=${words.heading} aria-busy=${this.isLoading}>
      <span class="probe" aria-hidden="true"></span>
      ${this.#filters()}
      ${
        this.problem
          ? html`<p class="problem" role="alert">
              ${this.problem}
              ${
                this.problem === words.failed
                  ? html`<button class="text-button" type="button" @click=${() => void this.#load()}>
                      ${words.failed}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
      ${summary ? this.#results(summary) : html`<div class="skeleton" aria-hidden="true"></div>`}
    </section>`;
  }

  #results(summary: ChatSummary): TemplateResult {
    return html`${tiles(summary)}
    ${
      this.chats
        ? chatList(this.chats.title, this.chats.list, {
            onOpen: (id) => this.dispatchEvent(new ConversationSelectEvent(id)),
            onClose: () => (this.chats = undefined),
            timezone: summary.timezone,
          })
        : nothing
    }
    ${
      summary.chats
        ? html`<div class="grid">
            ${readSeries(summary).map((series) => seriesCard(series, (row) => void this.#showChats(series, row)))}
          </div>`
        : html`<p class="empty">${words.nothing}</p>`
    }`;
  }

  #filters(): TemplateResult {
    const {from, to} = this.#range;
    const zone = this.timezone ?? zoneOfBrowser();
    const zones = [...new Set([zone, 'UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? [])])];
    const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
    return html`<div class="filters">
      <div class="presets">
        ${PRESETS.map((days) => {
          const start = toDay(Date.parse(to) - (days - 1) * DAY);
          return html`<button
            type="button"
            aria-pressed=${start === from}
            @click=${() => (this.from = start)}
          >
            ${words.days(days)}
          </button>`;
        })}
      </div>
      <label
        >${words.from}<input
          type="date"
          .value=${from}
          max=${to}
          @change=${(e: Event) => value(e) && (this.from = value(e))}
      /></label>
      <label
        >${words.to}<input
          type="date"
          .value=${to}
          min=${from}
          @change=${(e: Event) => value(e) && (this.to = value(e))}
      /></label>
      <label>
        ${words.agent}
        <select @change=${(event: Event) => (this.agent = value(event))}>
          <option value="">${words.allAgents}</option>
          ${this.agents.map(({number, name}) => html`<option value=${number}>${name}</option>`)}
        </select>
      </label>
      <label>
        ${words.page}
        <select @change=${(event: Event) => (this.page = value(event))}>
          <option value="">${words.allPages}</option>
          ${this.pages.map(({id, searchName}) => html`<option value=${id}>${searchName}</option>`)}
        </select>
      </label>
      <label>
        ${words.channel}
        <input
          class="channel"
          placeholder=${words.channelHint}
          @change=${(event: Event) => (this.channel = value(event).trim())}
        />
      </label>
      <label>
        ${words.timezone}
        <select @change=${(event: Event) => (this.timezone = value(event))}>
          ${zones.map((name) => html`<option value=${name} .selected=${name === zone}>${name.replaceAll('_', ' ')}</option>`)}
        </select>
      </label>
      ${
        this.client
          ? html`<a class="button" href=${this.client.tableUrl(this.#query())} download>${words.csv}</a>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-chat-statistics': AgentChatStatistics;
  }
}
