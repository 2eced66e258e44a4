import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import type {ChatState} from '../../core/chat/chat-state.ts';
import type {Visitor} from '../../core/chat/visitor.ts';
import {InboxError} from '../../core/errors.ts';
import {MAX_ATTACHMENT, MAX_MESSAGE, type ChatAttachment} from '../../protocol/visitor.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {BaseElement} from '../base/base-element.ts';
import {languageOf} from '../base/language.ts';
import type {PropertyDeclarations} from '../base/reactive-element.ts';
import {styles} from './chat.styles.ts';
import {canRate, drawing, drawings, face, log, rating, typing} from './chat-views.ts';
import {drawPicture, saveFile} from './files.ts';
import {words} from './words.ts';

/** So near to the end the log follows new messages: pixels. */
const NEAR_END = 80;
/** Files of one message. */
const MAX_FILES = 5;

/**
 * A chat with the site: a button that opens it, the messages, and a place to write. What is written is kept until the
 * platform has it.
 *
 * @customElement app-inbox-chat
 * @fires app-inbox-chat-open - The chat has been opened.
 * @fires app-inbox-chat-close - The chat has been closed.
 * @csspart launcher - The button.
 * @csspart panel - The open chat.
 */
export class AppInboxChat extends BaseElement {
  static override properties: PropertyDeclarations = {
    conversation: {attribute: false},
    open: {type: Boolean, reflect: true},
    launcher: {attribute: false},
    files: {state: true},
    problem: {state: true},
    hasText: {state: true},
    thanks: {state: true},
  };
  static override styles = [reset, tokens, controls, styles];

  /** The visitor whose conversation it is, of `createVisitor`. */
  conversation?: Visitor;
  /** Whether the chat is open. */
  open = false;
  /** Whether there is a button that opens it. */
  launcher = true;

  protected files: readonly File[] = [];
  protected problem = '';
  protected hasText = false;
  protected thanks = false;

