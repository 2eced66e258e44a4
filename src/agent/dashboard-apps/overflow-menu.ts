import {html, svg, type TemplateResult} from 'lit/html.js';
import {indexAfterKey, isRtl} from './tab-keys.ts';
import {words} from './words.ts';

/** Pixels between the menu and what it hangs from, and from the window's edge. */
const GAP = 4;

export const arrowDown = svg`<path d="M6 9l6 6 6-6"/>`;

/** Where the menu is rendered. */
interface MenuHost extends Element {
  readonly renderRoot: ShadowRoot;
}

/** The tabs that there is no room for, as a menu behind a button. */
export class OverflowMenu {
  #host: MenuHost;
  #onChoice: (id: string) => void;

  constructor(host: MenuHost, onChoice: (id: string) => void) {
    this.#host = host;
    this.#onChoice = onChoice;
  }

  /** @param entries none: the button is only there to be measured */
  render(entries: readonly {id: string; name: string}[], selected: string): TemplateResult {
    return html`<button
        class="more ${entries.length ? '' : 'unused'}"
        aria-haspopup="menu"
        aria-label=${words.moreApps}
        popovertarget="menu"
        @keydown=${this.#onButtonKey}
      >
        ${words.more}
        <svg viewBox="0 0 24 24" aria-hidden="true">${arrowDown}</svg>
      </button>
      <div
        role="menu"
        id="menu"
        popover="auto"
        tabindex="-1"
        aria-label=${words.moreApps}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
      >
        ${entries.map(
          ({id, name}) =>
            html`<button
              role="menuitemradio"
              aria-checked=${id === selected}
              tabindex="-1"
              @click=${() => this.#choose(id)}
            >
              ${name}
            </button>`,
        )}
      </div>`;
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[role=menu]');
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.more');
  }

  get #items(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  }

  #choose(id: string): void {
    this.#menu?.hidePopover();
    this.#onChoice(id);
  }

  #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#menu?.showPopover();
    this.#items.at(event.key === 'ArrowUp' ? -1 : 0)?.focus();
  };

  #onToggle = (event: ToggleEvent): void => {
    const menu = this.#menu;
    const button = this.#button;
    if (event.newState !== 'open' || !menu || !button) return;
    const {left, right, bottom} = button.getBoundingClientRect();
    const {width} = menu.getBoundingClientRect();
    const most = document.documentElement.clientWidth - width - GAP;
    const start = isRtl(this.#host) ? left : right - width;
    menu.style.setProperty('left', `${Math.max(GAP, Math.min(start, most))}px`);
    menu.style.setProperty('top', `${bottom + GAP}px`);
    if (!this.#items.some((item) => item.matches(':focus'))) this.#items[0]?.focus();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || event.key === 'Escape') {
      this.#menu?.hidePopover();
      this.#button?.focus();
    }
    const items = this.#items;
    const index = items.findIndex((item) => item === event.target);
    const next = indexAfterKey(event.key, {index, size: items.length, isVertical: true});
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };
}
