import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Translation} from '../../../i18n/translation.ts';

/** What of `<app-inbox-chat>` its tab uses; the element may not have its class yet. */
interface ChatElement extends HTMLElement {
  language?: string;
  theme?: string;
}

export interface ChatTabHost extends Element {
  theme?: string;
  requestUpdate(): void;
}

/**
 * The chat as one of the panel's tabs: a child with `slot="chat"`. Whether it is chosen is the child's attribute `open`,
 * how much of it is unread its attribute `unread`.
 */
export class ChatTab {
  #host: ChatTabHost;

  constructor(host: ChatTabHost) {
    this.#host = host;
    const attributeFilter = ['open', 'unread', 'data-failed', 'slot'];
    // The host's own `open` is no news to it.
    new MutationObserver((changes) => {
      if (changes.some(({target, type}) => target !== host || type === 'childList')) host.requestUpdate();
    }).observe(host, {childList: true, subtree: true, attributeFilter});
  }

  get #element(): ChatElement | null {
    return this.#host.querySelector<ChatElement>(':scope > [slot=chat]');
  }

  get isThere(): boolean {
    return !!this.#element;
  }

  get isShown(): boolean {
    return !!this.#element?.hasAttribute('open');
  }

  get hasFocus(): boolean {
    return !!this.#element && document.activeElement === this.#element;
  }

  get unread(): number {
    return Number(this.#element?.getAttribute('unread')) || 0;
  }

  /** Chooses it, or another tab. */
  show(isShown: boolean): void {
    const element = this.#element;
    if (!element || this.isShown === isShown) return;
    element.toggleAttribute('open', isShown);
    this.#tell();
  }

  /** Whoever has the chat's code brings it at the first of these. */
  #tell = (): void => {
    const name = this.isShown ? 'app-inbox-chat-open' : 'app-inbox-chat-close';
    this.#element?.dispatchEvent(new Event(name, {bubbles: true, composed: true}));
  };

  /** In place of the list. */
  render({language, failedHint, tryAgain}: Translation): TemplateResult | typeof nothing {
    const element = this.#element;
    if (!element || !this.isShown) return nothing;
    if (element.language !== language) element.language = language;
    if (element.theme !== this.#host.theme) element.theme = this.#host.theme;
    const isFailed = element.hasAttribute('data-failed');
    return html`<div class="chat" role="tabpanel" aria-labelledby="tab-chat">
      ${
        isFailed
          ? html`<p role="alert">${failedHint}</p>
              <button class="button" @click=${this.#tell}>${tryAgain}</button>`
          : html`<slot name="chat"></slot>`
      }
    </div>`;
  }
}
