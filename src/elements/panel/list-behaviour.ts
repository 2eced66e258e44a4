import type {ReactiveControllerHost} from 'lit';
import type {Inbox} from '../../core/inbox.ts';
import {Announcer} from './announcer.ts';
import {EndWatch} from './end-watch.ts';
import {FeedFocus} from './feed-focus.ts';
import {RowVisibility} from './row-visibility.ts';

export interface ListHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  inbox?: Inbox;
}

export interface ListBehaviourOptions {
  /** The end of the list comes near. */
  onEnd: () => void;
  /** The sentence for so many arrivals. */
  say: (count: number) => string;
}

/**
 * What a list does beyond showing its rows: the keyboard, what has been seen, more rows near the end, and telling screen
 * readers of arrivals. A module of its own, because the first rows need none of it.
 */
export class ListBehaviour {
  #host: ListHost;
  #feed: FeedFocus;
  #visibility: RowVisibility;
  #end: EndWatch;
  #announcer: Announcer;
  #feedBox?: Element;

  constructor(host: ListHost, {onEnd, say}: ListBehaviourOptions) {
    this.#host = host;
    const find = (selector: string) => host.renderRoot.querySelector(selector);
    this.#feed = new FeedFocus(host);
    this.#visibility = new RowVisibility(host, {
      getScroller: () => find('.scroller') ?? undefined,
      onSeen: (ids) => void host.inbox?.markSeen(...ids).catch(() => {}),
    });
    this.#end = new EndWatch(host, {
      getScroller: () => find('.scroller'),
      getEnd: () => find('.sentinel'),
      onEnd,
    });
    this.#announcer = new Announcer(host, say);
  }

  /** The id of the row that the tab key reaches; the first row while it is undefined. */
  get current(): string | undefined {
    return this.#feed.current;
  }

  /** What the live region says. */
  get announcement(): string {
    return this.#announcer.text;
  }

  /** A notification has arrived: says so, soon. */
  announce(): void {
    this.#announcer.add();
  }

  /** Call after each update of the host. */
  update(isShown: boolean): void {
    if (!isShown) {
      this.#visibility.stop();
      this.#end.stop();
      return;
    }
    this.#attach();
    this.#visibility.watch(this.#feed.rows);
    this.#end.watch();
  }

  /** Listens to the feed; the host renders another one after its list was empty. Listeners go with their element. */
  #attach(): void {
    const box = this.#host.renderRoot.querySelector('[role=feed]') ?? undefined;
    if (box === this.#feedBox) return;
    this.#feedBox = box;
    box?.addEventListener('keydown', this.#feed.onKeyDown as EventListener);
    box?.addEventListener('focusin', this.#feed.onFocusIn as EventListener);
    box?.addEventListener('focusout', this.#feed.onFocusOut as EventListener);
  }
}
