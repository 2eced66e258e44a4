import type {Inbox} from '../../core/inbox.ts';
import {AppInboxBell} from './bell.ts';
import {showUnseen} from './unseen.ts';

/** The bell with its attribute `counts`: in the package, where no byte has to be saved before the number is there. */
export class CountingBell extends AppInboxBell {
  static override readonly observedAttributes = [...AppInboxBell.observedAttributes, 'counts'];

  #stop?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#count();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  override attributeChangedCallback(name: string): void {
    if (name === 'counts') this.#count();
    else super.attributeChangedCallback(name);
  }

  #count(): void {
    this.#stop?.();
    const isWanted = this.isConnected && this.getAttribute('counts') === 'unseen';
    this.#stop = isWanted ? showUnseen(this) : undefined;
  }

  override get inbox(): Inbox | undefined {
    return super.inbox;
  }
  override set inbox(inbox: Inbox | undefined) {
    super.inbox = inbox;
    this.#count();
  }
}
