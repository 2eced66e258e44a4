import {html, type TemplateResult} from 'lit/html.js';
import {renderIcon} from '../icons/icon.ts';
import {SECTION_TYPES, type SectionType} from '../templates/template.ts';
import {SECTION_ICONS} from './outline.ts';
import type {PresetName} from './presets.ts';
import {words} from './words.ts';

export interface ToolOptions {
  readOnly: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** Whether there is an answer to generate a template from. */
  hasSample: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onPreset: (name: PresetName) => void;
  onGenerate: () => void;
}

/** What is done with the template as a whole. */
export function renderTools(options: ToolOptions): TemplateResult {
  const {readOnly, canUndo, canRedo, hasSample, onUndo, onRedo, onPreset, onGenerate} = options;
  return html`<div class="tools" ?inert=${readOnly}>
    <button type="button" class="text-button" data-tool="undo" ?disabled=${!canUndo} @click=${onUndo}>
      ${words.undo}
    </button>
    <button type="button" class="text-button" data-tool="redo" ?disabled=${!canRedo} @click=${onRedo}>
      ${words.redo}
    </button>
    <span class="space"></span>
    <select
      aria-label=${words.start}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        const name = select.value as PresetName | '';
        select.value = '';
        if (name) onPreset(name);
      }}
    >
      <option value="" selected>${words.start}</option>
      ${Object.entries(words.presets).map(([name, label]) => html`<option value=${name}>${label}</option>`)}
    </select>
    <button
      type="button"
      class="button"
      data-tool="generate"
      ?disabled=${!hasSample}
      title=${hasSample ? '' : words.noSample}
      @click=${onGenerate}
    >
      ${words.generate}
    </button>
  </div>`;
}

export interface PaletteOptions {
  onAdd: (type: SectionType) => void;
  onDragStart: (event: DragEvent, type: SectionType) => void;
  onDragEnd: () => void;
}

/** The types of sections: pressed, one is added after what is selected; dragged, where it is let go. */
export function renderPalette({onAdd, onDragStart, onDragEnd}: PaletteOptions): TemplateResult {
  return html`<div class="palette">
    ${SECTION_TYPES.map(
      (type) =>
        html`<button
          type="button"
          class="button"
          data-add=${type}
          draggable="true"
          @click=${() => onAdd(type)}
          @dragstart=${(event: DragEvent) => onDragStart(event, type)}
          @dragend=${onDragEnd}
        >
          ${renderIcon(SECTION_ICONS[type])}<span>${words.types[type]}</span>
        </button>`,
    )}
  </div>`;
}
