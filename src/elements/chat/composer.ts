import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Visitor} from '../../core/chat/visitor.ts';
import {InboxError} from '../../core/errors.ts';
import type {ChatTerms} from '../../i18n/chat/chat-terms.ts';
import {MAX_ATTACHMENT, MAX_FILES, MAX_MESSAGE, MAX_WAITING} from '../../protocol/visitor.ts';
import {drawing, drawings} from './drawings.ts';
import {formatSize} from './links.ts';

export interface ComposerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly conversation?: Visitor;
  requestUpdate(): void;
  /** Something has been said: the log goes to its end. */
  onSend(): void;
}

/** Says a problem in the words of the moment, which may be of another language later. */
type Problem = (words: ChatTerms) => string;

/** Where a visitor writes. What is typed and chosen is kept on this device until it has been sent. */
export class Composer {
  #host: ComposerHost;
  #files: readonly File[] = [];
  #problem?: Problem;
  #hasText = false;

  constructor(host: ComposerHost) {
    this.#host = host;
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('textarea');
  }

  focus(): void {
    this.#field?.focus({preventScroll: true});
  }

  /** Something went wrong that is not the composer's: it stands where the composer's problems do. */
  tell(problem: Problem | undefined): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  /** Brings back what was typed and chosen before a reload; what stands there now wins. */
  async restore(): Promise<void> {
    const draft = await this.#host.conversation?.readDraft();
    await this.#host.updateComplete;
    const field = this.#field;
    if (!draft || !field || field.value || this.#files.length) return;
    field.value = draft.text;
    this.#files = draft.files;
    this.#change();
  }

  /** Another conversation: nothing of this one's goes there. */
  clear(): void {
    const field = this.#field;
    if (field) field.value = '';
    this.#files = [];
    this.#hasText = false;
    this.#problem = undefined;
  }

  #change(): void {
    const text = this.#field?.value ?? '';
    this.#hasText = text.trim() !== '';
    this.#host.conversation?.keepDraft({text, files: this.#files});
    this.#host.requestUpdate();
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    // The Enter that ends a composition (Japanese, Chinese) is a part of writing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void this.#send();
  };

  #onInput = (): void => {
    this.#change();
    if (this.#hasText) this.#host.conversation?.sayTyping();
  };

  #onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#add(files);
  };

  #onChoose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#add([...(input.files ?? [])]);
    input.value = '';
  };

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  #add(files: readonly File[]): void {
    const tooLarge = files.find(({size}) => size > MAX_ATTACHMENT);
    const all = [...this.#files, ...files.filter(({size}) => size <= MAX_ATTACHMENT)];
    this.#files = all.slice(0, MAX_FILES);
    this.#problem = tooLarge
      ? (words) => words.tooLarge(tooLarge.name, formatSize(MAX_ATTACHMENT, words.language))
      : all.length > MAX_FILES
        ? (words) => words.tooMany(MAX_FILES)
        : undefined;
    this.#change();
  }

  #remove(file: File): void {
    this.#files = this.#files.filter((other) => other !== file);
    this.#problem = undefined;
    this.#change();
    this.focus();
  }

  async #send(): Promise<void> {
    const field = this.#field!;
    const text = field.value;
    const files = this.#files;
    const {conversation} = this.#host;
    if (!conversation || (!text.trim() && !files.length)) return;
    field.value = '';
    this.#files = [];
    this.#problem = undefined;
    this.#host.onSend();
    try {
      await conversation.send(text, files);
    } catch (error) {
      // Nothing that was typed or chosen is lost.
      if (!field.value) field.value = text;
      this.#files = [...files, ...this.#files].slice(0, MAX_FILES);
      const isFull = error instanceof InboxError && error.problem === 'too-large';
      this.#problem = isFull
        ? (words) => words.noRoom(formatSize(MAX_WAITING, words.language))
        : ({badFile}) => badFile(files[0]?.name ?? '');
    }
    // Only now: until then the message was not kept.
    this.#change();
  }

  render(words: ChatTerms): TemplateResult {
    return html`
      ${this.#problem ? html`<div class="notice error" role="alert">${this.#problem(words)}</div>` : nothing}
      ${
        this.#files.length
          ? html`<div class="files">
              ${this.#files.map(
                (file) =>
                  html`<button
                    class="file"
                    type="button"
                    aria-label=${words.remove(file.name)}
                    @click=${() => this.#remove(file)}
                  >
                    <b dir="auto">${file.name}</b> ${drawing(drawings.close, 16)}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <form @submit=${this.#onSubmit}>
        <button
          class="icon-button"
          type="button"
          aria-label=${words.attach}
          title=${words.attach}
          @click=${() => this.#host.renderRoot.querySelector<HTMLInputElement>('input')!.click()}
        >
          ${drawing(drawings.clip)}
        </button>
        <input type="file" multiple tabindex="-1" aria-hidden="true" @change=${this.#onChoose} />
        <textarea
          rows="1"
          maxlength=${MAX_MESSAGE}
          dir="auto"
          placeholder=${words.write}
          aria-label=${words.write}
          @keydown=${this.#onKeyDown}
          @input=${this.#onInput}
          @paste=${this.#onPaste}
        ></textarea>
        <button
          class="icon-button send"
          type="submit"
          aria-label=${words.send}
          ?disabled=${!this.#hasText && !this.#files.length}
        >
          ${drawing(drawings.send)}
        </button>
      </form>
    `;
  }
}
