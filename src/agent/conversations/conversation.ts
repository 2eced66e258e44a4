import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {InboxError} from '../../core/errors.ts';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {ConversationsClient} from './client.ts';
import {matchingAnswers, replaceShortcut} from './canned.ts';
import {card, icon, icons, log} from './conversation-views.ts';
import {styles} from './conversation.styles.ts';
import type {ConversationDetails, ConversationMessage} from '../../protocol/conversation.ts';
import type {ChatAttachment} from '../../protocol/visitor.ts';
import type {CannedAnswer, Options} from './records.ts';
import {words} from './words.ts';

const SLICE = 100;
/** So near to its end the log follows new messages: pixels. */
const NEAR_END = 100;
/** Somebody who writes says so no more often than this, and is shown as writing for twice as long: milliseconds. */
const TYPING = 2500;

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
    canned: {state: true},
    suggestions: {state: true},
    hasMore: {state: true},
    isNote: {state: true},
    files: {state: true},
    typing: {state: true},
    problem: {state: true},
    isSaving: {state: true},
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
  protected canned: readonly CannedAnswer[] = [];
  protected suggestions: readonly CannedAnswer[] = [];
  protected hasMore = false;
  protected isNote = false;
  protected files: readonly ChatAttachment[] = [];
  protected typing = '';
  protected problem = '';
  protected isSaving = false;

  #followed?: ConversationsClient;
  #unsubscribe?: () => void;
  #shown?: string;
  #isAtEnd = true;
  #saidTypingAt = 0;
  #typingTimer?: ReturnType<typeof setTimeout>;
  /** What was typed and not sent, by conversation: looking elsewhere loses nothing. */
  #drafts = new Map<string, string>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = this.#followed = undefined;
    clearTimeout(this.#typingTimer);
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
    this.client?.cannedAnswers().then(
      (list) => (this.canned = list),
      () => {},
    );
  }

  #change(): void {
    const field = this.renderRoot.querySelector('textarea');
    if (field && this.#shown) this.#drafts.set(this.#shown, field.value);
    this.#shown = this.conversation;
    this.details = undefined;
    this.messages = [];
    this.files = this.suggestions = [];
    this.problem = this.typing = '';
    this.isNote = this.isSaving = false;
    this.#isAtEnd = true;
    void this.#refresh().then(async () => {
      await this.updateComplete;
      const written = this.renderRoot.querySelector('textarea');
      if (written) written.value = this.#drafts.get(this.conversation ?? '') ?? '';
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

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  async #send(): Promise<void> {
    const {client, conversation: id, files, isNote} = this;
    const field = this.#field;
    const text = field.value.trim();
    if (!id || (!text && !files.length)) return;
    field.value = '';
    this.files = this.suggestions = [];
    this.#drafts.delete(id);
    this.#isAtEnd = true;
    try {
      const key = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
      await client!.reply(id, {key, text, isNote, attachmentIds: files.map((file) => file.id)});
      this.problem = '';
    } catch {
      // Nothing that was typed is lost.
      if (id !== this.conversation) return void this.#drafts.set(id, text);
      if (!field.value) field.value = text;
      this.files = files;
      this.problem = words.notSent;
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const [first] = this.suggestions;
    if (first && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      return this.#insert(first);
    }
    if (event.key === 'Escape' && first) this.suggestions = [];
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void this.#send();
  }

  #onInput(): void {
    this.suggestions = matchingAnswers(this.#field.value, this.#field.selectionStart, this.canned);
    const now = performance.now();
    if (this.isNote || now - this.#saidTypingAt < TYPING) return;
    this.#saidTypingAt = now;
    this.client!.sayTyping(this.conversation!).catch(() => {}); // nobody misses it
  }

  #insert(answer: CannedAnswer): void {
    const field = this.#field;
    const {text, caret} = replaceShortcut(field.value, field.selectionStart, answer.text);
    field.value = text;
    field.setSelectionRange(caret, caret);
    field.focus();
    this.suggestions = [];
  }

  async #saveCanned(event: Event): Promise<void> {
    event.preventDefault();
    const shortcut = new FormData(event.target as HTMLFormElement).get('shortcut') as string;
    await this.#attempt(async () => {
      await this.client!.saveCannedAnswer({shortcut: shortcut.trim(), text: this.#field.value.trim()});
      this.canned = await this.client!.cannedAnswers();
      this.isSaving = false;
    });
  }

  async #attach(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    input.value = '';
    for (const file of chosen) {
      try {
        this.files = [...this.files, await this.client!.upload(this.conversation!, file)];
      } catch {
        this.problem = words.badFile(file.name);
      }
    }
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector('.log');
    if (box && this.#isAtEnd) box.scrollTop = box.scrollHeight;
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
      <div class="main">${this.#header(details)} ${this.#log(details)} ${this.#composer()}</div>
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
      })}
      <p class="typing">${this.typing ? words.typing(this.typing) : nothing}</p>
    </div>`;
  }

  #composer(): TemplateResult {
    const placeholder = this.isNote ? words.writeNote : words.writeReply;
    return html`<div class="composer ${this.isNote ? 'note' : ''}">
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${
        this.suggestions.length
          ? html`<ul class="suggestions" aria-label=${words.canned}>
              ${this.suggestions.map(
                (answer) =>
                  html`<li>
                    <button type="button" @click=${() => this.#insert(answer)}>
                      <b>/${answer.shortcut}</b> ${answer.text}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${
        this.isSaving
          ? html`<form class="saving" @submit=${(event: Event) => void this.#saveCanned(event)}>
              <input
                name="shortcut"
                required
                maxlength="40"
                pattern="[\\p{L}\\p{N}_\\-]+"
                placeholder=${words.cannedName}
                aria-label=${words.cannedName}
              />
              <button class="button primary" type="submit">${words.save}</button>
              <button class="button" type="button" @click=${() => (this.isSaving = false)}>
                ${words.cancel}
              </button>
            </form>`
          : nothing
      }
      <div class="tabs">
        <button type="button" aria-pressed=${!this.isNote} @click=${() => (this.isNote = false)}>
          ${words.reply}
        </button>
        <button type="button" aria-pressed=${this.isNote} @click=${() => (this.isNote = true)}>
          ${words.note}
        </button>
        ${this.isNote ? html`<span>${words.noteHint}</span>` : nothing}
      </div>
      <textarea
        rows="2"
        maxlength="5000"
        dir="auto"
        placeholder=${placeholder}
        aria-label=${placeholder}
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
        @input=${() => this.#onInput()}
      ></textarea>
      <div class="tools">
        <button
          class="icon-button"
          type="button"
          aria-label=${words.attach}
          title=${words.attach}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.click()}
        >
          ${icon(icons.clip)}
        </button>
        <input
          type="file"
          multiple
          tabindex="-1"
          aria-hidden="true"
          @change=${(event: Event) => void this.#attach(event)}
        />
        <button
          class="icon-button"
          type="button"
          aria-label=${words.saveCanned}
          title=${words.saveCanned}
          @click=${() => (this.isSaving = !!this.#field.value.trim())}
        >
          ${icon(icons.save)}
        </button>
        ${this.files.map(
          (file) =>
            html`<button
              class="chip"
              type="button"
              aria-label=${words.remove(file.name)}
              @click=${() => (this.files = this.files.filter(({id}) => id !== file.id))}
            >
              ${file.name} ${icon(icons.close, 12)}
            </button>`,
        )}
        <button class="button primary" type="button" @click=${() => void this.#send()}>
          ${this.isNote ? words.addNote : words.send}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversation': AgentConversation;
  }
}
