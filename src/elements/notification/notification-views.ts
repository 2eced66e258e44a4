import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Notification} from '../../protocol/notification.ts';

/*
 * `data-do` names what a control does; the row's one listener reads it. `order` is the tabindex of what is inside a row.
 */

/** More would be a form. */
const MAX_ACTIONS = 3;

/** The notification's own buttons; those with a link are links, so that the browser's ways to open one all work. */
export function renderActions(
  {actions}: Notification,
  order: string,
  doneMark: unknown,
): TemplateResult | typeof nothing {
  if (!actions.length) return nothing;
  return html`<div part="actions" class="actions">
    ${actions
      .slice(0, MAX_ACTIONS)
      .map(({label, link, style, done}, index) =>
        link
          ? html`<a
              class="button ${style}"
              href=${link}
              data-do="action"
              data-index=${index}
              tabindex=${order}
              >${label}</a
            >`
          : html`<button
              class="button ${style}"
              data-do="action"
              data-index=${index}
              tabindex=${order}
              aria-disabled=${done ? 'true' : nothing}
            >
              ${done ? doneMark : nothing}${label}
            </button>`,
      )}
  </div>`;
}
