import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import type {JsonChangeEvent} from '../json-editor/events.ts';
import {generateTemplate} from '../templates/guess.ts';
import type {Scope} from '../templates/scope.ts';
import type {SectionType, Template} from '../templates/template.ts';
import {viewStyles} from '../view/styles.ts';
import {ViewState} from '../view/view-state.ts';
import {Dragging, type Destination, type Dragged} from './dragging.ts';
import {TemplateChangeEvent} from './events.ts';
import {nameOf} from './fields.ts';
import {History} from './history.ts';
import {keyActOf} from './keys.ts';
import {keyOf, renderOutline} from './outline.ts';
import {NEW_SECTIONS, PRESETS} from './presets.ts';
import type {PreviewState} from './preview-data.ts';
import {renderPreview, renderPreviewStates} from './preview.ts';
import {renderProperties} from './properties.ts';
import {styles} from './styles.ts';
import {renderPalette, renderTools} from './tools.ts';
import * as tree from './tree.ts';
import type {Address, Command, Moved} from './tree.ts';
import {words} from './words.ts';

const EMPTY: Template = {version: 1, type: 'card', sections: []};

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Template>).sections);

/**
 * Builds a display template: a palette and an outline, the properties of what is selected, and the card as agents will
 * see it, or its JSON. Everything that dragging does, keys and menus do as well.
 *
 * @customElement agent-template-editor
 * @fires {TemplateChangeEvent} template-change - The template has changed by hand.
 */