  #followed?: Visitor;
  #unsubscribe?: () => void;
  #isAtEnd = true;
  #stopDrawing = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopDrawing = new AbortController();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = this.#followed = undefined;
    this.#stopDrawing.abort();
  }

  get #state(): ChatState | undefined {
    return this.conversation?.state;
  }

  #follow(): void {
    if (this.conversation === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = this.conversation;
    this.#unsubscribe = this.conversation?.subscribe(() => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#follow();
    const box = this.renderRoot.querySelector('.log');
    if (box) this.#isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    if (changed.has('open') && this.open) this.#isAtEnd = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') || changed.has('conversation')) this.#changeOpen(changed.get('open') === true);
    const box = this.renderRoot.querySelector('.log');
    if (box && this.#isAtEnd && this.open) box.scrollTop = box.scrollHeight;
    this.#drawPictures();
    if (this.open && !document.hidden && this.#state?.unread) this.conversation?.markRead();
  }

  #changeOpen(wasOpen: boolean): void {
    if (this.open) {
      void this.conversation?.open();
      this.renderRoot.querySelector<HTMLElement>('textarea')?.focus({preventScroll: true});
    } else if (wasOpen && this.launcher) this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
  }

  #setOpen(isOpen: boolean): void {
    this.open = isOpen;
    const name = isOpen ? 'app-inbox-chat-open' : 'app-inbox-chat-close';
    this.dispatchEvent(new Event(name, {bubbles: true, composed: true}));
  }

  #drawPictures(): void {
    const {conversation} = this;
    if (!this.open || !conversation) return;
    const files = new Map(
      conversation.state.entries.flatMap((entry) => entry.attachments.map((file) => [file.id, file])),
    );
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas:not([data-drawn])')) {
      const file = files.get(canvas.dataset.file!);
      if (!file) continue;
      canvas.dataset.drawn = '';
      void drawPicture(canvas, () => conversation.download(file), this.#stopDrawing.signal);
    }
  }

  #save(file: ChatAttachment): void {
    this.conversation
      ?.download(file)
      .then((blob) => saveFile(blob, file.name))
      .catch(() => (this.problem = words.uploadFailed(file.name)));
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#setOpen(false);
  }

  #onWrite(event: KeyboardEvent): void {
    // The Enter that ends a composition (Japanese, Chinese) is a part of writing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void this.#send();
  }

  #onInput(event: InputEvent): void {
    this.hasText = (event.target as HTMLTextAreaElement).value.trim() !== '';
    if (this.hasText) this.conversation?.sayTyping();
  }

  #addFiles(files: readonly File[]): void {
    const fitting = files.filter(({size}) => size <= MAX_ATTACHMENT);
    const tooLarge = files.find(({size}) => size > MAX_ATTACHMENT);
    this.problem = tooLarge ? words.tooLarge(tooLarge.name) : '';
    this.files = [...this.files, ...fitting].slice(0, MAX_FILES);
  }

  #onPaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#addFiles(files);
  }

  async #send(): Promise<void> {
    const field = this.renderRoot.querySelector('textarea')!;
    const text = field.value;
    const {files, conversation} = this;
    if (!conversation || (!text.trim() && !files.length)) return;
    field.value = '';
    this.hasText = false;
    this.files = [];
    this.problem = '';
    this.#isAtEnd = true;
    try {
      await conversation.send(text, files);
    } catch (error) {
      // Nothing that was typed or chosen is lost.
      if (!field.value) field.value = text;
      this.hasText = field.value.trim() !== '';
      this.files = files;
      const name = files[0]?.name ?? '';
      const isRefused = error instanceof InboxError && error.code === 'refused';
      this.problem = isRefused ? words.badFile(name) : words.uploadFailed(name);
    }
  }

  #rate(stars: number): void {
    this.thanks = true;
    this.conversation?.rate(stars).catch(() => (this.thanks = false));
  }

  protected override render(): TemplateResult {
    const state = this.#state;
    const unread = state?.unread ?? 0;
    return html`
      <button
        class="launcher"
        part="launcher"
        type="button"
        ?hidden=${this.open || !this.launcher}
        aria-label=${words.launcher(unread)}
        aria-expanded="false"
        @click=${() => this.#setOpen(true)}
      >
        ${drawing(drawings.chat, 26)}
        ${unread ? html`<span class="badge" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}
      </button>
      ${this.open && state ? this.#panel(state) : nothing}
    `;
  }

  #panel(state: ChatState): TemplateResult {
    const {visitor, entries, connection} = state;
    const agent = visitor?.agent;
    const heading = agent?.name ?? words.heading;
    const hint = visitor?.isAway ? words.away : words.online;
    return html`<section
      class="panel"
      part="panel"
      role="dialog"
      aria-label=${words.heading}
      @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
    >
      <header>
        ${agent ? face(agent.name, agent.avatar) : nothing}
        <div class="who">
          <h2>${heading}</h2>
          <p>${hint}</p>
        </div>
        <button
          class="icon-button"
          type="button"
          aria-label=${words.close}
          @click=${() => this.#setOpen(false)}
        >
          ${drawing(drawings.close)}
        </button>
      </header>
      <div class="log" role="log" aria-live="polite" aria-label=${words.log} tabindex="0">
        ${
          state.hasMore
            ? html`<button class="text-button" type="button" @click=${() => void this.#loadMore()}>
                ${words.older}
              </button>`
            : nothing
        }
        ${entries.length ? nothing : html`<div class="greeting">${words.greeting}</div>`}
        ${log(entries, {language: languageOf(this), now: Date.now(), onFile: (file) => this.#save(file)})}
        ${state.typing ? typing(state.typing) : nothing}
      </div>
      ${connection === 'offline' ? html`<div class="notice" role="status">${words.offline}</div>` : nothing}
      ${visitor?.status === 'closed' ? html`<div class="notice">${words.closed}</div>` : nothing}
      ${canRate(state) && !this.thanks ? rating((stars) => this.#rate(stars)) : nothing}
      ${
        this.thanks && visitor?.status === 'closed'
          ? html`<div class="notice" role="status">${words.thanks}</div>`
          : nothing
      }
      ${this.problem ? html`<div class="notice error" role="alert">${this.problem}</div>` : nothing}
      ${this.#composer()}
    </section>`;
  }

  async #loadMore(): Promise<void> {
    const box = this.renderRoot.querySelector('.log')!;
    const fromEnd = box.scrollHeight - box.scrollTop;
    await this.conversation?.loadMore().catch(() => {});
    await this.updateComplete;
    // What was on the screen stays there.
    box.scrollTop = box.scrollHeight - fromEnd;
  }

  #composer(): TemplateResult {
    return html`
      ${
        this.files.length
          ? html`<div class="files">
              ${this.files.map(
                (file) =>
                  html`<button
                    class="file"
                    type="button"
                    aria-label=${words.remove(file.name)}
                    @click=${() => (this.files = this.files.filter((other) => other !== file))}
                  >
                    <b>${file.name}</b> ${drawing(drawings.close, 16)}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#send();
        }}
      >
        <button
          class="icon-button"
          type="button"
          aria-label=${words.attach}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input')!.click()}
        >
          ${drawing(drawings.clip)}
        </button>
        <input
          type="file"
          multiple
          tabindex="-1"
          aria-hidden="true"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            this.#addFiles([...(input.files ?? [])]);
            input.value = '';
          }}
        />
        <textarea
          rows="1"
          maxlength=${MAX_MESSAGE}
          dir="auto"
          placeholder=${words.write}
          aria-label=${words.write}
          @keydown=${(event: KeyboardEvent) => this.#onWrite(event)}
          @input=${(event: InputEvent) => this.#onInput(event)}
          @paste=${(event: ClipboardEvent) => this.#onPaste(event)}
        ></textarea>
        <button
          class="icon-button send"
          type="submit"
          aria-label=${words.send}
          ?disabled=${!this.hasText && !this.files.length}
        >
          ${drawing(drawings.send)}
        </button>
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-inbox-chat': AppInboxChat;
  }
}
