import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Notification} from '../../protocol/notification.ts';
import type {AppInboxNotification} from '../notification/notification.ts';
import {InView} from './in-view.ts';
import {RowHeights} from './row-heights.ts';
import type {AwayRow} from './rows.ts';
import {keepScrollerFocus} from './scroller-focus.ts';

/** Up to here all rows are rendered: the browser lays out so many without being asked twice. */
const ALL = 60;
/** Pixels that are rendered before and after what is on screen: a flick of the wheel. */
const MARGIN = 500;
/** Where the contact is taken to be at the top, and sees what arrives. */
const TOP = 24;
/** Pixels of a row that are enough to see it. */
const SEEN = 24;

export interface WindowHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What is rendered of a list. */
export interface Plan {
  start: number;
  end: number;
  /** The row with the focus, where it lies outside. */
  away?: AwayRow;
  /** The first row on screen, for the tab key; undefined while all are rendered. */
  visible?: string;
}

/** Pixels from the beginning of the feed to that of a row. */
const topIn = (feed: Element, row: Element) =>
  row.getBoundingClientRect().top - feed.getBoundingClientRect().top;

/**
 * Renders of a long list what is on screen and a margin, in the place where it would be if all were there; and keeps
 * the reading position: what is added, removed or grows above what the contact sees does not move it.
 */
export class ListWindow implements ReactiveController {
  #host: WindowHost;
  #heights = new RowHeights();
  #rows: readonly Notification[] = [];
  #ids: readonly string[] = [];
  #plan: Plan = {start: 0, end: ALL};
  #scroller?: HTMLElement;
  #ending?: AbortController;
  #frame = 0;
  #inView = new InView();
  #wasAway = false;
  /** The row that keeps its place on the screen over an update. */
  #anchor?: {id: string; top: number};
  /** A row that is to be brought into view. */
  #target?: number;
  /** While new rows have not rendered, and so have no height. */
  #settling?: Promise<void>;

