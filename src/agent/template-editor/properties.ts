import {html, type TemplateResult} from 'lit/html.js';
import type {Section, Template} from '../templates/template.ts';
import {SECTION_FIELDS, TEMPLATE_FIELDS} from './fields.ts';
import {renderForm} from './form.ts';
import {keyOf} from './outline.ts';
import {pathsOf, sampleAt} from './preview-data.ts';
import {replace, sectionAt, type Address} from './tree.ts';
import {words} from './words.ts';

export interface PropertiesOptions {
  template: Template;
  /** What is selected: a section, or the template itself. */
  at: Address;
  sample: unknown;
  /** @param topic what is being typed into */
  onChange: (template: Template, topic?: string) => void;
}

/** The properties of what is selected, with the sample's paths to choose from. */
export function renderProperties({template, at, sample, onChange}: PropertiesOptions): TemplateResult {
  const section = at.length ? sectionAt(template, at) : undefined;
  const values = (section ?? template) as unknown as Record<string, unknown>;
  const paths = pathsOf(sampleAt(template, at, sample));
  return html`<h3>${section ? `${words.types[section.type] ?? section.type}` : words.card}</h3>
    <datalist id="paths">${paths.map((path) => html`<option value=${path}></option>`)}</datalist>
    <datalist id="variables">${paths.map((path) => html`<option value=${`{{${path}}}`}></option>`)}</datalist>
    <div class="fields">
      ${renderForm({
        key: `at${keyOf(at)}`,
        values,
        fields: section ? fieldsOf(section) : TEMPLATE_FIELDS,
        onChange: (next, topic) =>
          onChange(
            section
              ? replace(template, at, next as unknown as Section)
              : {...template, ...next, ...cleared(values, next)},
            topic,
          ),
      })}
    </div>`;
}

/** None for a type that is not known: such a section can be moved and removed. */
const fieldsOf = ({type}: Section) => (Object.hasOwn(SECTION_FIELDS, type) ? SECTION_FIELDS[type] : []);

/** What a form has taken out of an object, as properties that are undefined. */
function cleared(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, undefined> {
  return Object.fromEntries(
    Object.keys(before)
      .filter((name) => !(name in after) && name !== 'version')
      .map((name) => [name, undefined]),
  );
}
