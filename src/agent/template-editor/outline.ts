import {html, nothing, type TemplateResult} from 'lit/html.js';
import {renderIcon} from '../icons/icon.ts';
import type {Section, SectionType} from '../templates/template.ts';
import {nameOf} from './fields.ts';
import {COMMANDS, isContainer, isWithin, perform, type Address, type Command} from './tree.ts';
import type {Template} from '../templates/template.ts';
import {words} from './words.ts';

export const SECTION_ICONS: Readonly<Record<SectionType, string>> = {
  'key-value-list': 'view_agenda',
  table: 'table_rows',
  list: 'list',
  repeat: 'database',
  text: 'title',
  buttons: 'link',
  card: 'folder',
  separator: 'remove',
};

/** Where what is dragged would go: before, after, or into the section under the pointer. */
export interface DropTarget {
  at: Address;
  side: 'before' | 'after' | 'into';
}

export interface OutlineOptions {
  template: Template;
  selected: Address;
  target?: DropTarget;
  onSelect: (at: Address) => void;
  onCommand: (at: Address, command: Command) => void;
  onRemove: (at: Address) => void;
  onDragStart: (event: DragEvent, at: Address) => void;
  onDragEnd: () => void;
}

export const keyOf = (at: Address) => at.join('.');
const isSame = (a: Address, b: Address) => a.length === b.length && isWithin(a, b);

/** The sections as a tree. Rows are buttons; what moves them stands in each row's menu, and dragging only does the same. */
export function renderOutline(options: OutlineOptions): TemplateResult {
  const {template, selected, onSelect} = options;
  const sections: unknown = template.sections;
  return html`<ul class="outline">
    <li>
      <div class="node">
        <button
          type="button"
          class="name"
          data-at=""
          aria-current=${selected.length === 0 ? 'true' : 'false'}
          @click=${() => onSelect([])}
        >
          ${renderIcon('article')}<span>${template.title || words.card}</span>
        </button>
      </div>
      ${renderLevel(Array.isArray(sections) ? (sections as Section[]) : [], [], options)}
    </li>
  </ul>`;
}

function renderLevel(sections: readonly Section[], parent: Address, options: OutlineOptions): unknown {
  if (sections.length === 0) return nothing;
  return html`<ul>
    ${sections.map((section, index) => html`<li>${renderNode(section, [...parent, index], options)}</li>`)}
  </ul>`;
}

function renderNode(section: Section, at: Address, options: OutlineOptions): TemplateResult {
  const {selected, target, onSelect, onDragStart, onDragEnd} = options;
  const name = nameOf(section);
  const side = target && isSame(target.at, at) ? target.side : '';
  const icon = Object.hasOwn(SECTION_ICONS, section.type) ? SECTION_ICONS[section.type] : 'help';
  return html`<div class="node ${side}" data-drop=${keyOf(at)}>
      <span
        class="handle"
        draggable="true"
        title=${words.drag}
        @dragstart=${(event: DragEvent) => onDragStart(event, at)}
        @dragend=${onDragEnd}
        >⠿</span
      >
      <button
        type="button"
        class="name"
        data-at=${keyOf(at)}
        aria-current=${isSame(selected, at) ? 'true' : 'false'}
        @click=${() => onSelect(at)}
      >
        ${renderIcon(icon)}<span>${name}</span>
      </button>
      ${renderMenu(name, at, options)}
    </div>
    ${isContainer(section) ? renderLevel(Array.isArray(section.sections) ? section.sections : [], at, options) : nothing}`;
}

function renderMenu(
  name: string,
  at: Address,
  {template, onCommand, onRemove}: OutlineOptions,
): TemplateResult {
  const close = (event: Event) =>
    (event.currentTarget as HTMLElement).closest('details')!.removeAttribute('open');
  return html`<details
    class="menu"
    @focusout=${(event: FocusEvent) => {
      const menu = event.currentTarget as HTMLDetailsElement;
      if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
    }}
    @keydown=${(event: KeyboardEvent) => {
      const menu = event.currentTarget as HTMLDetailsElement;
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector('summary')!.focus();
    }}
  >
    <summary aria-label=${words.actions(name)}><span aria-hidden="true">⋯</span></summary>
    <div class="menu-list">
      ${COMMANDS.map(
        (command) =>
          html`<button
            type="button"
            data-command=${command}
            ?disabled=${!perform(template, at, command)}
            @click=${(event: Event) => {
              close(event);
              onCommand(at, command);
            }}
          >
            ${words.commands[command]}
          </button>`,
      )}
      <button
        type="button"
        data-command="delete"
        @click=${(event: Event) => {
          close(event);
          onRemove(at);
        }}
      >
        ${words.delete}
      </button>
    </div>
  </details>`;
}
