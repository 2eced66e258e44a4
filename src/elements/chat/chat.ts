import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import type {ChatState} from '../../core/chat/chat-state.ts';
import type {Visitor} from '../../core/chat/visitor.ts';
import {loadChatTerms, loadedChatTerms} from '../../i18n/chat/chat.ts';
import type {ChatTerms} from '../../i18n/chat/chat-terms.ts';
import {formatCount} from '../../i18n/format-count.ts';
import type {ChatAttachment} from '../../protocol/visitor.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {languageOf} from '../base/language.ts';
import {ReactiveElement, type PropertyDeclarations} from '../base/reactive-element.ts';
import {styles} from './chat.styles.ts';
import {canRate, face, isPicture, log, rating, typing, viewer} from './chat-views.ts';
import {Composer} from './composer.ts';
import {drawing, drawings} from './drawings.ts';
import {drawPicture, saveFile} from './files.ts';

/** So near to the end the log follows new messages: pixels. */
const NEAR_END = 80;

/**
 * A chat with the site: a button that opens it, the messages, and a place to write. What is written is kept until the
 * platform has it, and what is not sent yet until the next visit.
 *
 * In the inbox it is a tab: `<app-inbox-chat slot="chat" embedded>` inside `<app-inbox-panel>`, which opens and closes it.
 *
 * @customElement app-inbox-chat
 * @fires app-inbox-chat-open - The chat has been opened.
 * @fires app-inbox-chat-close - The chat has been closed.
 * @csspart launcher - The button.
 * @csspart panel - The open chat.
 */
