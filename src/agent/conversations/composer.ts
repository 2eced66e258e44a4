import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ConversationDetails} from '../../protocol/conversation.ts';
import {MAX_FILES, type ChatAttachment} from '../../protocol/visitor.ts';
import {matchingAnswers, replaceShortcut} from './canned.ts';
import type {ConversationsClient} from './client.ts';
import {icon, icons} from './conversation-views.ts';
import type {CannedAnswer} from './records.ts';
import {words} from './words.ts';

/** Somebody who writes says so no more often than this: milliseconds. */
export const TYPING = 2500;

/** The conversation in which one writes. */
export interface ComposerHost {
  readonly client?: ConversationsClient;
  readonly conversation?: string;
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** What the conversation does for it. */
export interface ComposerActs {
  /** Something is on its way. */
  onSend(): void;
  /** Says what is wrong; empty: nothing is any more. */
  tell(problem: string): void;
  /** Changes something that a colleague may have changed as well. */
  attempt(action: (details: ConversationDetails) => Promise<void>): Promise<void>;
}

/** What is on its way to the conversation. */
interface State {
  isNote: boolean;
  isSaving: boolean;
  files: readonly ChatAttachment[];
  suggestions: readonly CannedAnswer[];
  /** The place of the suggestion that Enter takes. */
  active: number;
}

const EMPTY: State = {isNote: false, isSaving: false, files: [], suggestions: [], active: 0};

/** What was typed and not sent. A note stays one: it must not become an answer. */
type Draft = Pick<State, 'isNote' | 'files'> & {text: string};

/** Where an agent writes: an answer or a note, with files, out of canned answers. */
export class Composer {
  readonly #host: ComposerHost;
  readonly #acts: ComposerActs;
  #state = EMPTY;
  #canned: readonly CannedAnswer[] = [];
  #saidTypingAt = 0;
  /** By conversation: looking elsewhere loses nothing. */
  readonly #drafts = new Map<string, Draft>();

  constructor(host: ComposerHost, acts: ComposerActs) {
    this.#host = host;
    this.#acts = acts;
  }

  #set(change: Partial<State>): void {
    this.#state = {...this.#state, ...change};
    this.#host.requestUpdate();
  }

  /** Fetches the canned answers of another client. */
  follow(client: ConversationsClient | undefined): void {
    client?.cannedAnswers().then(
      (list) => (this.#canned = list),
      () => {}, // one can write without
    );
  }

  /** Another conversation is looked at: what was typed in the one before is kept. */
  leave(conversation: string | undefined): void {
    const field = this.#host.renderRoot.querySelector('textarea');
    const {isNote, files} = this.#state;
    if (field && conversation) this.#drafts.set(conversation, {text: field.value, isNote, files});
    this.#set(EMPTY);
  }

  /** Puts back what was typed in this conversation. */
  restore(): void {
    const field = this.#host.renderRoot.querySelector('textarea');
    if (!field) return;
    const {text = '', isNote = false, files = []} = this.#drafts.get(this.#host.conversation ?? '') ?? {};
    field.value = text;
    this.#set({isNote, files});
  }

  get #field(): HTMLTextAreaElement {
    return this.#host.renderRoot.querySelector('textarea')!;
  }

  async #send(): Promise<void> {
    const {files, isNote} = this.#state;
    const {client, conversation: id} = this.#host;
    const field = this.#field;
    const text = field.value.trim();
    if (!id || (!text && !files.length)) return;
    field.value = '';
    this.#set({files: [], suggestions: []});
    this.#drafts.delete(id);
    this.#acts.onSend();
    try {
      const key = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
      await client!.reply(id, {key, text, isNote, attachmentIds: files.map((file) => file.id)});
      this.#acts.tell('');
    } catch {
      // Nothing that was typed is lost.
      if (id !== this.#host.conversation) return void this.#drafts.set(id, {text, isNote, files});
      if (!field.value) field.value = text;
      this.#set({files});
      this.#acts.tell(words.notSent);
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const {suggestions, active} = this.#state;
    const chosen = suggestions[active];
    if (chosen && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      return this.#insert(chosen);
    }
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (chosen && step) {
      event.preventDefault();
      return this.#set({active: (active + step + suggestions.length) % suggestions.length});
    }
    if (event.key === 'Escape' && chosen) this.#set({suggestions: []});
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void this.#send();
  }

  #onInput(): void {
    const {value, selectionStart} = this.#field;
    this.#set({suggestions: matchingAnswers(value, selectionStart, this.#canned), active: 0});
    const now = performance.now();
    if (this.#state.isNote || now - this.#saidTypingAt < TYPING) return;
    this.#saidTypingAt = now;
    this.#host.client!.sayTyping(this.#host.conversation!).catch(() => {}); // nobody misses it
  }

  #insert(answer: CannedAnswer): void {
    const field = this.#field;
    const {text, caret} = replaceShortcut(field.value, field.selectionStart, answer.text);
    field.value = text;
    field.setSelectionRange(caret, caret);
    field.focus();
    this.#set({suggestions: []});
  }

