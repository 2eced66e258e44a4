import type {ReactiveControllerHost} from 'lit';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Inbox} from '../../core/inbox.ts';
import type {Translation} from '../../i18n/translation.ts';
import type {MoreTerms} from '../../i18n/more/more-terms.ts';
import type {Notification} from '../../protocol/notification.ts';
import {controlReactions} from '../../themes/control-reactions.ts';
import {css} from '../../themes/css.ts';
import type {AppInboxReadEvent} from '../notification/events.ts';
import {Announcer} from './announcer.ts';
import {Approach, approachStyles} from './approach.ts';
import {EndWatch} from './end-watch.ts';
import {FeedFocus} from './feed-focus.ts';
import {renderGuard} from './guard.ts';
import {ListWindow, type Plan} from './list-window.ts';
import {MarkAllFit, markAllDrawing, markAllStyles} from './mark-all.ts';
import {noticeStyles, renderNotice} from './notice.ts';
import {RowVisibility} from './row-visibility.ts';
import {watchSheet} from './sheet-drag.ts';
import type {Slice} from './slice.ts';

export {prepare} from './prepare.ts';

export interface ListHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  inbox?: Inbox;
  open: boolean;
  readonly anchor?: HTMLElement | null;
  readonly layout: string;
  /** Something else tells of what arrives while it is closed. */
  readonly quiet?: boolean;
}

export interface ListBehaviourOptions {
  /** What is shown. */
  getSlice: () => Slice | undefined;
  /** The end of the list comes near: more of it is wanted. */
  onEnd: () => void;
}

export const styles = css`
  ${controlReactions}
  .scroller {
    /* The list keeps its place itself, in browsers that do not as well. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    /* What is brought into view does not lie under its day's heading. */
    scroll-padding-block-start: 32px;
    scrollbar-color: color-mix(in srgb, var(--_muted) 45%, transparent) transparent;
  }
  [role='feed'] {
    position: relative;
  }
  .windowed app-inbox-notification {
    content-visibility: visible;
  }
  /* The day of a list that is cut off above: it has a place only while it sticks. */
  .cut > .day:first-child {
    height: 30px;
    margin-block-end: -30px;
  }
  .sentinel {
    display: grid;
    place-items: center;
    min-height: 56px;
    border-block-start: 1px solid var(--_line);
  }
  .away {
    position: absolute;
    inset-inline: 0;
  }
  .arrivals {
    position: relative;
    z-index: 2;
    height: 0;
    text-align: center;
  }
  .arrivals .button {
    margin-block-start: 8px;
    border-radius: 16px;
    border-color: transparent;
    color: var(--_on-accent);
    background: var(--_accent);
    box-shadow: var(--_shadow);
  }
  /* A row shows its focus itself, inside its edges. */
  app-inbox-notification:focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid;
    }
    .count {
      border: 1px solid;
      line-height: 18px;
    }
    .ghost i {
      border: 1px solid GrayText;
    }
  }
  /* The grip of a sheet. A border, which forced colours leave. */
  .panel[aria-modal]::before {
    content: '';
    position: absolute;
    inset-block-start: calc(env(safe-area-inset-top) + 4px);
    inset-inline: calc(50% - 18px);
    border: 2px solid color-mix(in srgb, var(--_muted) 45%, transparent);
    border-radius: 2px;
  }
  .panel[aria-modal].drawn {
    border-start-start-radius: var(--app-inbox-radius, 16px);
    border-start-end-radius: var(--app-inbox-radius, 16px);
    box-shadow: var(--_shadow);
  }
  ${approachStyles}
  ${markAllStyles}
  ${noticeStyles}
`;

/**
 * What a list does beyond showing its rows: the keyboard, what has been seen, more rows near the end, a window on a long
 * list, and telling of arrivals. A module of its own, because the first rows need none of it.
 */
export class ListBehaviour {
  #host: ListHost;
  #window: ListWindow;
  #feed: FeedFocus;
  #visibility: RowVisibility;
  #end: EndWatch;
  #announcer: Announcer;
  #approach: Approach;
  #markAll = new MarkAllFit();
  #feedBox?: Element;
  #panel?: Element;
  /** How many notifications there were, and whose, when more was last asked for by itself. */
  #asked?: {inbox: Inbox | undefined; at: number};
  /** Arrivals that the contact has not seen, because the list is scrolled. */
  #unseen = 0;
  /** The words for them, once something has arrived. */
  #terms?: MoreTerms;