export class AppInboxChat extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    conversation: {attribute: false},
    open: {type: Boolean, reflect: true},
    launcher: {attribute: false},
    embedded: {type: Boolean, reflect: true},
    unread: {type: Number, reflect: true},
    language: {},
    theme: {reflect: true},
    thanks: {state: true},
    viewed: {state: true},
  };
  static override styles = [reset, tokens, controls, styles];

  /** The visitor whose conversation it is, of `createVisitor`. */
  conversation?: Visitor;
  /** Whether the chat is open. */
  open = false;
  /** Whether there is a button that opens it. */
  launcher = true;
  /** It fills the box that it is in, without a button and without closing itself. */
  embedded = false;
  /** Read-only: messages that the visitor has not read; nothing where there are none. */
  unread?: number;
  /** ISO 639-1 or BCP 47. @default the nearest `lang` around the element, then the visitor's first language */
  language?: string;
  /** @default 'auto', the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  protected thanks = false;
  /** The picture that is looked at, large. */
  protected viewed?: ChatAttachment;

  #composer = new Composer(this);
  #followed?: Visitor;
  #unsubscribe?: () => void;
  #isAtEnd = true;
  /** Once it is open and has its words. */
  #isShown = false;
  #stop = new AbortController();
  /** The language whose words are on their way. */
  #wordsFor?: string;
  /** The words that were there last: they stay while those of another language are on their way. */
  #lastWords?: ChatTerms;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = new AbortController();
    // What came while nobody looked is read when somebody does.
    document.addEventListener('visibilitychange', () => this.requestUpdate(), {signal: this.#stop.signal});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = this.#followed = undefined;
    this.#stop.abort();
  }

  get #state(): ChatState | undefined {
    return this.conversation?.state;
  }

  get #words(): ChatTerms | undefined {
    const language = languageOf(this);
    const words = loadedChatTerms(language);
    if (!words && this.#wordsFor !== language) {
      this.#wordsFor = language;
      loadChatTerms(language).then(
        () => this.requestUpdate(),
        () => (this.#wordsFor = undefined),
      );
    }
    return (this.#lastWords = words ?? this.#lastWords ?? loadedChatTerms('en'));
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #follow(): void {
    if (this.conversation === this.#followed) return;
    this.#unsubscribe?.();
    if (this.#followed && this.conversation) this.#composer.clear();
    this.#followed = this.conversation;
    this.#isShown = false;
    this.#unsubscribe = this.conversation?.subscribe(() => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#follow();
    this.unread = this.#state?.unread || undefined;
    // Each chat is asked for a rating of its own.
    if (this.#state?.visitor?.status !== 'closed') this.thanks = false;
    const box = this.#find('.log');
    if (box) this.#isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    if (changed.has('open') && this.open) this.#isAtEnd = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#changeOpen(changed.get('open') === true);
    const box = this.#find('.log');
    if (box && this.#isAtEnd) box.scrollTop = box.scrollHeight;
    const viewer = this.renderRoot.querySelector<HTMLDialogElement>('dialog');
    if (viewer && !viewer.open) viewer.showModal();
    this.#drawPictures();
    if (this.#isShown && !document.hidden && this.unread) this.conversation?.markRead();
  }

  #changeOpen(wasOpen: boolean): void {
    const isShown = !!this.#find('.panel');
    if (isShown && !this.#isShown) {
      void this.conversation?.open();
      void this.#composer.restore();
      // In the inbox the focus stays on the tab.
      if (!this.embedded) this.#composer.focus();
    } else if (wasOpen && !this.open && this.launcher) this.#find('.launcher')?.focus();
    this.#isShown = isShown;
  }

  #setOpen(isOpen: boolean): void {
    this.open = isOpen;
    const name = isOpen ? 'app-inbox-chat-open' : 'app-inbox-chat-close';
    this.dispatchEvent(new Event(name, {bubbles: true, composed: true}));
  }

  /** The composer has sent something. */
  onSend(): void {
    this.#isAtEnd = true;
    const box = this.#find('.log');
    if (box) box.scrollTop = box.scrollHeight;
  }

  #drawPictures(): void {
    const {conversation} = this;
    if (!this.open || !conversation) return;
    const files = new Map(
      conversation.state.entries.flatMap((entry) => entry.attachments.map((file) => [file.id, file])),
    );
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const file = files.get(canvas.dataset.file!);
      if (!file || canvas.dataset.drawn === file.id) continue;
      canvas.dataset.drawn = file.id;
      const {signal} = this.#stop;
      const room = canvas.closest('dialog')
        ? {width: innerWidth * 0.9, height: innerHeight * 0.8}
        : undefined;
      void drawPicture(canvas, () => conversation.download(file), {signal, room});
    }
  }

  #save(file: ChatAttachment): void {
    this.conversation
      ?.download(file)
      .then((blob) => saveFile(blob, file.name))
      .catch(() => this.#composer.tell((words) => words.downloadFailed(file.name)));
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.embedded) return;
    event.stopPropagation();
    this.#setOpen(false);
  };

  #rate(stars: number): void {
    this.thanks = true;
    // The stars go, and the focus with them.
    this.#composer.focus();
    this.conversation?.rate(stars).catch(() => (this.thanks = false));
  }

  async #loadMore(): Promise<void> {
    const box = this.#find('.log')!;
    const fromEnd = box.scrollHeight - box.scrollTop;
    await this.conversation?.loadMore().catch(() => {});
    await this.updateComplete;
    // What was on the screen stays there.
    box.scrollTop = box.scrollHeight - fromEnd;
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#words;
    const state = this.#state;
    if (!words) return nothing;
    return html`
      ${this.embedded ? nothing : this.#launcher(words, state?.unread ?? 0)}
      ${this.open && state ? this.#panel(words, state) : nothing}
      ${this.open && this.viewed ? this.#viewer(words, this.viewed) : nothing}
    `;
  }

  #viewer(words: ChatTerms, file: ChatAttachment): TemplateResult {
    return viewer(file, words, {
      onSave: () => this.#save(file),
      onClose: () => (this.viewed = undefined),
    });
  }

  #launcher(words: ChatTerms, unread: number): TemplateResult {
    const {language} = words;
    return html`<button
      class="launcher"
      part="launcher"
      type="button"
      lang=${language}
      ?hidden=${this.open || !this.launcher}
      aria-label=${unread ? `${words.chat}, ${words.unread(unread)}` : words.chat}
      aria-expanded="false"
      @click=${() => this.#setOpen(true)}
    >
      ${drawing(drawings.chat, 26)}
      ${
        unread
          ? html`<span class="badge" aria-hidden="true"
              >${unread > 99 ? `${formatCount(99, language)}+` : formatCount(unread, language)}</span
            >`
          : nothing
      }
    </button>`;
  }

  #panel(words: ChatTerms, state: ChatState): TemplateResult {
    const {embedded} = this;
    return html`<section
      class="panel"
      part="panel"
      lang=${words.language}
      dir=${words.direction}
      role=${embedded ? 'group' : 'dialog'}
      aria-label=${words.heading}
      @keydown=${this.#onKeyDown}
    >
      ${this.#header(words, state)} ${this.#log(words, state)} ${this.#notices(words, state)}
      ${this.#composer.render(words)}
    </section>`;
  }

  #header(words: ChatTerms, {visitor}: ChatState): TemplateResult {
    const agent = visitor?.agent;
    return html`<header>
      ${agent ? face(agent.name, agent.avatar) : nothing}
      <div class="who">
        <h2 dir="auto">${agent?.name ?? words.heading}</h2>
        <p>${visitor?.isAway ? words.away : words.online}</p>
      </div>
      ${
        this.embedded
          ? nothing
          : html`<button
              class="icon-button"
              type="button"
              aria-label=${words.close}
              @click=${() => this.#setOpen(false)}
            >
              ${drawing(drawings.close)}
            </button>`
      }
    </header>`;
  }

  #log(words: ChatTerms, state: ChatState): TemplateResult {
    const {entries} = state;
    return html`<div class="log" role="log" aria-live="polite" aria-label=${words.log} tabindex="0">
      ${
        state.hasMore
          ? html`<button class="text-button" type="button" @click=${() => void this.#loadMore()}>
              ${words.older}
            </button>`
          : nothing
      }
      ${entries.length ? nothing : html`<div class="greeting">${words.greeting}</div>`}
      ${log(entries, {words, now: Date.now(), onFile: (file) => (isPicture(file) ? (this.viewed = file) : this.#save(file))})}
      ${state.typing && state.visitor?.status !== 'closed' ? typing(state.typing, words) : nothing}
    </div>`;
  }

  /** Between the log and the composer: how things are. */
  #notices(words: ChatTerms, state: ChatState): TemplateResult {
    const {visitor, connection, refusedFiles} = state;
    const isClosed = visitor?.status === 'closed';
    return html`
      ${connection === 'offline' ? html`<div class="notice" role="status">${words.offline}</div>` : nothing}
      ${isClosed ? html`<div class="notice">${words.closed}</div>` : nothing}
      ${canRate(state) && !this.thanks ? rating(words, (stars) => this.#rate(stars)) : nothing}
      ${this.thanks && isClosed ? html`<div class="notice" role="status">${words.thanks}</div>` : nothing}
      ${refusedFiles.map((name) => html`<div class="notice error" role="alert">${words.badFile(name)}</div>`)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-chat': AppInboxChat;
  }
  interface GlobalEventHandlersEventMap {
    'app-inbox-chat-open': Event;
    'app-inbox-chat-close': Event;
  }
}