  async #saveCanned(event: Event): Promise<void> {
    event.preventDefault();
    const shortcut = new FormData(event.target as HTMLFormElement).get('shortcut') as string;
    await this.#acts.attempt(async () => {
      const client = this.#host.client!;
      await client.saveCannedAnswer({shortcut: shortcut.trim(), text: this.#field.value.trim()});
      this.#canned = await client.cannedAnswers();
      this.#set({isSaving: false});
    });
  }

  #onChoose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    input.value = '';
    void this.#attach(chosen);
  }

  #onPaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    void this.#attach(files);
  }

  /** Uploads files for the conversation that is shown now, one after another; more than a message may have are told of. */
  async #attach(chosen: readonly File[]): Promise<void> {
    const {client, conversation: id} = this.#host;
    for (const file of chosen) {
      if (this.#state.files.length >= MAX_FILES) return this.#acts.tell(words.tooMany(MAX_FILES));
      try {
        const kept = await client!.upload(id!, file);
        // Of a conversation that is no longer looked at it would go to another visitor.
        if (id !== this.#host.conversation) return;
        this.#set({files: [...this.#state.files, kept]});
        this.#acts.tell('');
      } catch {
        this.#acts.tell(words.badFile(file.name));
      }
    }
  }

  render(problem: string): TemplateResult {
    const placeholder = this.#state.isNote ? words.writeNote : words.writeReply;
    return html`<div class="composer ${this.#state.isNote ? 'note' : ''}">
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${
        this.#state.suggestions.length
          ? html`<ul class="suggestions" role="listbox" aria-label=${words.canned}>
              ${this.#state.suggestions.map(
                (answer, place) =>
                  html`<li
                    id="answer-${place}"
                    role="option"
                    aria-selected=${place === this.#state.active}
                    @mousedown=${(event: Event) => {
                      // The focus stays where one writes.
                      event.preventDefault();
                      this.#insert(answer);
                    }}
                  >
                    <b>/${answer.shortcut}</b> ${answer.text}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${
        this.#state.isSaving
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
              <button class="button" type="button" @click=${() => this.#set({isSaving: false})}>
                ${words.cancel}
              </button>
            </form>`
          : nothing
      }
      <div class="tabs">
        <button type="button" aria-pressed=${!this.#state.isNote} @click=${() => this.#set({isNote: false})}>
          ${words.reply}
        </button>
        <button type="button" aria-pressed=${this.#state.isNote} @click=${() => this.#set({isNote: true})}>
          ${words.note}
        </button>
        ${this.#state.isNote ? html`<span>${words.noteHint}</span>` : nothing}
      </div>
      <textarea
        rows="2"
        maxlength="5000"
        dir="auto"
        placeholder=${placeholder}
        aria-label=${placeholder}
        aria-activedescendant=${this.#state.suggestions.length ? `answer-${this.#state.active}` : nothing}
        @paste=${(event: ClipboardEvent) => this.#onPaste(event)}
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
        @input=${() => this.#onInput()}
      ></textarea>
      <div class="tools">
        <button
          class="icon-button"
          type="button"
          aria-label=${words.attach}
          title=${words.attach}
          @click=${() => this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.click()}
        >
          ${icon(icons.clip)}
        </button>
        <input
          type="file"
          multiple
          tabindex="-1"
          aria-hidden="true"
          @change=${(event: Event) => this.#onChoose(event)}
        />
        <button
          class="icon-button"
          type="button"
          aria-label=${words.saveCanned}
          title=${words.saveCanned}
          @click=${() => this.#set({isSaving: !!this.#field.value.trim()})}
        >
          ${icon(icons.save)}
        </button>
        ${this.#state.files.map(
          (file) =>
            html`<button
              class="chip"
              type="button"
              aria-label=${words.remove(file.name)}
              @click=${() => this.#set({files: this.#state.files.filter(({id}) => id !== file.id)})}
            >
              <span dir="auto">${file.name}</span> ${icon(icons.close, 12)}
            </button>`,
        )}
        <button class="button primary" type="button" @click=${() => void this.#send()}>
          ${this.#state.isNote ? words.addNote : words.send}
        </button>
      </div>
    </div>`;
  }
}
