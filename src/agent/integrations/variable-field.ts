import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import {ReactiveElement, type PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {Variable} from '../records.ts';
import {complete, matching, piecesOf, typingAt, unknownIn, type Typing} from '../variables/variable-text.ts';
import {FieldChangeEvent} from './events.ts';
import {form} from './form.styles.ts';
import {styles} from './variable-field.styles.ts';
import {words} from './words.ts';

/**
 * A field for a text with `{{variables}}`: they are completed while they are typed, highlighted, and marked where nobody
 * knows them.
 *
 * @customElement agent-variable-field
 * @fires {FieldChangeEvent} field-change - The text has changed.
 * @csspart input - The field.
 */
export class AgentVariableField extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    value: {},
    label: {},
    placeholder: {},
    rows: {type: Number},
    disabled: {type: Boolean},
    invalid: {type: Boolean},
    variables: {attribute: false},
    theme: {reflect: true},
    typing: {state: true},
    chosen: {state: true},
  };
  static override styles = [tokens, reset, controls, form, styles];

  value = '';
  /** The field's name for who does not see it. */
  label = '';
  placeholder = '';
  /** More than one line. @default one */
  rows = 1;
  disabled = false;
  invalid = false;
  variables: readonly Variable[] = [];
  /** @default the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  private typing?: Typing;
  private chosen = 0;

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  get #field(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot?.querySelector('input, textarea') ?? null;
  }

  get #matches(): Variable[] {
    return this.typing ? matching(this.typing.prefix, this.variables) : [];
  }

  override render(): TemplateResult {
    const {value, variables} = this;
    const matches = this.#matches;
    const unknown = variables.length > 0 ? unknownIn(value, variables) : [];
    const isLong = this.rows > 1;
    return html`<div class="base" lang="en">
      <div class="box">
        <div class="drawn ${isLong ? 'is-long code' : ''}" aria-hidden="true">
          <span class="ink">${this.#renderInk()}</span>
        </div>
        ${this.#renderField(isLong, matches, unknown)}
      </div>
      ${matches.length > 0 ? this.#renderList(matches) : nothing}
      ${unknown.length > 0 ? html`<p class="error" id="unknown">${words.unknown(unknown.join(', '))}</p>` : nothing}
    </div>`;
  }

  /** The text as it is drawn. A line end at the end would else be swallowed. */
  #renderInk(): unknown[] {
    const pieces = piecesOf(this.value, this.variables).map(({text, name, isKnown}) =>
      name === undefined ? text : html`<span class=${isKnown ? 'known' : 'unknown'}>${text}</span>`,
    );
    return [...pieces, this.value.endsWith('\n') ? ' ' : ''];
  }

  #renderField(isLong: boolean, matches: readonly Variable[], unknown: readonly string[]): TemplateResult {
    const isOpen = matches.length > 0;
    const active = isOpen ? `option-${this.chosen}` : nothing;
    const describedBy = unknown.length > 0 ? 'unknown' : nothing;
    // The same attributes twice: a template’s tags are fixed.
    return isLong
      ? html`<textarea
          part="input"
          class="code"
          rows=${this.rows}
          spellcheck="false"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-controls=${isOpen ? 'list' : nothing}
          aria-activedescendant=${active}
          aria-describedby=${describedBy}
          aria-invalid=${this.invalid || nothing}
          placeholder=${this.placeholder}
          ?disabled=${this.disabled}
          .value=${live(this.value)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @keyup=${this.#onCaret}
          @click=${this.#onCaret}
          @scroll=${this.#onScroll}
          @blur=${this.#close}
        ></textarea>`
      : html`<input
          part="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="list"
          aria-activedescendant=${active}
          aria-describedby=${describedBy}
          aria-invalid=${this.invalid || nothing}
          placeholder=${this.placeholder}
          ?disabled=${this.disabled}
          .value=${live(this.value)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @keyup=${this.#onCaret}
          @click=${this.#onCaret}
          @scroll=${this.#onScroll}
          @blur=${this.#close}
        />`;
  }

  #renderList(matches: readonly Variable[]): TemplateResult {
    return html`<div class="list" id="list" role="listbox" aria-label=${words.variables}>
      ${matches.map(
        ({name, description}, index) =>
          html`<div
            class="option"
            role="option"
            id="option-${index}"
            aria-selected=${index === this.chosen}
            @pointerdown=${(event: Event) => {
              // The field keeps the focus.
              event.preventDefault();
              this.#accept(name);
            }}
          >
            ${name}<span>${description}</span>
          </div>`,
      )}
    </div>`;
  }

  override updated(): void {
    this.#onScroll();
  }

  #onScroll(): void {
    const drawn = this.renderRoot.querySelector('.drawn');
    const field = this.#field;
    if (!drawn || !field) return;
    drawn.scrollLeft = field.scrollLeft;
    drawn.scrollTop = field.scrollTop;
  }

  #onInput(): void {
    this.value = this.#field!.value;
    this.dispatchEvent(new FieldChangeEvent(this.value));
    this.#onCaret();
  }

  #onCaret(event?: Event): void {
    // What moves through the list does not move the caret.
    if (
      event instanceof KeyboardEvent &&
      ['ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'Tab'].includes(event.key)
    )
      return;
    const {value, selectionStart, selectionEnd} = this.#field!;
    const isOne = selectionStart === selectionEnd;
    const typing = isOne && selectionStart !== null ? typingAt(value, selectionStart) : undefined;
    if (typing?.prefix !== this.typing?.prefix) this.chosen = 0;
    this.typing = typing;
  }

  #onKey(event: KeyboardEvent): void {
    const matches = this.#matches;
    if (matches.length === 0 || event.isComposing) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) this.chosen = (this.chosen + step + matches.length) % matches.length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.#accept(matches[this.chosen]!.name);
    else if (event.key === 'Escape') this.typing = undefined;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #close(): void {
    this.typing = undefined;
  }

  #accept(name: string): void {
    const {text, caret} = complete(this.value, this.typing!, name);
    this.typing = undefined;
    this.value = text;
    this.dispatchEvent(new FieldChangeEvent(text));
    void this.updateComplete.then(() => {
      const field = this.#field;
      field?.focus();
      field?.setSelectionRange(caret, caret);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-variable-field': AgentVariableField;
  }
}
