import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import {
  METHODS,
  type Header,
  type Inbox,
  type IntegrationDraft,
  type Method,
  type Variable,
} from '../records.ts';
import {hasBody, looksSecret} from './draft.ts';
import type {FieldChangeEvent} from './events.ts';
import {words} from './words.ts';

/** What the tab shows, and whom it tells of a change. */
export interface ConfigurationView {
  readonly draft: IntegrationDraft;
  readonly inboxes: readonly Inbox[];
  readonly variables: readonly Variable[];
  /** What is wrong, by its path: `headers.0.name`. */
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  change(part: Partial<IntegrationDraft>): void;
}

const MAX_CACHE = 1440;
const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
const checkedOf = (event: Event) => (event.target as HTMLInputElement).checked;

const errorOf = ({errors}: ConfigurationView, path: string) => {
  const message = errors.get(path);
  return message ? html`<p class="error" id="error-${path}">${message}</p>` : nothing;
};
const invalid = ({errors}: ConfigurationView, path: string) => errors.has(path) || nothing;
const describedBy = ({errors}: ConfigurationView, path: string) =>
  errors.has(path) ? `error-${path}` : nothing;

function textField(view: ConfigurationView, path: 'name' | 'description'): TemplateResult {
  return html`<div class="field">
    <label for=${path}>${words[path]}</label>
    <input
      id=${path}
      data-path=${path}
      dir="auto"
      autocomplete="off"
      ?disabled=${view.isReadOnly}
      aria-invalid=${invalid(view, path)}
      aria-describedby=${describedBy(view, path)}
      .value=${live(view.draft[path])}
      @input=${(event: Event) => view.change({[path]: valueOf(event)})}
    />
    ${errorOf(view, path)}
  </div>`;
}

function variableField(
  view: ConfigurationView,
  {
    path,
    label,
    value,
    rows = 1,
    placeholder = '',
  }: {path: string; label: string; value: string; rows?: number; placeholder?: string},
  onChange: (value: string) => void,
): TemplateResult {
  return html`<agent-variable-field
      data-path=${path}
      .label=${label}
      .value=${value}
      .rows=${rows}
      .placeholder=${placeholder}
      .variables=${view.variables}
      .disabled=${view.isReadOnly}
      .invalid=${view.errors.has(path)}
      @field-change=${({value}: FieldChangeEvent) => onChange(value)}
    ></agent-variable-field>
    ${errorOf(view, path)}`;
}

/** An editor for JSON where it is registered, else a field that knows variables as well. */
function bodyField(view: ConfigurationView): TemplateResult {
  const {draft, variables, errors, isReadOnly, change} = view;
  const value = draft.body ?? '';
  if (!customElements.get('agent-json-editor')) {
    const placeholder = '{"email": "{{contact.email}}"}';
    return variableField(view, {path: 'body', label: words.body, value, rows: 6, placeholder}, (body) =>
      change({body}),
    );
  }
  return html`<agent-json-editor
      data-path="body"
      .label=${words.body}
      .value=${value}
      .variables=${variables}
      .readOnly=${isReadOnly}
      aria-invalid=${errors.has('body') || nothing}
      @json-change=${(event: Event & {value: string}) => change({body: event.value})}
    ></agent-json-editor>
    ${errorOf(view, 'body')}`;
}

/** Rows of names and values, of which headers may be secrets. */
function pairs(view: ConfigurationView, kind: 'headers' | 'query'): TemplateResult {
  const rows = view.draft[kind] as readonly Header[];
  const what = kind === 'headers' ? words.header : words.parameter;
  const put = (index: number, part: Partial<Header>) =>
    view.change({[kind]: rows.map((row, at) => (at === index ? {...row, ...part} : row))});
  const add = (event: Event) => {
    view.change({
      [kind]: [...rows, kind === 'headers' ? {name: '', value: '', secret: false} : {name: '', value: ''}],
    });
    const group = (event.target as Element).closest('fieldset')!;
    // The new row is there after the rendering that this asks for.
    setTimeout(() => group.querySelector<HTMLElement>('.pair:last-of-type input')?.focus());
  };
  const remove = (event: Event, index: number) => {
    (event.target as Element).closest('fieldset')!.querySelector<HTMLElement>('.add')!.focus();
    view.change({[kind]: rows.filter((_, at) => at !== index)});
  };
  return html`<fieldset>
    <legend>${words[kind]}</legend>
    ${rows.map((row, index) => pair(view, {kind, what, row, index, put, remove}))}
    <button type="button" class="button add" ?disabled=${view.isReadOnly} @click=${add}>
      ${words.add(what)}
    </button>
    ${errorOf(view, kind)} ${kind === 'headers' ? html`<p class="hint">${words.secretHint}</p>` : nothing}
  </fieldset>`;
}

interface PairRow {
  kind: 'headers' | 'query';
  what: string;
  row: Header;
  index: number;
  put(index: number, part: Partial<Header>): void;
  remove(event: Event, index: number): void;
}

