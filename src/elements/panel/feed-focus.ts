import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {AppInboxNotification} from '../notification/notification.ts';
import type {ListWindow} from './list-window.ts';

export interface FeedFocusHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Where each key goes, from a row's index. Arrows are ours; the rest is the feed pattern (ARIA Authoring Practices). */
const MOVES: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 1,
  PageUp: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The height of a day's heading, which stays over the rows. */
const HEADING = 30;

/**
 * The keyboard in the feed: one row is in the order of the tab key, other keys move that on. When the row with the focus
 * goes, its neighbour gets it; when it moves, for it has been pinned, it keeps it.
 */
export class FeedFocus implements ReactiveController {
  #host: FeedFocusHost;
  #window: ListWindow;
  #index = 0;
  /** The row that has the focus, or that what has it is in. */
  #focused?: AppInboxNotification;
  /** What has it: the row, or something in it. */
  #target?: HTMLElement;
  /** Whether the focus was in the panel before this update. */
  #hadFocus = false;
  /** Whether the row with the focus was on screen. */
  #wasSeen = false;

  /** The id of the row that the tab key reaches; the first row while it is undefined. */
  current?: string;

  constructor(host: FeedFocusHost, listWindow: ListWindow) {
    this.#host = host;
    this.#window = listWindow;
    host.addController(this);
  }

  get rows(): AppInboxNotification[] {
    return [...this.#host.renderRoot.querySelectorAll('app-inbox-notification')];
  }

  /** The id of the row that the focus is in. */
  get focused(): string | undefined {
    return this.#focused?.notification?.id;
  }

  get #active(): Element | null {
    return (this.#host.renderRoot as ShadowRoot).activeElement;
  }

  hostUpdate(): void {
    this.#hadFocus = !!this.#active;
    this.#wasSeen = !!this.#focused && this.#window.isSeen(this.#focused);
  }

  hostUpdated(): void {
    const focused = this.#focused;
    if (!focused) return;
    if (focused.isConnected) {
      this.#index = Math.max(0, this.#window.indexOf(focused.notification?.id));
      // An element that is moved in the document loses the focus.
      if (this.#hadFocus && !this.#active) {
        this.#window.release();
        this.#target?.focus({preventScroll: true});
        if (!this.#active) focused.focus({preventScroll: true});
      }
      if (this.#hadFocus) void this.#keep(focused, this.#wasSeen);
      return;
    }
    this.#focused = undefined;
    void this.#goTo(Math.min(this.#index, this.#window.length - 1));
  }

  onFocusIn = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<AppInboxNotification>('app-inbox-notification');
    if (!row) return;
    this.#focused = row;
    this.#target = event.composedPath()[0] as HTMLElement;
    // Not where a press has put it: that would move what is under the pointer.
    if (this.#target.matches(':focus-visible')) this.#window.show(this.#target);
    const id = row.notification?.id;
    this.#index = this.#window.indexOf(id);
    if (id === this.current) return;
    this.current = id;
    this.#host.requestUpdate();
  };

  onFocusOut = (event: FocusEvent): void => {
    // A row that is taken away while it has the focus is told nothing, or loses it to nobody: it is remembered then.
    if (event.relatedTarget) this.#focused = undefined;
  };

  onKeyDown = (event: KeyboardEvent): void => {
    const row = (event.target as Element).closest<AppInboxNotification>('app-inbox-notification');
    if (!row || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    // From inside a row's shadow the event's target is still the row: only Enter must know the difference.
    if (event.key === 'Enter') {
      if (event.target !== row || row.shadowRoot?.activeElement) return;
      event.preventDefault();
      return row.open?.();
    }
    const index = this.#window.indexOf(row.notification?.id);
    const move = MOVES[event.key];
    if (!move || index < 0) return;
    event.preventDefault();
    const last = this.#window.length - 1;
    void this.#goTo(Math.max(0, Math.min(last, move(index, last))));
  };

  /**
   * Its rendering may have taken away the button that had the focus, and what has come above it, or another place of its
   * own, may have taken it off the screen.
   */
  async #keep(focused: AppInboxNotification, wasSeen: boolean): Promise<void> {
    await Promise.all(this.rows.map((row) => row.updateComplete));
    await this.#window.settled();
    if (focused !== this.#focused) return;
    if (!this.#active) focused.focus({preventScroll: true});
    const target = this.#active === focused ? focused.shadowRoot?.activeElement : this.#active;
    if (!wasSeen || this.#window.isSeen((target ?? focused) as HTMLElement, HEADING)) return;
    const row = await this.#window.reveal(this.#index);
    if (row) this.#window.show(target?.isConnected ? target : row);
  }

  async #goTo(index: number): Promise<void> {
    // At once where it is there: until it has its place the focus would be nowhere.
    const rendered = this.#window.rowAt(index);
    rendered?.focus({preventScroll: true});
    const row = await this.#window.reveal(index);
    if (row !== rendered) row?.focus({preventScroll: true});
    if (row && row === this.#focused) this.#window.show(row);
  }
}
