import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {InboxError} from '../../core/errors.ts';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {ConversationsClient} from './client.ts';
import {Composer, TYPING} from './composer.ts';
import {card, log, viewer} from './conversation-views.ts';
import {styles} from './conversation.styles.ts';
import type {ConversationDetails, ConversationMessage} from '../../protocol/conversation.ts';
import type {ChatAttachment} from '../../protocol/visitor.ts';
import type {Options} from './records.ts';
import {words} from './words.ts';

const SLICE = 100;
/** So near to its end the log follows new messages: pixels. */
const NEAR_END = 100;

/**
 * One conversation: its messages live, a place to answer or to add a note, and what is known of the visitor.
 *
 * @customElement agent-conversation
 * @slot profile - Below the visitor's card: the contact's profile, for example.
 */
export class AgentConversation extends BaseElement {
  static override properties: PropertyDeclarations = {
    client: {attribute: false},
    conversation: {},
    agentId: {attribute: 'agent-id'},
    details: {state: true},
    messages: {state: true},
    options: {state: true},
    hasMore: {state: true},
    typing: {state: true},
    problem: {state: true},
    viewed: {state: true},
  };
  static override styles = [reset, tokens, controls, styles];

  /** Of `createConversationsClient`. */
  client?: ConversationsClient;
  /** The conversation's id. */
  conversation?: string;
  /** Whose desk it is. */
  agentId = '';

  protected details?: ConversationDetails;
  protected messages: readonly ConversationMessage[] = [];
  protected options: Options = {agents: [], labels: [], tags: []};
  protected hasMore = false;
  protected typing = '';
  protected problem = '';
  /** The picture that is looked at, large. */
  protected viewed?: ChatAttachment;

  #followed?: ConversationsClient;
  #unsubscribe?: () => void;
  #shown?: string;
  #isAtEnd = true;
  #typingTimer?: ReturnType<typeof setTimeout>;
  #box?: Element;
  /** What is beside the messages may come after them, and take of their room. */
  readonly #room = new ResizeObserver(() => this.#showEnd());
  readonly #composer = new Composer(this, {
    // What is sent shows at the end.
    onSend: () => (this.#isAtEnd = true),
    tell: (problem) => (this.problem = problem),
    attempt: (action) => this.#attempt(action),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = this.#followed = undefined;
    clearTimeout(this.#typingTimer);
    this.#room.disconnect();
    this.#box = undefined;
  }

  protected override willUpdate(): void {
    const box = this.renderRoot.querySelector('.log');
    if (box) this.#isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    if (this.client !== this.#followed) this.#follow();
    if (this.conversation !== this.#shown) this.#change();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#followed = this.client;
    this.#unsubscribe = this.client?.subscribe({
      onReady: () => void this.#refresh(),
      onChange: ({summary, messages}) => {
        if (summary.id !== this.conversation || !this.details) return;
        const isElsewhere =
          summary.page !== this.details.page || summary.contactId !== this.details.contactId;
        this.details = {...this.details, ...summary};
        this.#add(messages);
        // The card, the contact and the pages come with the details only.
        if (isElsewhere || !messages.length) void this.#refreshDetails();
      },
      onTyping: ({id, by}) => id === this.conversation && this.#showTyping(by ?? this.#visitorName()),
    });
    this.client?.options().then(
      (options) => (this.options = options),
      () => {},
    );
    this.#composer.follow(this.client);
  }

