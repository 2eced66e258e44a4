import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import {hasPopover} from '../popover.ts';
import {toolIcons, type ToolIcon} from './tool-icons.ts';

/** One thing that can be done. */
export interface MenuItem {
  label: string;
  icon?: ToolIcon;
  /** At the other end of the line: a time, a key. */
  hint?: string;
  isDanger?: boolean;
  /** What it does; the menu closes before, unless it returns other items to go on with. */
  onChoose: () => readonly MenuItem[] | TemplateResult | void;
}

export interface MenuHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The gap between the menu and the window's edges. */
const EDGE = 8;

/**
 * A menu beside the control that opened it (ARIA Authoring Practices, menu button), over the panel's edges as well where
 * the browser has popovers. One is open at a time; it closes by Escape, by a press or a focus outside, and gives the focus
 * back.
 */
export class Menu implements ReactiveController {
  #host: MenuHost;
  #label = '';
  #contents?: readonly MenuItem[] | TemplateResult;
  #control?: HTMLElement;
  #ending?: AbortController;
  #hasToFocus = false;

  constructor(host: MenuHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return !!this.#contents;
  }

  hostDisconnected(): void {
    this.close(false);
  }

  /**
   * @param control what was pressed: the menu stands beside it
   * @param label the menu's accessible name
   */
  open(control: HTMLElement, label: string, contents: readonly MenuItem[] | TemplateResult): void {
    this.close(false);
    this.#control = control;
    this.#label = label;
    this.#contents = contents;
    this.#hasToFocus = true;
    this.#ending = new AbortController();
    const {signal} = this.#ending;
    const isOurs = (event: Event) => event.composedPath().some((one) => one === this.#box || one === control);
    document.addEventListener('pointerdown', (event) => isOurs(event) || this.close(false), {
      capture: true,
      signal,
    });
    // A focus that moves inside the panel is not heard outside of its shadow.
    for (const place of [document, this.#host.renderRoot])
      place.addEventListener('focusin', (event) => isOurs(event) || this.close(false), {signal});
    addEventListener('scroll', this.#place, {capture: true, passive: true, signal});
    addEventListener('resize', this.#place, {signal});
    this.#host.requestUpdate();
  }

  /** @param givesBack whether the control gets the focus */
  close = (givesBack = true): void => {
    if (!this.isOpen) return;
    this.#ending?.abort();
    this.#contents = undefined;
    if (givesBack) this.#control?.focus({preventScroll: true});
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const box = this.#box;
    if (box && !this.#control?.isConnected) return this.#closeAlone();
    if (!box || !this.#hasToFocus) return;
    this.#hasToFocus = false;
    if (hasPopover && !box.matches(':popover-open')) box.showPopover();
    this.#place();
    const first = box.querySelector<HTMLElement>('button, input');
    first?.focus({preventScroll: true});
    // In a low window it may lie further down in the menu.
    first?.scrollIntoView({block: 'nearest'});
  }

  /** Its row has gone while it was open: the focus goes on to the one that the tab key reaches. */
  #closeAlone(): void {
    this.close(false);
    this.#host.renderRoot.querySelector<HTMLElement>('app-inbox-notification[tabindex="0"]')?.focus();
  }

  get #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  #place = (): void => {
    const box = this.#box;
    if (!box || !this.#control?.isConnected) return;
    const area = hasPopover
      ? new DOMRect(0, 0, innerWidth, innerHeight)
      : box.closest('.panel')!.getBoundingClientRect();
    const control = this.#control.getBoundingClientRect();
    const isRtl = getComputedStyle(box).direction === 'rtl';
    // Where it stood before, the window's edge may have made it narrow.
    box.style.setProperty('left', '0');
    const {offsetWidth: width, offsetHeight: height} = box;
    const wanted = isRtl ? control.left : control.right - width;
    const left = Math.max(EDGE, Math.min(wanted - area.left, area.width - width - EDGE));
    const below = control.bottom - area.top + 4;
    const above = control.top - area.top - height - 4;
    const top = below + height + EDGE <= area.height ? below : Math.max(EDGE, above);
    box.style.setProperty('left', `${left}px`);
    box.style.setProperty('top', `${Math.min(top, Math.max(EDGE, area.height - height - EDGE))}px`);
  };

  #choose(item: MenuItem): void {
    // Before anything is done: what that takes away gives the focus on to its neighbour.
    this.#control?.focus({preventScroll: true});
    const next = item.onChoose();
    if (!next) return this.close(false);
    this.#contents = next;
    this.#hasToFocus = true;
    this.#host.requestUpdate();
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    const items = [...this.#box!.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const index = items.indexOf(event.target as HTMLElement);
    const moves: Record<string, number> = {
      ArrowDown: (index + 1) % items.length,
      ArrowUp: (index - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Tab' && items.length) return this.close();
    else if (event.key in moves && items.length) items[moves[event.key]!]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  render(): TemplateResult | typeof nothing {
    const contents = this.#contents;
    if (!contents) return nothing;
    const isList = Array.isArray(contents);
    return html`<div
      class="menu"
      popover=${hasPopover ? 'manual' : nothing}
      role=${isList ? 'menu' : 'dialog'}
      aria-label=${this.#label}
      @keydown=${this.#onKeyDown}
    >
      ${isList ? (contents as readonly MenuItem[]).map((item) => this.#renderItem(item)) : contents}
    </div>`;
  }

  #renderItem(item: MenuItem): TemplateResult {
    return html`<button
      role="menuitem"
      tabindex="-1"
      class=${item.isDanger ? 'danger' : ''}
      @click=${() => this.#choose(item)}
    >
      ${
        item.icon
          ? html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
              ${toolIcons[item.icon]}
            </svg>`
          : nothing
      }
      <span>${item.label}</span>
      ${item.hint ? html`<small>${item.hint}</small>` : nothing}
    </button>`;
  }
}
