import {html, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {css} from '../../themes/css.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {CodeEditor, EditorVariable} from './code-mirror.ts';
import {JsonChangeEvent} from './events.ts';
import {words} from './words.ts';

const own = css`
  :host {
    display: block;
  }
  .base {
    display: block;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    /* JSON is read from the left everywhere. */
    direction: ltr;
  }
  .base:focus-within {
    border-color: var(--_link);
    outline: 1px solid var(--_link);
  }
  [hidden] {
    display: none !important;
  }
  textarea {
    all: unset;
    box-sizing: border-box;
    display: block;
    width: 100%;
    min-height: 136px;
    padding: 8px 12px;
    color: var(--_text);
    font:
      13px/20px ui-monospace,
      'Cascadia Mono',
      Menlo,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

/**
 * Edits JSON with `{{variables}}`: completed while typing, marked, and said to be unknown. The editor itself comes when it
 * is first shown; until then, and where it cannot come, there is a plain field.
 *
 * @customElement agent-json-editor
 * @fires {JsonChangeEvent} json-change - The text has changed by hand; it may not be JSON yet.
 */
export class AgentJsonEditor extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    value: {attribute: false},
    variables: {attribute: false},
    label: {},
    readOnly: {type: Boolean, attribute: 'readonly'},
  };
  static override styles = [tokens, reset, own];

  #editor?: CodeEditor;
  #isLoading = false;

  value = '';

  /** What may stand between the braces. */
  variables: readonly EditorVariable[] = [];

  /** The accessible name. */
  label = words.label;

  readOnly = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor?.destroy();
    this.#editor = undefined;
  }

  override render(): TemplateResult {
    return html`<div class="base">
      <div class="place" ?hidden=${!this.#editor}></div>
      <textarea
        ?hidden=${!!this.#editor}
        aria-label=${this.label}
        spellcheck="false"
        rows="6"
        .value=${this.value}
        ?readonly=${this.readOnly}
        @input=${(event: Event) => this.#changed((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    const editor = this.#editor;
    if (editor && changed.has('value')) editor.value = this.value;
    if (editor && changed.has('readOnly')) editor.setReadOnly(this.readOnly);
    if (!editor && this.isConnected) void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const {createCodeEditor} = await import('./code-mirror.ts');
      if (!this.isConnected || this.#editor) return;
      const hadFocus = this.renderRoot.activeElement !== null;
      this.#editor = createCodeEditor({
        parent: this.renderRoot.querySelector('.place')!,
        root: this.renderRoot,
        value: this.value,
        label: this.label,
        getVariables: () => this.variables,
        onChange: (value) => this.#changed(value),
      });
      if (this.readOnly) this.#editor.setReadOnly(true);
      if (hadFocus) this.#editor.focus();
      this.requestUpdate();
    } catch {
      // The plain field stays.
    } finally {
      this.#isLoading = false;
    }
  }

  #changed(value: string): void {
    this.value = value;
    this.dispatchEvent(new JsonChangeEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-json-editor': AgentJsonEditor;
  }
}
