import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {controls} from '../../themes/controls.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {renderIcon} from '../icons/icon.ts';
import type {JsonChangeEvent} from '../json-editor/events.ts';
import {generateTemplate} from '../templates/guess.ts';
import {resolve} from '../templates/resolve.ts';
import type {Scope, Warning} from '../templates/scope.ts';
import {SECTION_TYPES, type Section, type SectionType, type Template} from '../templates/template.ts';
import {renderParts} from '../view/nodes.ts';
import {viewStyles} from '../view/styles.ts';
import {ViewState} from '../view/view-state.ts';
import {TemplateChangeEvent} from './events.ts';
import {nameOf, SECTION_FIELDS, TEMPLATE_FIELDS} from './fields.ts';
import {renderForm} from './form.ts';
import {History} from './history.ts';
import {keyOf, renderOutline, SECTION_ICONS, type DropTarget} from './outline.ts';
import {NEW_SECTIONS, PRESETS, type PresetName} from './presets.ts';
import {pathsOf, previewData, type PreviewState} from './preview-data.ts';
import {styles} from './styles.ts';
import * as tree from './tree.ts';
import type {Address, Command, Moved} from './tree.ts';
import {words} from './words.ts';

const EMPTY: Template = {version: 1, type: 'card', sections: []};
/** By Alt and an arrow. In a right-to-left page, in and out change sides. */
const KEYS: Readonly<Record<string, Command>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

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
  /** What is being dragged: a section that is there, or a new one. */
  #dragged?: {from: Address} | {type: SectionType};
  #target?: DropTarget;

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
    return html`<div class="base" role="group" aria-label=${words.editor} lang="en" @keydown=${this.#onKey}>
      ${this.#renderTools()}
      <div class="columns">
        <div class="pane" ?inert=${this.readOnly}>
          <h3>${words.add}</h3>
          ${this.#renderPalette()}
          <h3>${words.outline}</h3>
          ${this.#renderTree()}
        </div>
        <div class="pane" ?inert=${this.readOnly}>${this.#renderProperties()}</div>
        <div class="pane">${this.#renderResult()}</div>
      </div>
      <div role="status" class="visually-hidden">${this.#announcement}</div>
    </div>`;
  }

  get #now(): Template {
    return this.#history.present;
  }

  #renderTools(): TemplateResult {
    const hasSample = this.sample !== undefined && this.sample !== null;
    return html`<div class="tools" ?inert=${this.readOnly}>
      <button
        type="button"
        class="text-button"
        data-tool="undo"
        ?disabled=${!this.#history.canUndo}
        @click=${this.#undo}
      >
        ${words.undo}
      </button>
      <button
        type="button"
        class="text-button"
        data-tool="redo"
        ?disabled=${!this.#history.canRedo}
        @click=${this.#redo}
      >
        ${words.redo}
      </button>
      <span class="space"></span>
      <select aria-label=${words.start} @change=${this.#onPreset}>
        <option value="" selected>${words.start}</option>
        ${Object.entries(words.presets).map(([name, label]) => html`<option value=${name}>${label}</option>`)}
      </select>
      <button
        type="button"
        class="button"
        data-tool="generate"
        ?disabled=${!hasSample}
        title=${hasSample ? '' : words.noSample}
        @click=${() => this.#change(generateTemplate(this.sample, this.#now.title), undefined, [])}
      >
        ${words.generate}
      </button>
    </div>`;
  }

  #renderPalette(): TemplateResult {
    return html`<div class="palette">
      ${SECTION_TYPES.map(
        (type) =>
          html`<button
            type="button"
            class="button"
            data-add=${type}
            draggable="true"
            @click=${() => this.#add(type)}
            @dragstart=${(event: DragEvent) => this.#onDragStart(event, {type})}
            @dragend=${this.#onDragEnd}
          >
            ${renderIcon(SECTION_ICONS[type])}<span>${words.types[type]}</span>
          </button>`,
      )}
    </div>`;
  }

  #renderTree(): TemplateResult {
    return html`<div @dragover=${this.#onDragOver} @dragleave=${this.#onDragLeave} @drop=${this.#onDrop}>
        ${renderOutline({
          template: this.#now,
          selected: this.#selected,
          target: this.#target,
          onSelect: (at) => this.#select(at),
          onCommand: (at, command) => this.#perform(at, command),
          onRemove: (at) => this.#remove(at),
          onDragStart: (event, from) => this.#onDragStart(event, {from}),
          onDragEnd: this.#onDragEnd,
        })}
        ${this.#now.sections.length === 0 ? html`<p class="hint">${words.emptyOutline}</p>` : nothing}
      </div>
      <p class="keys">${words.keys}</p>`;
  }

  #renderProperties(): TemplateResult {
    const at = this.#selected;
    const section = at.length ? tree.sectionAt(this.#now, at) : undefined;
    const values = (section ?? this.#now) as unknown as Record<string, unknown>;
    const fields = section
      ? Object.hasOwn(SECTION_FIELDS, section.type)
        ? SECTION_FIELDS[section.type]
        : []
      : TEMPLATE_FIELDS;
    const key = `at${keyOf(at)}`;
    const paths = pathsOf(this.#sampleAt(at));
    return html`<h3>${section ? `${words.types[section.type] ?? section.type}` : words.card}</h3>
      <datalist id="paths">${paths.map((path) => html`<option value=${path}></option>`)}</datalist>
      <datalist id="variables">
        ${paths.map((path) => html`<option value=${`{{${path}}}`}></option>`)}
      </datalist>
      <div class="fields">
        ${renderForm({
          key,
          values,
          fields,
          onChange: (next, topic) =>
            this.#change(
              section
                ? tree.replace(this.#now, at, next as unknown as Section)
                : {...this.#now, ...next, ...cleared(values, next)},
              topic,
            ),
        })}
      </div>`;
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
        ${this.#pane === 'preview' ? this.#renderStates() : nothing}
      </div>
      ${this.#pane === 'preview' ? this.#renderPreview() : this.#renderJson()}`;
  }

  #renderStates(): TemplateResult {
    return html`<select
      aria-label=${words.preview}
      @change=${(event: Event) => {
        this.#preview = (event.target as HTMLSelectElement).value as PreviewState;
        this.requestUpdate();
      }}
    >
      ${Object.entries(words.states).map(
        ([state, label]) =>
          html`<option value=${state} ?selected=${state === this.#preview}>${label}</option>`,
      )}
    </select>`;
  }

  /** The same engine and the same view as in the contact's profile: it cannot look better here. */
  #renderPreview(): TemplateResult {
    if (this.#preview === 'error')
      return html`<div class="card-preview">
        <p>${this.#now.title || words.card} ${words.errorTitle}</p>
        <p class="hint">${words.errorHint}</p>
      </div>`;
    const warnings = new Map<string, Warning>();
    const nodes = resolve(this.#now, previewData(this.sample ?? {}, this.#preview), {
      ...this.scope,
      onWarning: (warning) => warnings.set(`${warning.code} ${warning.at}`, warning),
    });
    return html`<div class="card-preview">${renderParts(nodes, {state: this.#state, level: 4})}</div>
      ${
        warnings.size
          ? html`<h3>${words.warnings}</h3>
              <ul class="warnings">
                ${[...warnings.values()]
                  .slice(0, 20)
                  .map(({at, detail}) => html`<li><code>${at}</code> ${detail}</li>`)}
              </ul>`
          : nothing
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

  /** What variables of a section are looked up in: within repeated parts, the first entry. */
  #sampleAt(at: Address): unknown {
    let data = this.sample;
    for (let level = 1; level <= at.length; level++) {
      const section = tree.sectionAt(this.#now, at.slice(0, level));
      const isOwn = level === at.length;
      if (!section || !('source' in section) || (isOwn && section.type === 'repeat')) continue;
      const list = String(section.source)
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
      if (Array.isArray(list)) data = list[0];
    }
    return data;
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

  #add(type: SectionType): void {
    const selected = this.#selected;
    const section = selected.length ? tree.sectionAt(this.#now, selected) : undefined;
    // Into a container, after anything else.
    const isInto = selected.length === 0 || tree.isContainer(section);
    const parent = isInto ? selected : tree.parentOf(selected);
    const index = isInto ? Infinity : selected.at(-1)! + 1;
    this.#arrive(tree.insert(this.#now, parent, index, NEW_SECTIONS[type]()), words.types[type], words.added);
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
    const target = event.composedPath()[0] as HTMLElement;
    const isField = target.matches(
      'input, select, textarea, [contenteditable="true"], [contenteditable="true"] *',
    );
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    // A field takes back its own letters.
    if (isUndo && !isField) {
      event.preventDefault();
      if (event.shiftKey) this.#redo();
      else this.#undo();
      return;
    }
    const key = target.dataset?.at;
    if (key === undefined || key === '') return;
    const at = key.split('.').map(Number);
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const name = isRtl
      ? event.key.replace(/Left|Right/, (side) => (side === 'Left' ? 'Right' : 'Left'))
      : event.key;
    if (event.altKey && Object.hasOwn(KEYS, name)) {
      event.preventDefault();
      this.#perform(at, KEYS[name]!);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      this.#remove(at);
    }
  };

  #onPreset = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const name = select.value as PresetName | '';
    select.value = '';
    if (name) this.#change(PRESETS[name](), undefined, []);
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

  #onDragStart(event: DragEvent, dragged: {from: Address} | {type: SectionType}): void {
    this.#dragged = dragged;
    event.dataTransfer!.effectAllowed = 'move';
    // Firefox drags nothing that carries nothing.
    event.dataTransfer!.setData('text/plain', '');
  }

  #onDragEnd = (): void => {
    this.#dragged = this.#target = undefined;
    this.requestUpdate();
  };

  #onDragOver = (event: DragEvent): void => {
    if (!this.#dragged) return;
    event.preventDefault();
    const node = (event.target as Element).closest<HTMLElement>('[data-drop]');
    const target = node ? this.#targetOf(node, event.clientY) : undefined;
    if (JSON.stringify(target) === JSON.stringify(this.#target)) return;
    this.#target = target;
    this.requestUpdate();
  };

  #targetOf(node: HTMLElement, y: number): DropTarget {
    const at = node.dataset.drop!.split('.').map(Number);
    const {top, height} = node.getBoundingClientRect();
    const share = (y - top) / height;
    const isInto = tree.isContainer(tree.sectionAt(this.#now, at)) && share > 0.3 && share < 0.8;
    return {at, side: isInto ? 'into' : share < 0.5 ? 'before' : 'after'};
  }

  #onDragLeave = (event: DragEvent): void => {
    if ((event.currentTarget as Element).contains(event.relatedTarget as Node | null)) return;
    this.#target = undefined;
    this.requestUpdate();
  };

  #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const dragged = this.#dragged;
    const target = this.#target;
    this.#onDragEnd();
    if (!dragged) return;
    const {parent, index} = this.#destination(target);
    if ('type' in dragged) {
      const section = NEW_SECTIONS[dragged.type]();
      this.#arrive(tree.insert(this.#now, parent, index, section), words.types[dragged.type], words.added);
      return;
    }
    const section = tree.sectionAt(this.#now, dragged.from);
    const moved = tree.move(this.#now, dragged.from, parent, index);
    if (section) this.#arrive(moved, nameOf(section), words.moved, dragged.from);
  };

  /** Beside all rows: at the end. */
  #destination(target: DropTarget | undefined): {parent: Address; index: number} {
    if (!target) return {parent: [], index: Infinity};
    if (target.side === 'into') return {parent: target.at, index: Infinity};
    return {parent: tree.parentOf(target.at), index: target.at.at(-1)! + (target.side === 'after' ? 1 : 0)};
  }
}

/** What a form has taken out of an object, as properties that are undefined. */
function cleared(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, undefined> {
  return Object.fromEntries(
    Object.keys(before)
      .filter((name) => !(name in after) && name !== 'version')
      .map((name) => [name, undefined]),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-template-editor': AgentTemplateEditor;
  }
}
