import {html, nothing, type TemplateResult} from 'lit/html.js';
import {resolve} from '../templates/resolve.ts';
import type {Scope, Warning} from '../templates/scope.ts';
import type {Template} from '../templates/template.ts';
import {renderParts} from '../view/nodes.ts';
import type {ViewState} from '../view/view-state.ts';
import {previewData, type PreviewState} from './preview-data.ts';
import {words} from './words.ts';

const MAX_WARNINGS = 20;

export interface PreviewOptions {
  template: Template;
  sample: unknown;
  scope: Scope | undefined;
  /** Which of the sample's days is shown. */
  preview: PreviewState;
  state: ViewState;
}

/** The same engine and the same view as in the contact's profile: it cannot look better here. */
export function renderPreview({template, sample, scope, preview, state}: PreviewOptions): TemplateResult {
  if (preview === 'error')
    return html`<div class="card-preview">
      <p>${template.title || words.card} ${words.errorTitle}</p>
      <p class="hint">${words.errorHint}</p>
    </div>`;
  const warnings = new Map<string, Warning>();
  const nodes = resolve(template, previewData(sample ?? {}, preview), {
    ...scope,
    onWarning: (warning) => warnings.set(`${warning.code} ${warning.at}`, warning),
  });
  return html`<div class="card-preview">${renderParts(nodes, {state, level: 4})}</div>
    ${sample === undefined || sample === null ? html`<p class="hint">${words.previewWithoutSample}</p>` : nothing}
    ${renderWarnings([...warnings.values()])}`;
}

function renderWarnings(warnings: readonly Warning[]): unknown {
  if (warnings.length === 0) return nothing;
  return html`<h3>${words.warnings}</h3>
    <ul class="warnings">
      ${warnings.slice(0, MAX_WARNINGS).map(({at, detail}) => html`<li><code>${at}</code> ${detail}</li>`)}
    </ul>`;
}

/** Which day of the sample the preview shows. */
export function renderPreviewStates(
  preview: PreviewState,
  onChange: (preview: PreviewState) => void,
): TemplateResult {
  return html`<select
    aria-label=${words.preview}
    @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value as PreviewState)}
  >
    ${Object.entries(words.states).map(
      ([state, label]) => html`<option value=${state} ?selected=${state === preview}>${label}</option>`,
    )}
  </select>`;
}