export class AgentTemplateEditor extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    template: {attribute: false},
    sample: {attribute: false},
    scope: {attribute: false},
    readOnly: {type: Boolean, attribute: 'readonly'},
  };
  static override styles = [tokens, reset, controls, viewStyles, styles];

  #history = new History<Template>(EMPTY);
  #state = new ViewState(() => this.requestUpdate());
  #selected: Address = [];
  #focusAt?: Address;
  #announcement = '';
  #pane: 'preview' | 'json' = 'preview';
  #preview: PreviewState = 'populated';
  #isJsonBroken = false;
  /** As it was typed, and the template that it stands for: it is not laid out anew under somebody's hands. */
  #typed?: {text: string; template: Template};
  #dragging = new Dragging({
    template: () => this.#now,
    update: () => this.requestUpdate(),
    drop: (dragged, destination) => this.#drop(dragged, destination),
  });

  /** A display template, version 1; none begins with an empty card. */
  template?: Template | null;

  /** An answer to show, parsed: the last test's. */
  sample?: unknown;

  /** What variables may name beside the answer. */
  scope?: Scope;

  readOnly = false;

  override willUpdate(changed: PropertyValues<this>): void {
    // What this element has told comes back to it.
    if (!changed.has('template') || this.template === this.#now) return;
    this.#history = new History(isTemplate(this.template) ? this.template : EMPTY);
    this.#selected = [];
    this.#isJsonBroken = false;
  }

  override updated(): void {
    const at = this.#focusAt;
    this.#focusAt = undefined;
    if (at) this.renderRoot.querySelector<HTMLElement>(`[data-at="${keyOf(at)}"]`)?.focus();
  }

  override render(): TemplateResult {
    const {canUndo, canRedo} = this.#history;
    return html`<div class="base" role="group" aria-label=${words.editor} lang="en" @keydown=${this.#onKey}>
      ${renderTools({
        readOnly: this.readOnly,
        canUndo,
        canRedo,
        hasSample: this.sample !== undefined && this.sample !== null,
        onUndo: this.#undo,
        onRedo: this.#redo,
        onPreset: (name) => this.#change(PRESETS[name](), undefined, []),
        onGenerate: () => this.#change(generateTemplate(this.sample, this.#now.title), undefined, []),
      })}
      <div class="columns">
        <div class="pane" ?inert=${this.readOnly}>
          <h3>${words.add}</h3>
          ${renderPalette({
            onAdd: (type) => this.#add(type),
            onDragStart: (event, type) => this.#dragging.start(event, {type}),
            onDragEnd: this.#dragging.end,
          })}
          <h3>${words.outline}</h3>
          ${this.#renderTree()}
        </div>
        <div class="pane" ?inert=${this.readOnly}>
          ${renderProperties({
            template: this.#now,
            at: this.#selected,
            sample: this.sample,
            onChange: (template, topic) => this.#change(template, topic),
          })}
        </div>
        <div class="pane">${this.#renderResult()}</div>
      </div>
      <div role="status" class="visually-hidden">${this.#announcement}</div>
    </div>`;
  }

  get #now(): Template {
    return this.#history.present;
  }

  #renderTree(): TemplateResult {
    const {target, over, leave, drop, end} = this.#dragging;
    return html`<div @dragover=${over} @dragleave=${leave} @drop=${drop}>
        ${renderOutline({
          template: this.#now,
          selected: this.#selected,
          target,
          onSelect: (at) => this.#select(at),
          onCommand: (at, command) => this.#perform(at, command),
          onRemove: (at) => this.#remove(at),
          onDragStart: (event, from) => this.#dragging.start(event, {from}),
          onDragEnd: end,
        })}
        ${this.#now.sections.length === 0 ? html`<p class="hint">${words.emptyOutline}</p>` : nothing}
      </div>
      <p class="keys">${words.keys}</p>`;
  }

  #renderResult(): TemplateResult {
    const tab = (pane: 'preview' | 'json', label: string) =>
      html`<button
        type="button"
        class="text-button"
        aria-pressed=${this.#pane === pane}
        @click=${() => {
          this.#pane = pane;
          this.#isJsonBroken = false;
          this.#typed = undefined;
          this.requestUpdate();
        }}
      >
        ${label}
      </button>`;
    return html`<div class="tabs">
        ${tab('preview', words.preview)}${tab('json', words.json)}
        <span class="space"></span>
        ${
          this.#pane === 'preview'
            ? renderPreviewStates(this.#preview, (preview) => {
                this.#preview = preview;
                this.requestUpdate();
              })
            : nothing
        }
      </div>
      ${
        this.#pane === 'preview'
          ? renderPreview({
              template: this.#now,
              sample: this.sample,
              scope: this.scope,
              preview: this.#preview,
              state: this.#state,
            })
          : this.#renderJson()
      }`;
  }

  #renderJson(): TemplateResult {
    return html`<agent-json-editor
        .value=${this.#typed?.template === this.#now ? this.#typed.text : JSON.stringify(this.#now, null, 2)}
        .label=${words.jsonLabel}
        .readOnly=${this.readOnly}
        .theme=${this.theme}
        @json-change=${this.#onJson}
      ></agent-json-editor>
      ${this.#isJsonBroken ? html`<p class="broken" role="alert">${words.jsonBroken}</p>` : nothing}`;
  }

  #select(at: Address): void {
    this.#selected = at;
    this.requestUpdate();
  }

  #change(template: Template, topic?: string, selected?: Address): void {
    if (this.readOnly) return;
    const {$schema, version: _, ...rest} = template;
    // Written out, always.
    this.#history.push({...($schema !== undefined && {$schema}), version: 1, ...rest}, topic);
    if (selected) this.#selected = selected;
    this.#tell();
  }

  #tell(): void {
    if (this.#selected.length && !tree.sectionAt(this.#now, this.#selected)) this.#selected = [];
    this.template = this.#now;
    this.requestUpdate();
    this.dispatchEvent(new TemplateChangeEvent(this.#now));
  }

  #undo = (): void => {
    if (!this.#history.canUndo) return;
    this.#history.undo();
    this.#say(words.undone);
    this.#tell();
  };

  #redo = (): void => {
    if (!this.#history.canRedo) return;
    this.#history.redo();
    this.#say(words.redone);
    this.#tell();
  };

  #say(text: string): void {
    this.#announcement = text;
    this.requestUpdate();
  }

  #placeOf(at: Address): string {
    const parent = tree.parentOf(at);
    const section = parent.length ? tree.sectionAt(this.#now, parent) : undefined;
    const count = tree.childrenAt(this.#now, parent)?.length ?? 0;
    return words.place(at.at(-1)! + 1, count, section ? nameOf(section) : this.#now.title || words.card);
  }

  #add(type: SectionType, place: Destination = tree.placeBeside(this.#now, this.#selected)): void {
    const moved = tree.insert(this.#now, place.parent, place.index, NEW_SECTIONS[type]());
    this.#arrive(moved, words.types[type], words.added);
  }

  #drop(dragged: Dragged, place: Destination): void {
    if ('type' in dragged) {
      this.#add(dragged.type, place);
      return;
    }
    const section = tree.sectionAt(this.#now, dragged.from);
    const moved = tree.move(this.#now, dragged.from, place.parent, place.index);
    if (section) this.#arrive(moved, nameOf(section), words.moved, dragged.from);
  }

  #perform(at: Address, command: Command): void {
    const section = tree.sectionAt(this.#now, at);
    if (!section) return;
    this.#arrive(tree.perform(this.#now, at, command), nameOf(section), words.moved, at);
  }

  /** Goes where a command has brought a section, and says so. */
  #arrive(
    moved: Moved | undefined,
    name: string,
    sentence: (name: string, place: string) => string,
    before: Address = this.#selected,
  ): void {
    if (!moved) {
      this.#focusAt = before;
      this.#say(words.stays(name));
      return;
    }
    this.#change(moved.template, undefined, moved.at);
    this.#focusAt = moved.at;
    this.#say(sentence(name, this.#placeOf(moved.at)));
  }

  #remove(at: Address): void {
    const section = tree.sectionAt(this.#now, at);
    if (!section || at.length === 0) return;
    const parent = tree.parentOf(at);
    const left = (tree.childrenAt(this.#now, parent)?.length ?? 1) - 1;
    const next = left > 0 ? [...parent, Math.min(at.at(-1)!, left - 1)] : parent;
    this.#change(tree.remove(this.#now, at), undefined, next);
    this.#focusAt = next;
    this.#say(words.removed(nameOf(section)));
  }

  #onKey = (event: KeyboardEvent): void => {
    if (this.readOnly) return;
    const act = keyActOf(event, () => getComputedStyle(this).direction === 'rtl');
    if (!act) return;
    event.preventDefault();
    if (act === 'undo') this.#undo();
    else if (act === 'redo') this.#redo();
    else if ('remove' in act) this.#remove(act.remove);
    else this.#perform(act.at, act.command);
  };

  #onJson = (event: JsonChangeEvent): void => {
    event.stopPropagation();
    let value: unknown;
    try {
      value = JSON.parse(event.value);
    } catch {
      value = undefined;
    }
    this.#isJsonBroken = !isTemplate(value);
    if (isTemplate(value) && JSON.stringify(value) !== JSON.stringify(this.#now)) this.#change(value, 'json');
    this.#typed = {text: event.value, template: this.#now};
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-template-editor': AgentTemplateEditor;
  }
}
