import {html, nothing, type TemplateResult} from 'lit/html.js';
import {LIMITS} from '../templates/limits.ts';
import {OPERATORS, type Operator} from '../templates/template.ts';
import {toText} from '../templates/values.ts';
import {words} from './words.ts';

type Kind = keyof typeof words.conditions;
const KINDS = Object.keys(words.conditions) as Kind[];
/** Comparisons with nothing to compare with. */
const ALONE = new Set<Operator>(['exists', 'not_exists', 'empty', 'not_empty', 'truthy', 'falsy']);

interface ConditionField {
  label: string;
  condition: unknown;
  id: string;
  onChange: (condition: unknown, topic?: string) => void;
  depth?: number;
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

function kindOf(condition: unknown): Kind {
  if (condition === undefined || condition === null) return 'none';
  const object = objectOf(condition);
  return KINDS.find((kind) => kind in object) ?? 'compare';
}

const begin = (): unknown => ({path: 'name', op: 'not_empty'});

/** The condition in another kind: what it said is kept where it fits. */
function changed(condition: unknown, kind: Kind): unknown {
  const {all, any, not} = objectOf(condition);
  const inner = (Array.isArray(all) ? all : Array.isArray(any) ? any : undefined) as unknown[] | undefined;
  const single = not ?? inner?.[0] ?? (kindOf(condition) === 'compare' ? condition : begin());
  if (kind === 'none') return undefined;
  if (kind === 'compare') return single;
  if (kind === 'not') return {not: single};
  return {[kind]: inner ?? [single]};
}

/** Lists are written with commas. */
function readValue(text: string, op: unknown): unknown {
  if (op !== 'in' && op !== 'not_in') return text;
  return text.split(',').map((entry) => entry.trim());
}
const writeValue = (value: unknown) => (Array.isArray(value) ? value.join(', ') : toText(value));

/** A condition, by menus: nothing has to be written but paths and values. */
export function renderConditionField({
  label,
  condition,
  id,
  onChange,
  depth = 0,
}: ConditionField): TemplateResult {
  const kind = kindOf(condition);
  const kinds = depth >= LIMITS.conditionDepth - 1 ? (['none', 'compare'] as const) : KINDS;
  return html`<div class="inner condition" role="group" aria-label=${label}>
    <div class="field">
      <label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => {
          const chosen = kinds[(event.target as HTMLSelectElement).selectedIndex]!;
          onChange(changed(condition, chosen), `${id}:${chosen}`);
        }}
      >
        ${kinds.map((name) => html`<option ?selected=${name === kind}>${words.conditions[name]}</option>`)}
      </select>
    </div>
    ${kind === 'compare' ? renderComparison(objectOf(condition), id, onChange) : nothing}
    ${
      kind === 'not'
        ? renderConditionField({
            label: words.condition,
            condition: objectOf(condition).not,
            id: `${id}.not`,
            onChange: (not, topic) => onChange(not === undefined ? undefined : {not}, topic),
            depth: depth + 1,
          })
        : nothing
    }
    ${kind === 'all' || kind === 'any' ? renderSeveral(objectOf(condition)[kind], kind, id, onChange, depth) : nothing}
  </div>`;
}

function renderSeveral(
  list: unknown,
  kind: 'all' | 'any',
  id: string,
  onChange: ConditionField['onChange'],
  depth: number,
): TemplateResult {
  const entries: unknown[] = Array.isArray(list) ? list : [];
  const put = (next: unknown[], topic?: string) => onChange(next.length ? {[kind]: next} : undefined, topic);
  return html`${entries.map((entry, index) =>
      renderConditionField({
        label: words.entry(words.condition, index + 1),
        condition: entry,
        id: `${id}.${kind}[${index}]`,
        onChange: (next, topic) =>
          put(next === undefined ? entries.toSpliced(index, 1) : entries.with(index, next), topic),
        depth: depth + 1,
      }),
    )}
    <button
      type="button"
      class="text-button"
      @click=${() => put([...entries, begin()], `${id}+${entries.length}`)}
    >
      ${words.addEntry(words.condition)}
    </button>`;
}

function renderComparison(
  condition: Record<string, unknown>,
  id: string,
  onChange: ConditionField['onChange'],
): TemplateResult {
  const {path = '', op = 'exists', value = ''} = condition;
  return html`<div class="comparison">
    <input
      list="paths"
      aria-label="Path"
      autocomplete="off"
      .value=${String(path)}
      @input=${(event: Event) =>
        onChange({...condition, path: (event.target as HTMLInputElement).value}, `${id}.path`)}
    />
    <select
      aria-label="Comparison"
      @change=${(event: Event) => {
        const next = OPERATORS[(event.target as HTMLSelectElement).selectedIndex]!;
        const {value: _, ...rest} = condition;
        onChange(ALONE.has(next) ? {...rest, op: next} : {...condition, op: next}, `${id}.op`);
      }}
    >
      ${OPERATORS.map((name) => html`<option ?selected=${name === op}>${words.operators[name]}</option>`)}
    </select>
    ${
      ALONE.has(op as Operator)
        ? nothing
        : html`<input
            aria-label="Value"
            list="variables"
            .value=${writeValue(value)}
            @input=${(event: Event) =>
              onChange(
                {...condition, value: readValue((event.target as HTMLInputElement).value, op)},
                `${id}.value`,
              )}
          />`
    }
  </div>`;
}