function pair(view: ConfigurationView, {kind, what, row, index, put, remove}: PairRow): TemplateResult {
  const path = `${kind}.${index}`;
  const isHeader = kind === 'headers';
  return html`<div class="pair ${isHeader ? 'is-header' : ''}" role="group" aria-label="${what} ${index + 1}">
      <input
        data-path="${path}.name"
        aria-label=${words.pairName(what)}
        placeholder="Name"
        autocomplete="off"
        spellcheck="false"
        ?disabled=${view.isReadOnly}
        aria-invalid=${invalid(view, `${path}.name`)}
        .value=${live(row.name)}
        @input=${(event: Event) => put(index, {name: valueOf(event)})}
      />
      ${
        row.secret
          ? html`<input
              type="password"
              data-path="${path}.value"
              aria-label=${words.pairValue(what)}
              placeholder=${row.hasValue ? words.secretKept : 'Value'}
              autocomplete="new-password"
              ?disabled=${view.isReadOnly}
              aria-invalid=${invalid(view, `${path}.value`)}
              .value=${live(row.value ?? '')}
              @input=${(event: Event) => put(index, {value: valueOf(event)})}
            />`
          : html`<div>
              ${variableField(
                view,
                {
                  path: `${path}.value`,
                  label: words.pairValue(what),
                  value: row.value ?? '',
                  placeholder: 'Value',
                },
                (value) => put(index, {value}),
              )}
            </div>`
      }
      ${
        isHeader
          ? html`<label class="choice">
              <input
                type="checkbox"
                ?disabled=${view.isReadOnly}
                .checked=${live(row.secret)}
                @change=${(event: Event) => put(index, {secret: checkedOf(event), value: row.value ?? '', hasValue: false})}
              />
              ${words.secret}
            </label>`
          : nothing
      }
      <button
        type="button"
        class="icon-button"
        aria-label=${words.removePair(what, row.name)}
        ?disabled=${view.isReadOnly}
        @click=${(event: Event) => remove(event, index)}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path d="M6 6l12 12M18 6L6 18" />
        </svg>
      </button>
    </div>
    ${errorOf(view, `${path}.name`)} ${row.secret ? errorOf(view, `${path}.value`) : nothing}
    ${isHeader && looksSecret(row) ? html`<p class="hint">${words.secretAdvice}</p>` : nothing}`;
}

function settings(view: ConfigurationView): TemplateResult {
  const {draft, inboxes, isReadOnly} = view;
  const toggle = (id: string, isOn: boolean) =>
    view.change({inboxIds: isOn ? [...draft.inboxIds, id] : draft.inboxIds.filter((other) => other !== id)});
  const choice = (label: string, isOn: boolean, onChange: (isOn: boolean) => void) =>
    html`<label class="choice">
      <input
        type="checkbox"
        ?disabled=${isReadOnly}
        .checked=${live(isOn)}
        @change=${(event: Event) => onChange(checkedOf(event))}
      />
      ${label}
    </label>`;
  return html`<div class="field cache">
      <label for="cache">${words.cache}</label>
      <span class="with-unit">
        <input
          id="cache"
          data-path="cacheMinutes"
          type="number"
          min="0"
          max=${MAX_CACHE}
          step="1"
          ?disabled=${isReadOnly}
          aria-invalid=${invalid(view, 'cacheMinutes')}
          .value=${live(String(draft.cacheMinutes))}
          @input=${(event: Event) => view.change({cacheMinutes: Number(valueOf(event))})}
        />
        ${words.cacheUnit}
      </span>
      <p class="hint">${words.cacheHint}</p>
      ${errorOf(view, 'cacheMinutes')}
    </div>
    <div>
      ${choice(words.isActive, draft.isActive, (isActive) => view.change({isActive}))}
      ${choice(words.display, draft.display, (display) => view.change({display}))}
    </div>
    <fieldset>
      <legend>${words.inboxes}</legend>
      ${inboxes.map(({id, name}) => choice(name, draft.inboxIds.includes(id), (isOn) => toggle(id, isOn)))}
      ${errorOf(view, 'inboxIds')}
    </fieldset>`;
}

/** The tab Configuration: what is asked, how, and where it is shown. */
export function renderConfiguration(view: ConfigurationView): TemplateResult {
  const {draft, isReadOnly} = view;
  return html`<div class="form">
    ${textField(view, 'name')} ${textField(view, 'description')}
    <div class="address">
      <div class="field">
        <label for="method">${words.method}</label>
        <select
          id="method"
          data-path="method"
          ?disabled=${isReadOnly}
          @change=${(event: Event) => view.change({method: valueOf(event) as Method})}
        >
          ${METHODS.map((method) => html`<option ?selected=${method === draft.method}>${method}</option>`)}
        </select>
      </div>
      <div class="field">
        <span class="label">${words.url}</span>
        ${variableField(
          view,
          {
            path: 'url',
            label: words.url,
            value: draft.url,
            placeholder: 'https://crm.example.com/customers/{{contact.email}}',
          },
          (url) => view.change({url}),
        )}
      </div>
    </div>
    <p class="hint">${words.urlHint}</p>
    ${pairs(view, 'headers')} ${pairs(view, 'query')}
    <div class="field">
      <span class="label">${words.body}</span>
      ${hasBody(draft) ? bodyField(view) : html`<p class="hint">${words.bodyNone}</p>`}
    </div>
    ${settings(view)}
  </div>`;
}
