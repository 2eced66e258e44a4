import {html, svg, type TemplateResult} from 'lit/html.js';
import {words} from '../templates/words.ts';

const copyIcon = svg`<path d="M9 9h11v11H9zM5 15H4V4h11v1"/>`;
const doneIcon = svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`;
/** How long the mark stands: milliseconds. */
const SHOWN = 1600;

/** Copies a value, and says so in its own place. */
export function renderCopyButton(label: string, text: string): TemplateResult {
  return html`<button
    type="button"
    class="copy"
    aria-label=${words.copy(label)}
    title=${words.copy(label)}
    @click=${(event: Event) => void copy(event.currentTarget as HTMLElement, text, label)}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <g class="idle">${copyIcon}</g>
      <g class="done">${doneIcon}</g>
    </svg>
  </button>`;
}

async function copy(button: HTMLElement, text: string, label: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return; // Not allowed here: the value can still be marked.
  }
  button.classList.add('copied');
  button.setAttribute('aria-label', words.copied);
  setTimeout(() => {
    button.classList.remove('copied');
    button.setAttribute('aria-label', words.copy(label));
  }, SHOWN);
}
