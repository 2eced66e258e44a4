import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {readResponse} from '../blocks/read-response.ts';
import {dataNodes} from '../templates/data-nodes.ts';
import type {ViewNode} from '../templates/nodes.ts';
import {resolve} from '../templates/resolve.ts';
import type {Scope} from '../templates/scope.ts';
import {renderParts} from '../view/nodes.ts';
import {viewStyles} from '../view/styles.ts';
import {ViewState} from '../view/view-state.ts';
import {refreshIcon, renderCard} from './card-view.ts';
import type {CardState} from './card.ts';
import {renderHead} from './head.ts';
import type {
  ProfileClient,
  ProfileContact,
  ProfileConversation,
  ProfileInbox,
  ViewName,
} from './profile-client.ts';
import {CLIENT_CARD, ProfileRun} from './profile-run.ts';
import {styles} from './styles.ts';
import {words} from './words.ts';

/** What a card shows: its title may come from the template, and then is not said twice. */
interface CardContent {
  title: string;
  nodes: ViewNode[];
}

/**
 * Whom an agent has before them: who they are, and what the organisation's other systems know of them. Everything is
 * asked for when it opens, side by side; another contact begins anew, and takes nothing over.
 *
 * @customElement agent-contact-profile
 * @csspart base - All of it.
 */
export class AgentContactProfile extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    client: {attribute: false},
    contact: {attribute: false},
    conversation: {attribute: false},
    inbox: {attribute: false},
    view: {},
    viewId: {attribute: 'view-id'},
    agent: {attribute: false},
    htmlFrameUrl: {attribute: 'html-frame-url'},
  };
  static override styles = [tokens, reset, controls, viewStyles, styles];

  #run?: ProfileRun;
  #key?: string;
  #state = new ViewState(() => this.requestUpdate());
  /** What the cards' data has become: each is resolved once. */
  #contents = new WeakMap<object, CardContent>();
  #announcement = '';

  /** Asks the platform: `createAgentClient`. */
  client?: ProfileClient;

  contact?: ProfileContact | null;

  conversation?: ProfileConversation | null;

  /** Whose integrations are shown. */
  inbox?: ProfileInbox | null;

  /** What the agent has before them. */
  view: ViewName = 'contact';

  /** The id of the chat, ticket or call. */
  viewId?: string;

  /** Who is signed in, for `{{agent.name}}`. */
  agent?: unknown;

  /** Where the frame's page is served: see `<agent-blocks>`. */
  htmlFrameUrl?: string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  /** Asks everything again, past what is kept. Says once how it went. */
  async refreshAll(): Promise<void> {
    const run = this.#run;
    const failed = await run?.refreshAll();
    if (!failed || run !== this.#run) return;
    this.#announcement = words.refreshed(run!.cards.length, failed);
    this.requestUpdate();
  }

  override willUpdate(_changed: PropertyValues<this>): void {
    const {client, contact, conversation, inbox, view, viewId} = this;
    if (!this.isConnected) return;
    const key = JSON.stringify([contact?.id, conversation?.id, inbox?.id, view, viewId, !!client]);
    if (key === this.#key && !_changed.has('client')) return;
    this.#end();
    this.#key = key;
    if (!client || (!contact && !viewId && !conversation)) return;
    this.#run = new ProfileRun(
      {client, contact, conversation, inbox, view, viewId},
      {onChange: () => this.requestUpdate()},
    );
    this.#run.start();
  }

  override render(): TemplateResult {
    const cards = this.#run?.cards ?? [];
    const answer = cards.find(({id}) => id === CLIENT_CARD)?.data;
    const {contactName: name, contactLink: link} = readResponse(answer);
    return html`<article class="base" part="base" aria-label=${words.profile} lang="en">
      ${renderHead({contact: this.contact, name, link, state: this.#state})}
      ${this.#run ? this.#renderExternal(this.#run, cards) : nothing}
      <div role="status" class="visually-hidden">${this.#announcement}</div>
    </article>`;
  }

  #renderExternal(run: ProfileRun, cards: readonly CardState[]): TemplateResult {
    const now = Date.now();
    // A team without a client integration has no empty card for it.
    const shown = cards.filter(({id, status}) => id !== CLIENT_CARD || status !== 'empty');
    return html`<div class="toolbar">
        <h3>${words.external}</h3>
        <button type="button" class="text-button" @click=${() => void this.refreshAll()}>
          <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">${refreshIcon}</svg>
          &nbsp;${words.refreshAll}
        </button>
      </div>
      ${shown.map((card) => this.#renderCard(run, card, now))}
      ${run.listError ? this.#renderListError(run) : nothing}
      ${
        run.isListed && shown.length === 0 && !run.isAsking
          ? html`<p class="message">${words.none}</p>`
          : nothing
      }`;
  }

  #renderListError(run: ProfileRun): TemplateResult {
    return html`<div class="box failure" role="alert">
      <p>${words.listFailed}</p>
      <p class="hint">${run.listError}</p>
      <button type="button" class="button" @click=${() => void run.list()}>${words.retry}</button>
    </div>`;
  }

  #renderCard(run: ProfileRun, card: CardState, now: number): TemplateResult {
    const onRefresh = () => void run.ask(card.id, {refresh: true});
    if (card.id === CLIENT_CARD)
      return renderCard({
        card,
        title: card.name,
        now,
        onRefresh,
        content: () => this.#renderBlocks(card.data),
      });
    const {title, nodes} = this.#contentOf(card);
    const view = {state: this.#state, level: 4};
    const content = () => renderParts(nodes, view);
    return renderCard({card, title, now, onRefresh, content});
  }

  #renderBlocks(data: unknown): TemplateResult {
    // The head has said who it is.
    const response = {...(data as object), contactName: null, contactLink: null};
    return html`<agent-blocks
      .response=${this.#same(data, response)}
      .htmlFrameUrl=${this.htmlFrameUrl}
      .theme=${this.theme}
      .level=${4}
    ></agent-blocks>`;
  }

  #responses = new WeakMap<object, object>();

  /** The same object for the same answer: a frame would else begin anew with every rendering. */
  #same(data: unknown, response: object): object {
    if (typeof data !== 'object' || data === null) return response;
    const found = this.#responses.get(data) ?? response;
    this.#responses.set(data, found);
    return found;
  }

  #contentOf(card: CardState): CardContent {
    const {data, template, name} = card;
    const kept = typeof data === 'object' && data !== null ? this.#contents.get(data) : undefined;
    if (kept) return kept;
    if (data === undefined) return {title: name, nodes: []};
    const nodes = template ? resolve(template, data, this.#scope) : dataNodes(data);
    const [only] = nodes;
    const isCard = nodes.length === 1 && only?.kind === 'group' && only.isCard;
    const content = {
      title: (isCard && only.title) || name,
      nodes: isCard ? [{...only, title: undefined, isCard: false}] : nodes,
    };
    if (typeof data === 'object' && data !== null) this.#contents.set(data, content);
    return content;
  }

  /** Under the names that requests have for them as well. */
  get #scope(): Scope {
    const {contact, conversation, inbox, agent} = this;
    const {emails, phones, externalId, ...rest} = contact ?? {};
    const known = {...rest, email: emails?.[0], phone_number: phones?.[0], external_id: externalId};
    return {contact: known, conversation, inbox, agent};
  }

  #end(): void {
    this.#run?.end();
    this.#run = this.#key = undefined;
    this.#announcement = '';
    this.#state.clear();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-contact-profile': AgentContactProfile;
  }
}
