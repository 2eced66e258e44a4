import {html, nothing, type TemplateResult} from 'lit/html.js';
import {renderConditionField} from './condition-form.ts';
import type {Field} from './fields.ts';
import {words} from './words.ts';

type Values = Record<string, unknown>;

export interface FormOptions {
  /** Where the form is, for ids and for what a change is about. */
  key: string;
  values: Values;
  fields: readonly Field[];
  /** @param topic the field: changes of the same one in a row are taken back as one */
  onChange: (values: Values, topic: string) => void;
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown) => (isObject(value) ? value : {});
const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The values with one of them changed: what is empty is left out, so that the JSON stays short. */
function withValue(values: Values, name: string, value: unknown): Values {
  const {[name]: _, ...rest} = values;
  const isUnset = value === undefined || value === '' || value === false;
  if (isUnset) return rest;
  return name in values ? {...values, [name]: value} : {...rest, [name]: value};
}

/** One field for each property. */
export function renderForm({key, values, fields, onChange}: FormOptions): TemplateResult[] {
  return fields.map((field) => {
    const id = `${key}.${field.name}`;
    const set = (value: unknown, topic = id) => onChange(withValue(values, field.name, value), topic);
    return renderField(field, values[field.name], id, set);
  });
}

type SetValue = (value: unknown, topic?: string) => void;

function renderField(field: Field, value: unknown, id: string, set: SetValue): TemplateResult {
  switch (field.kind) {
    case 'flag':
      return html`<label class="flag"
        ><input
          type="checkbox"
          .checked=${value === true}
          @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
        />${field.label}</label
      >`;
    case 'choice':
      return renderLabeled(
        field.label,
        id,
        html`<select
          id=${id}
          @change=${(event: Event) => {
            const {selectedIndex} = event.target as HTMLSelectElement;
            set(field.options[selectedIndex - 1]?.value);
          }}
        >
          <option ?selected=${value === undefined}>${words.none}</option>
          ${field.options.map(
            (option) => html`<option ?selected=${option.value === value}>${option.label}</option>`,
          )}
        </select>`,
      );
    case 'number':
      return renderLabeled(
        field.label,
        id,
        html`<input
          id=${id}
          type="number"
          min=${field.min}
          max=${field.max}
          .value=${textOf(value)}
          @input=${(event: Event) => {
            const {valueAsNumber} = event.target as HTMLInputElement;
            set(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
          }}
        />`,
      );
    case 'text':
    case 'path':
      return renderText(field, value, id, set);
    case 'condition':
      return renderConditionField({label: field.label, condition: value, id, onChange: set});
    case 'form':
      return html`<div class="inner" role="group" aria-label=${field.label}>
        ${renderForm({
          key: id,
          values: objectOf(value),
          fields: field.fields(objectOf(value)),
          onChange: (inner, topic) => set(Object.keys(inner).length ? inner : undefined, topic),
        })}
      </div>`;
    case 'list':
      return renderList(field, value, id, set);
    case 'map':
      return renderMap(field, objectOf(value), id, set);
  }
}

export const renderLabeled = (
  label: string,
  id: string,
  control: TemplateResult,
  hint?: string,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    ${control}${hint ? html`<span class="hint">${hint}</span>` : nothing}
  </div>`;

function renderText(
  field: Extract<Field, {kind: 'text' | 'path'}>,
  value: unknown,
  id: string,
  set: SetValue,
): TemplateResult {
  const onInput = (event: Event) => set((event.target as HTMLInputElement).value);
  const control =
    field.kind === 'text' && field.isLong
      ? html`<textarea id=${id} rows="3" .value=${textOf(value)} @input=${onInput}></textarea>`
      : html`<input
          id=${id}
          list=${field.kind === 'path' ? 'paths' : 'variables'}
          autocomplete="off"
          spellcheck="false"
          .value=${textOf(value)}
          @input=${onInput}
        />`;
  return renderLabeled(field.label, id, control, field.kind === 'text' ? field.hint : undefined);
}

function renderList(
  {entry, fields, make, label}: Extract<Field, {kind: 'list'}>,
  value: unknown,
  id: string,
  set: SetValue,
): TemplateResult {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  // Their places are what they are known by: each change of their order is a step of its own.
  const step = `${id}#${entries.length}`;
  return html`<fieldset class="entries-of">
    <legend>${label}</legend>
    ${entries.map((current, index) => {
      const number = index + 1;
      const summary =
        textOf(objectOf(current).label) || textOf(objectOf(current).header) || words.entry(entry, number);
      return html`<details class="entry-of" ?open=${entries.length < 3}>
        <summary><span>${summary}</span></summary>
        <div class="fields">
          ${renderForm({
            key: `${id}[${index}]`,
            values: objectOf(current),
            fields,
            onChange: (values, topic) => set(entries.with(index, values), topic),
          })}
          <div class="row">
            <button
              type="button"
              class="text-button"
              aria-label=${words.moveEntryUp(entry, number)}
              ?disabled=${index === 0}
              @click=${() => set(swapped(entries, index), `${step}^${index}`)}
            >
              ${words.commands.up}
            </button>
            <button
              type="button"
              class="text-button"
              aria-label=${words.removeEntry(entry, number)}
              @click=${() => set(entries.toSpliced(index, 1), `${step}-${index}`)}
            >
              ${words.delete}
            </button>
          </div>
        </div>
      </details>`;
    })}
    <button type="button" class="text-button" @click=${() => set([...entries, make()], `${step}+`)}>
      ${words.addEntry(entry)}
    </button>
  </fieldset>`;
}

const swapped = (entries: unknown[], index: number) =>
  entries.with(index, entries[index - 1]).with(index - 1, entries[index]);

function renderMap(
  {entry, fields, label}: Extract<Field, {kind: 'map'}>,
  map: Values,
  id: string,
  set: SetValue,
): TemplateResult {
  const names = Object.keys(map);
  const put = (entries: [string, unknown][], topic: string) =>
    set(entries.length ? Object.fromEntries(entries) : undefined, topic);
  return html`<fieldset class="entries-of">
    <legend>${label}</legend>
    ${names.map(
      (name, index) =>
        html`<div class="fields entry-of">
          ${renderLabeled(
            words.entry(entry, index + 1),
            `${id}[${index}]`,
            html`<input
              id=${`${id}[${index}]`}
              .value=${name}
              @change=${(event: Event) => {
                const renamed = (event.target as HTMLInputElement).value.trim();
                put(
                  names.map((other) => [other === name && renamed ? renamed : other, map[other]]),
                  `${id}~${index}`,
                );
              }}
            />`,
          )}
          ${renderForm({
            key: `${id}[${index}]`,
            values: objectOf(map[name]),
            fields,
            onChange: (values, topic) => set({...map, [name]: values}, topic),
          })}
          <button
            type="button"
            class="text-button"
            aria-label=${words.removeEntry(entry, index + 1)}
            @click=${() =>
              put(
                names.filter((other) => other !== name).map((other) => [other, map[other]]),
                `${id}-${index}-${names.length}`,
              )}
          >
            ${words.delete}
          </button>
        </div>`,
    )}
    <button
      type="button"
      class="text-button"
      @click=${() => set({...map, [`value ${names.length + 1}`]: {}}, `${id}+${names.length}`)}
    >
      ${words.addEntry(entry)}
    </button>
  </fieldset>`;
}