  constructor(host: WindowHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the beginning of the list is scrolled out of view. */
  get isAway(): boolean {
    return (this.#scroller?.scrollTop ?? 0) > TOP;
  }

  /** Decides what is rendered, before it is. */
  plan(rows: readonly Notification[], focused: string | undefined): Plan {
    if (rows !== this.#rows) {
      this.#rows = rows;
      this.#ids = rows.map(({id}) => id);
      this.#heights.setRows(this.#ids);
    }
    if (rows.length <= ALL) return (this.#plan = {start: 0, end: rows.length});
    const {from, to} = this.#sight();
    // An anchor may lie elsewhere in the list than it did: what is rendered must hold it.
    const index = this.#target ?? (this.#anchor ? this.#ids.indexOf(this.#anchor.id) : -1);
    const shift = index < 0 ? 0 : this.#heights.top(index) - from - (this.#anchor?.top ?? 0);
    const seen = this.#target === undefined ? from + shift : this.#heights.top(index);
    const start = this.#heights.at(seen - MARGIN);
    const end = this.#heights.at(seen + (to - from) + MARGIN) + 1;
    const place = focused === undefined ? -1 : this.#ids.indexOf(focused);
    const isAway = place >= 0 && (place < start || place >= end);
    this.#plan = {
      start,
      end,
      visible: this.#ids[this.#heights.at(seen)],
      away: isAway ? {notification: rows[place]!, index: place, top: this.#heights.top(place)} : undefined,
    };
    return this.#plan;
  }

  /** Renders the row with this index, wherever it is; that decides what is in view, and no longer the reading position. */
  async reveal(index: number): Promise<AppInboxNotification | undefined> {
    const id = this.#ids[index];
    if (id === undefined) return undefined;
    this.release();
    if (index < this.#plan.start || index >= this.#plan.end) {
      this.#target = index;
      this.#host.requestUpdate();
    }
    await this.settled();
    return this.#find(id);
  }

  /** When rows have their heights, and so their places. */
  async settled(): Promise<void> {
    await this.#host.updateComplete;
    await this.#settling;
  }

  /** The row with this index, where it is rendered. */
  rowAt(index: number): AppInboxNotification | undefined {
    const id = this.#ids[index];
    return id === undefined ? undefined : this.#find(id);
  }

  /** Gives up the reading position for this update: something else decides what is in view. */
  release(): void {
    this.#anchor = undefined;
  }

  /**
   * Whether enough of a row, or of something in it, is on screen.
   *
   * @param over pixels that something covers above
   */
  isSeen(row: HTMLElement, over = 0): boolean {
    const feed = this.#feed;
    const {from, to} = this.#sight();
    const top = feed ? topIn(feed, row) : Infinity;
    const height = row.offsetHeight;
    return Math.min(to, top + height) - Math.max(from + over, top) >= Math.min(SEEN, height);
  }

  /** The index of a row; -1 where it is not in the list. */
  indexOf(id: string | undefined): number {
    return id === undefined ? -1 : this.#ids.indexOf(id);
  }

  get length(): number {
    return this.#ids.length;
  }

  hostUpdate(): void {
    if (this.#settling) return;
    this.#anchor = this.#target === undefined && this.isAway ? this.#firstVisible() : undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** After each update while the list is shown. */
  watch(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller') ?? undefined;
    if (scroller !== this.#scroller) {
      this.stop();
      this.#scroller = scroller;
      this.#ending = new AbortController();
      const {signal} = this.#ending;
      scroller?.addEventListener('scroll', this.#onScroll, {passive: true, signal});
      scroller?.addEventListener('focusin', this.#onFocusIn, {signal});
      if (scroller) keepScrollerFocus(scroller, signal);
      for (const type of ['wheel', 'touchmove', 'pointerdown'])
        scroller?.addEventListener(type, this.#inView.letGo, {passive: true, signal});
      // In a page the list may be as long as it likes, and the page scrolls.
      addEventListener('scroll', this.#onScroll, {passive: true, capture: true, signal});
      addEventListener('resize', this.#onScroll, {signal});
    }
    const feed = this.#feed;
    if (!feed || !scroller) return;
    feed.classList.toggle('windowed', this.#isWindowed);
    feed.classList.toggle('cut', this.#isWindowed && this.#plan.start > 0);
    this.#pad(feed);
    if (!this.#isWindowed && !this.#anchor) return;
    this.#settling ??= this.#afterRows().then(() => {
      this.#settling = undefined;
      if (!scroller.isConnected || this.#scroller !== scroller) return;
      if (this.#isWindowed) this.#measure();
      this.#pad(feed);
      this.#settle(scroller);
    });
  }

  get #isWindowed(): boolean {
    return this.#ids.length > ALL;
  }

  /** When the rows that have come have rendered: before the browser paints. */
  async #afterRows(): Promise<void> {
    const rows = this.#rendered();
    await Promise.all(rows.map((row) => row.updateComplete));
    if (!this.#isWindowed) return;
    // What is too long for its lines gets its button now, and not when it is on screen, where that would move the rows.
    for (const row of rows) row.measure();
    await Promise.all(rows.map((row) => row.updateComplete));
  }

  /** Gives the rows that are not rendered their room. */
  #pad(feed: HTMLElement): void {
    const px = (pixels: number) => (this.#isWindowed ? `${Math.max(0, pixels)}px` : '');
    feed.style.paddingBlockStart = px(this.#heights.top(this.#plan.start));
    feed.style.paddingBlockEnd = px(this.#heights.total - this.#heights.top(this.#plan.end));
  }

  stop(): void {
    this.#ending?.abort();
    this.#ending = this.#scroller = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  get #feed(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[role=feed]');
  }

  #find(id: string): AppInboxNotification | undefined {
    return this.#rendered().find((row) => row.notification?.id === id);
  }

  #rendered(): AppInboxNotification[] {
    return [...(this.#feed?.querySelectorAll<AppInboxNotification>('app-inbox-notification') ?? [])];
  }

  /** What is on screen, from the feed's top. */
  #sight(): {from: number; to: number} {
    const feed = this.#feed?.getBoundingClientRect();
    const box = this.#scroller?.getBoundingClientRect();
    if (!feed || !box) return {from: 0, to: MARGIN};
    const from = Math.max(box.top, 0) - feed.top;
    return {from, to: Math.max(from, Math.min(box.bottom, innerHeight) - feed.top)};
  }

  #firstVisible(): {id: string; top: number} | undefined {
    const feed = this.#feed;
    if (!feed) return undefined;
    const {from} = this.#sight();
    for (const row of this.#rendered())
      if (this.isSeen(row) && !row.classList.contains('away'))
        return {id: row.notification!.id, top: topIn(feed, row) - from};
    // The contact has leapt to where nothing is rendered: the row that belongs there.
    const index = this.#heights.at(from);
    const id = this.#ids[index];
    return id === undefined ? undefined : {id, top: this.#heights.top(index) - from};
  }

  /** How high the rendered rows are, each from the end of the one before it, so that its heading counts. */
  #measure(): void {
    let end = this.#plan.start ? undefined : 0;
    for (const row of this.#rendered()) {
      if (row.classList.contains('away')) continue;
      const {offsetTop, offsetHeight} = row;
      // The first row's heading is there for the window's sake: elsewhere in the list it may have none.
      if (end !== undefined) this.#heights.measure(row.notification!.id, offsetTop + offsetHeight - end);
      end = offsetTop + offsetHeight;
    }
  }

  /** Puts the anchor back to where it was, or the target into view. */
  #settle(scroller: HTMLElement): void {
    const id = this.#target === undefined ? this.#anchor?.id : this.#ids[this.#target];
    const row = id === undefined ? undefined : this.#find(id);
    const feed = this.#feed;
    const top = this.#target === undefined ? this.#anchor?.top : 0;
    this.#target = this.#anchor = undefined;
    if (!row || !feed || top === undefined) return;
    const moved = topIn(feed, row) - this.#sight().from - top;
    if (Math.abs(moved) <= 0.5) return;
    scroller.scrollTop += moved;
    this.#onScroll();
  }

  /** Brings something into view. A long list's rows have their heights already. */
  show(element: Element): void {
    this.#inView.show(element, this.#isWindowed ? undefined : (this.#feed ?? undefined));
  }

  #onFocusIn = ({target}: Event): void => {
    const end = (target as Element).closest('.sentinel');
    if (end) this.show(end);
  };

  #onScroll = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.isAway !== this.#wasAway) {
        this.#wasAway = this.isAway;
        this.#host.requestUpdate();
      }
      if (this.#ids.length <= ALL) return;
      const {from, to} = this.#sight();
      const {start, end} = this.#plan;
      const first = this.#heights.at(from - MARGIN / 2);
      const last = this.#heights.at(to + MARGIN / 2);
      if (first < start || last >= end) this.#host.requestUpdate();
    });
  };
}