  #change(): void {
    this.#composer.leave(this.#shown);
    this.#shown = this.conversation;
    this.details = undefined;
    this.messages = [];
    this.problem = this.typing = '';
    this.viewed = undefined;
    this.#isAtEnd = true;
    void this.#refresh().then(async () => {
      await this.updateComplete;
      this.#composer.restore();
    });
  }

  /** Fetches what is new; all of it where nothing is known. What comes late for another conversation is dropped. */
  async #refresh(): Promise<void> {
    const {client, conversation: id} = this;
    if (!client || !id) return;
    const after = this.messages.at(-1)?.id;
    try {
      const [details, messages] = await Promise.all([
        client.details(id),
        client.messages(id, {after, limit: SLICE}),
      ]);
      if (id !== this.conversation) return;
      const isWhole = after === undefined || messages.length === SLICE;
      if (isWhole) {
        this.messages = [];
        this.hasMore = messages.length === SLICE;
      }
      this.details = details;
      this.#add(messages);
      this.problem = '';
    } catch {
      if (id === this.conversation) this.problem = words.failed;
    }
  }

  async #refreshDetails(): Promise<void> {
    const {client, conversation: id} = this;
    const details = await client?.details(id!).catch(() => undefined);
    if (details && id === this.conversation) this.details = details;
  }

  #add(found: readonly ConversationMessage[]): void {
    if (found.length) {
      const byId = new Map([...this.messages, ...found].map((message) => [message.id, message]));
      this.messages = [...byId.values()].sort((a, b) => a.id - b.id);
      this.typing = '';
    }
    this.#markRead();
  }

  #markRead(): void {
    const last = this.messages.at(-1)?.id;
    if (!last || !this.details?.unread || document.hidden) return;
    this.client!.markRead(this.conversation!, last).catch(() => {}); // the next message tries again
  }

  async #loadMore(): Promise<void> {
    const {client, conversation: id} = this;
    const box = this.renderRoot.querySelector('.log')!;
    const older = await client!
      .messages(id!, {before: this.messages[0]?.id, limit: SLICE})
      .catch(() => undefined);
    if (!older || id !== this.conversation) return;
    const fromEnd = box.scrollHeight - box.scrollTop;
    this.hasMore = older.length === SLICE;
    this.messages = [...older, ...this.messages];
    await this.updateComplete;
    // What was on the screen stays there.
    box.scrollTop = box.scrollHeight - fromEnd;
  }

  #showTyping(by: string): void {
    this.typing = by;
    clearTimeout(this.#typingTimer);
    // Longer than the pauses in which somebody who writes does not say so.
    this.#typingTimer = setTimeout(() => (this.typing = ''), 2 * TYPING);
  }

  #visitorName(): string {
    return this.details?.name || words.visitor(this.details?.channel ?? '');
  }

  /** Changes something that a colleague may have changed as well: then this shows how it is now. */
  async #attempt(action: (details: ConversationDetails) => Promise<void>): Promise<void> {
    try {
      await action(this.details!);
      this.problem = '';
    } catch (error) {
      await this.#refreshDetails();
      const isConflict = error instanceof InboxError && error.status === 409;
      this.problem = isConflict ? words.conflict : error instanceof Error ? error.message : words.failed;
    }
  }

  #assign(event: Event): void {
    const agentId = (event.target as HTMLSelectElement).value || null;
    void this.#attempt(({id, version}) => this.client!.assign(id, agentId, version));
  }

  #setStatus(status: 'open' | 'closed'): void {
    void this.#attempt(({id, version}) => this.client!.setStatus(id, status, version));
  }

  #mark({add, remove}: {add?: string; remove?: string}, kind: 'label' | 'tag'): void {
    const [added, removed] = [add ? [add] : [], remove ? [remove] : []];
    const marks =
      kind === 'label' ? {addLabels: added, removeLabels: removed} : {addTags: added, removeTags: removed};
    void this.#attempt(({id}) => this.client!.mark(id, marks));
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector('.log') ?? undefined;
    if (box !== this.#box) {
      this.#room.disconnect();
      if ((this.#box = box)) this.#room.observe(box);
    }
    this.#showEnd();
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** To whoever was there. */
  #showEnd(): void {
    if (this.#box && this.#isAtEnd) this.#box.scrollTop = this.#box.scrollHeight;
  }

  protected override render(): TemplateResult {
    const {details} = this;
    if (!details)
      return html`<section class="base nothing">
        ${
          this.conversation && !this.problem
            ? nothing
            : html`<p><b>${this.problem || words.choose}</b>${this.problem ? nothing : words.chooseHint}</p>`
        }
      </section>`;
    return html`<section class="base" aria-label=${this.#visitorName()}>
      <div class="main">
        ${this.#header(details)} ${this.#log(details)} ${this.#composer.render(this.problem)}
      </div>
      ${
        this.viewed
          ? viewer(
              this.viewed,
              this.client!.attachmentUrl(details.id, this.viewed.id),
              () => (this.viewed = undefined),
            )
          : nothing
      }
      ${card(details, {onMark: (change, kind) => this.#mark(change, kind), known: this.options})}
    </section>`;
  }

  #header(details: ConversationDetails): TemplateResult {
    const {status, agent} = details;
    return html`<header>
      <h2 dir="auto">${this.#visitorName()}</h2>
      ${details.presentUntil > Date.now() ? html`<span class="present">${words.present}</span>` : nothing}
      <label>
        <span class="visually-hidden">${words.assignee}</span>
        <select @change=${(event: Event) => this.#assign(event)}>
          <option value="" .selected=${!agent}>${words.nobody}</option>
          ${this.options.agents.map(
            ({id, name}) => html`<option value=${id} .selected=${agent?.id === id}>${name}</option>`,
          )}
        </select>
      </label>
      <button
        class="button"
        type="button"
        @click=${() => this.#setStatus(status === 'open' ? 'closed' : 'open')}
      >
        ${status === 'open' ? words.close : words.reopen}
      </button>
    </header>`;
  }

  #log(details: ConversationDetails): TemplateResult {
    return html`<div class="log" role="log" aria-live="polite" aria-label=${words.messages} tabindex="0">
      ${
        this.hasMore
          ? html`<button class="text-button" type="button" @click=${() => void this.#loadMore()}>
              ${words.older}
            </button>`
          : nothing
      }
      ${log(this.messages, {
        visitorName: this.#visitorName(),
        readByVisitor: details.readByVisitor,
        urlOf: (file) => this.client!.attachmentUrl(details.id, file),
        onPicture: (file) => (this.viewed = file),
      })}
      <p class="typing">${this.typing ? words.typing(this.typing) : nothing}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversation': AgentConversation;
  }
}
