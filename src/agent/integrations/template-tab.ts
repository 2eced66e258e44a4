import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {IntegrationDraft} from '../records.ts';
import {readObject} from './draft.ts';
import {words} from './words.ts';

/** What the tab shows, and whom it tells of a change. */
export interface TemplateTabView {
  readonly draft: IntegrationDraft;
  /** What the last test brought; undefined: nothing yet. */
  readonly sample: unknown;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  change(part: Partial<IntegrationDraft>): void;
}

interface TemplateChange extends Event {
  readonly template: Record<string, unknown> | null;
}

/** The tab Template: the visual editor, and as long as its part of the bundle is not there, the JSON. */
export function renderTemplateTab(view: TemplateTabView): TemplateResult {
  const {draft, sample, error, isReadOnly, change} = view;
  if (customElements.get('agent-template-editor')) {
    return html`<agent-template-editor
        data-path="template"
        .template=${draft.template}
        .sample=${sample}
        .readOnly=${isReadOnly}
        @template-change=${(event: TemplateChange) => change({template: event.template})}
      ></agent-template-editor>
      ${error ? html`<p class="error">${error}</p>` : nothing}`;
  }
  const text = draft.template ? JSON.stringify(draft.template, null, 2) : '';
  const onChange = (event: Event) => {
    const field = event.target as HTMLTextAreaElement;
    const template = readObject(field.value);
    field.setCustomValidity(template ? '' : words.templateWrong);
    field.reportValidity();
    if (template) change({template: field.value.trim() ? template : null});
  };
  return html`<div class="field">
    <label for="template">${words.templateJson}</label>
    <textarea
      id="template"
      data-path="template"
      class="code"
      rows="18"
      spellcheck="false"
      ?disabled=${isReadOnly}
      aria-invalid=${error ? true : nothing}
      .value=${live(text)}
      @change=${onChange}
    ></textarea>
    <p class="hint">${words.templateNone}</p>
    ${error ? html`<p class="error">${error}</p>` : nothing}
  </div>`;
}