  constructor(host: ListHost, {getSlice, onEnd}: ListBehaviourOptions) {
    this.#host = host;
    const find = (selector: string) => host.renderRoot.querySelector(selector);
    this.#window = new ListWindow(host);
    this.#feed = new FeedFocus(host, this.#window);
    this.#visibility = new RowVisibility(host, {
      getScroller: () => find('.scroller') ?? undefined,
      onSeen: (ids) => void host.inbox?.markSeen(...ids).catch(() => {}),
    });
    this.#end = new EndWatch(host, {
      getScroller: () => find('.scroller'),
      getEnd: () => find('.sentinel'),
      onEnd: () => this.#mayAsk(getSlice()) && onEnd(),
    });
    this.#approach = new Approach(host);
    this.#announcer = new Announcer(host, (count) => this.#terms?.arrived(count) ?? '');
  }

  /** Whether the mere sight of the list's end asks for more. */
  #mayAsk(slice: Slice | undefined): boolean {
    // After a failure only the contact's own wish asks again.
    if (!slice?.hasMore || slice.isLoadingMore || slice.error || slice.isOffline) return false;
    // A platform that promises more and gives nothing is not asked in circles.
    const all = slice.all ?? slice.notifications.length;
    const {inbox} = this.#host;
    if (this.#asked?.inbox === inbox && this.#asked?.at === all) return false;
    this.#asked = {inbox, at: all};
    return true;
  }

  /** What is rendered of these rows, and which of them the tab key reaches. */
  plan(rows: readonly Notification[]): Plan & {current?: string} {
    const {current, focused} = this.#feed;
    const plan = this.#window.plan(rows, focused);
    const index = this.#window.indexOf(current);
    const isThere = index >= plan.start && index < plan.end;
    return {...plan, current: isThere || plan.away ? current : plan.visible};
  }

  /** What the live region says. */
  get announcement(): string {
    return this.#announcer.text;
  }

  /** A notification has arrived: says so, soon. Without words for it, which the next one asks for again, nothing. */
  async announce(language: string): Promise<void> {
    const {quiet, open, layout} = this.#host;
    if (quiet && !open && layout !== 'page') return;
    if (this.#window.isAway) this.#unseen++;
    const more = await import('../../i18n/more/more.ts').catch(() => undefined);
    this.#terms = (await more?.loadMoreTerms(language).catch(() => undefined)) ?? this.#terms;
    if (this.#host.isConnected) this.#announcer.add();
  }

  /** Over the list: how things are, and for one that is scrolled away what has arrived at its beginning. */
  renderOver(words: Translation, slice: Slice | undefined, onRefresh: () => void): TemplateResult {
    return html`${slice && renderNotice(words, slice, onRefresh)}${this.#renderArrivals()}`;
  }

  #renderArrivals(): TemplateResult | typeof nothing {
    if (!this.#window.isAway) this.#unseen = 0;
    if (!this.#unseen || !this.#terms) return nothing;
    return html`<div class="arrivals">
      <button class="button" @click=${this.#onArrivals}>${this.#terms.arrived(this.#unseen)}</button>
    </div>`;
  }

  /** Before and after what a sheet holds. */
  readonly renderGuard = renderGuard;
  readonly markAllDrawing = markAllDrawing;

  #onArrivals = async (): Promise<void> => {
    this.#unseen = 0;
    const row = await this.#window.reveal(0);
    const scroller = this.#host.renderRoot.querySelector('.scroller');
    if (scroller) scroller.scrollTop = 0;
    row?.focus({preventScroll: true});
    this.#host.requestUpdate();
  };

  /** Call after each update of the host. */
  update(isShown: boolean): void {
    if (!isShown) {
      this.#visibility.stop();
      this.#end.stop();
      this.#window.stop();
      this.#markAll.stop();
      this.#approach.watch();
      return;
    }
    this.#approach.stop();
    this.#attach();
    this.#attachToSheet();
    this.#window.watch();
    this.#visibility.watch(this.#feed.rows);
    this.#end.watch();
    this.#markAll.watch(this.#host.renderRoot.querySelector<HTMLElement>('.room'));
  }

  #onRead = ({notification}: AppInboxReadEvent): void => {
    void this.#host.inbox?.markRead(notification.id).catch(() => {});
  };

  /** Listens to the feed; the host renders another one after its list was empty. Listeners go with their element. */
  #attach(): void {
    const box = this.#host.renderRoot.querySelector('[role=feed]') ?? undefined;
    if (box === this.#feedBox) return;
    this.#feedBox = box;
    box?.addEventListener('app-inbox-read', this.#onRead as EventListener);
    box?.addEventListener('keydown', this.#feed.onKeyDown as EventListener);
    box?.addEventListener('focusin', this.#feed.onFocusIn as EventListener);
    box?.addEventListener('focusout', this.#feed.onFocusOut as EventListener);
  }

  #attachToSheet(): void {
    const panel = this.#host.renderRoot.querySelector<HTMLElement>('.panel');
    if (!panel || panel === this.#panel) return;
    this.#panel = panel;
    watchSheet(panel, () => (this.#host.open = false));
  }
}
