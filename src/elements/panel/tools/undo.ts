import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import {pageClock, type Clock} from '../../base/page-clock.ts';

/** How long something can be taken back. The same time it is held back before it is sent. */
export const UNDO_TIME = 5000;

/** The last thing that the contact did, as long as it can be taken back. The next one takes its place. */
export class Undo implements ReactiveController {
  #host: ReactiveControllerHost;
  #clock: Clock;
  #timer: unknown;
  #take?: () => Promise<void>;

  /** What has been done, in words; empty while there is nothing to take back. */
  #text = '';

  constructor(host: ReactiveControllerHost, clock: Clock = pageClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  offer(text: string, take: () => Promise<void>): void {
    this.#end();
    this.#text = text;
    this.#take = take;
    this.#timer = this.#clock.setTimeout(() => {
      this.#end();
      this.#host.requestUpdate();
    }, UNDO_TIME);
    this.#host.requestUpdate();
  }

  async take(): Promise<void> {
    const take = this.#take;
    this.#end();
    this.#host.requestUpdate();
    await take?.();
  }

  #end(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#take = undefined;
    this.#text = '';
  }

  /** @param label of the button */
  render(label: string): TemplateResult {
    const press = () => void this.take().catch(() => {});
    return html`<div class="undo" role="status">
      ${
        this.#text
          ? html`<div>
              <span>${this.#text}</span>
              <button class="text-button" @click=${press}>${label}</button>
            </div>`
          : nothing
      }
    </div>`;
  }
}
