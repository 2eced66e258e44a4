import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Layout} from '../../protocol/configuration.ts';
import {followAnchor, hasPopover} from './popover.ts';

/** Narrower than this, popover and drawer are a sheet that fills the screen. */
const SHEET_QUERY = '(max-width: 479.98px)';

export interface SurfaceOptions {
  /** The panel's box; undefined while it is not rendered. */
  getPanel: () => HTMLElement | undefined;
  /** The contact wants it closed: Escape, a press outside, the close button. */
  onDismiss: () => void;
  /** The screen became small or large. */
  onSheetChange: () => void;
}

/**
 * The panel as a thing on the page: in the top layer, beside its anchor, closed by Escape and by a press outside. It
 * listens to the page only while it is shown, and gives the focus back when it goes.
 */
export class Surface implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #options: SurfaceOptions;
  #sheet = matchMedia(SHEET_QUERY);
  #shown?: AbortController;
  #layout?: Layout;
  #anchor?: HTMLElement | null;
  #stopFollowing?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement, options: SurfaceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isShown(): boolean {
    return !!this.#shown;
  }

  /** Whether it fills the screen, so that nothing beside it can be used. */
  get isSheet(): boolean {
    return this.#sheet.matches && this.#layout !== 'page';
  }

  hostConnected(): void {
    this.#sheet.addEventListener('change', this.#onSheetChange);
    // Taken out of the page while open and put back, it opens again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#sheet.removeEventListener('change', this.#onSheetChange);
    this.#hide();
  }

  /** Shows or hides it; call after each update. */
  update(isShown: boolean, layout: Layout, anchor: HTMLElement | null | undefined): void {
    if (!this.#host.isConnected) return;
    if (this.#shown && layout !== this.#layout) this.#hide();
    this.#layout = layout;
    this.#anchor = anchor;
    if (isShown && !this.#shown) this.#show();
    else if (!isShown && this.#shown) this.#hide();
    else if (!isShown) this.#lift();
  }

  dismiss = (): void => this.#options.onDismiss();

  #show(): void {
    const panel = this.#options.getPanel();
    if (!panel) return;
    this.#shown = new AbortController();
    if (this.#layout === 'page') return;
    // Something of the page has come into the top layer since: it goes over that.
    if (hasPopover && panel.matches(':popover-open') && document.querySelector(':popover-open, :modal')) {
      panel.hidePopover();
    }
    this.#lift();
    // Before anything changes, so that reading the layout costs nothing.
    this.#follow();
    panel.classList.add('shown');
    const {signal} = this.#shown;
    document.addEventListener('keydown', this.#onKeyDown, {signal});
    // Capture: the page may stop the event on its way.
    document.addEventListener('pointerdown', this.#onPointerDown, {capture: true, signal});
  }

  /**
   * Into the top layer, where it stays: hidden, but laid out, so that to show it is only to paint it. What is hidden by
   * `visibility` has no focus, no pointer and no name for screen readers.
   */
  #lift(): void {
    const panel = this.#options.getPanel();
    if (hasPopover && panel && this.#layout !== 'page' && !panel.matches(':popover-open'))
      panel.showPopover();
  }

  #hide(): void {
    if (!this.#shown) return;
    this.#shown.abort();
    this.#shown = undefined;
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    const panel = this.#options.getPanel();
    if (this.#layout === 'page' || !panel) return;
    const hadFocus = !!this.#host.shadowRoot?.activeElement || document.activeElement === document.body;
    panel.classList.remove('shown');
    if (hadFocus) this.#anchor?.focus({preventScroll: true});
  }

  #follow(): void {
    this.#stopFollowing?.();
    const panel = this.#options.getPanel();
    const hangs = this.#shown && panel && this.#layout === 'popover' && !this.#sheet.matches;
    this.#stopFollowing = hangs ? followAnchor(panel, () => this.#anchor) : undefined;
  }

  #onSheetChange = (): void => {
    this.#follow();
    this.#options.onSheetChange();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const path = event.composedPath();
    // Escape elsewhere belongs to the page: it may have a dialog of its own.
    const isOurs = path.includes(this.#host) || (this.#anchor && path.includes(this.#anchor));
    if (!isOurs && path[0] !== document.body) return;
    event.preventDefault();
    this.dismiss();
  };

  #onPointerDown = (event: PointerEvent): void => {
    const path = event.composedPath();
    const isOurs = path.includes(this.#host) || (this.#anchor && path.includes(this.#anchor));
    if (!isOurs && this.#layout === 'popover') this.dismiss();
  };
}
