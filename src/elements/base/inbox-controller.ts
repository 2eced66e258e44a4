import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Inbox} from '../../core/inbox.ts';
import type {InboxState} from '../../core/state.ts';

export interface InboxHost extends ReactiveControllerHost {
  inbox?: Inbox;
  readonly isConnected: boolean;
}

export interface InboxControllerOptions<T> {
  /** The slice of the state that the host shows. */
  select: (state: InboxState) => T;
  /** Whether two slices look the same. @default Object.is */
  isSame?: (a: T, b: T) => boolean;
}

/**
 * Follows the host's `inbox` while the host is in a page, and renders the host when the selected slice changes: not on
 * every change of the state. The host may get another inbox at any time.
 */
export class InboxController<T> implements ReactiveController {
  #host: InboxHost;
  #select: (state: InboxState) => T;
  #isSame: (a: T, b: T) => boolean;
  #inbox?: Inbox;
  #unsubscribe?: () => void;
  #value?: T;

  constructor(host: InboxHost, {select, isSame = Object.is}: InboxControllerOptions<T>) {
    this.#host = host;
    this.#select = select;
    this.#isSame = isSame;
    host.addController(this);
  }

  /** The slice; undefined while there is no inbox. */
  get value(): T | undefined {
    const inbox = this.#host.inbox;
    return inbox && this.#select(inbox.state);
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#inbox = undefined;
  }

  #follow(): void {
    const inbox = this.#host.inbox;
    if (inbox === this.#inbox || !this.#host.isConnected) return;
    this.#unsubscribe?.();
    this.#inbox = inbox;
    this.#value = this.value;
    this.#unsubscribe = inbox?.subscribe((state) => {
      const value = this.#select(state);
      if (this.#isSame(value, this.#value as T)) return;
      this.#value = value;
      this.#host.requestUpdate();
    });
  }
}
