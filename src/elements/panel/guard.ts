import {html, type TemplateResult} from 'lit/html.js';

/** What of the panel the tab key reaches. */
const STOPS =
  ':is(button, input):not([tabindex="-1"], [slot], :disabled), app-inbox-notification[tabindex="0"]';

function wrapFocus(event: FocusEvent): void {
  const guard = event.currentTarget as HTMLElement;
  const panel = guard.parentElement!;
  const isFirst = guard === panel.firstElementChild;
  const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)];
  (isFirst ? stops.at(-1) : stops[0])?.focus();
}

/** Keeps the tab key inside a sheet: one stands before the first and one after the last that can have the focus. */
export function renderGuard(): TemplateResult {
  return html`<div tabindex="0" @focus=${wrapFocus}></div>`;
}
