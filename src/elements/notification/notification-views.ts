import {html, nothing, type TemplateResult} from 'lit';
import type {Translation} from '../../i18n/translation.ts';
import type {Notification} from '../../protocol/notification.ts';
import {icons, type IconName} from '../base/icons.ts';

/*
 * `data-do` names what a control does; the row's one listener reads it. `order` is the tabindex of what is inside a row.
 */

/** The notification's own buttons; those with a link are links, so that the browser's ways to open one all work. */
export function renderActions({actions}: Notification, order: string): TemplateResult | typeof nothing {
  if (!actions.length) return nothing;
  return html`<div part="actions" class="actions">
    ${actions.map(({label, link, style}, index) =>
      link
        ? html`<a class="button ${style}" href=${link} data-do="action" data-index=${index} tabindex=${order}
            >${label}</a
          >`
        : html`<button class="button ${style}" data-do="action" data-index=${index} tabindex=${order}>
            ${label}
          </button>`,
    )}
  </div>`;
}

export interface Tools {
  isReadable: boolean;
  isArchivable: boolean;
  order: string;
}

/** What the contact can do to the notification, as icons. */
export function renderTools(
  words: Translation,
  {isReadable, isArchivable, order}: Tools,
): TemplateResult | typeof nothing {
  if (!isReadable && !isArchivable) return nothing;
  const tool = (what: string, icon: IconName, label: string) =>
    html`<button class="icon-button" data-do=${what} aria-label=${label} title=${label} tabindex=${order}>
      <svg viewBox="0 0 24 24" aria-hidden="true">${icons[icon]}</svg>
    </button>`;
  return html`<div class="tools">
    ${isArchivable ? tool('archive', 'archive', words.archive) : nothing}
    ${isReadable ? tool('read', 'check', words.markRead) : nothing}
  </div>`;
}
