import {html, type TemplateResult} from 'lit/html.js';
import type {PropertyValues} from 'lit';
import {BaseElement} from '../../elements/base/base-element.ts';
import type {PropertyDeclarations} from '../../elements/base/reactive-element.ts';
import {css} from '../../themes/css.ts';
import {reset, tokens} from '../../themes/tokens.ts';
import {FRAME_PAGE} from './frame-page.ts';
import {FRAME_CHANNEL, readFrameMessage, type FrameContent} from './frame-protocol.ts';
import {words} from './words.ts';

/** How long the page may take to say that its script runs: milliseconds. */
const PATIENCE = 2500;
/** Never `allow-same-origin`: what runs here is other people's, and has no origin. */
const SANDBOX = 'allow-scripts allow-forms allow-popups';

const own = css`
  :host {
    display: block;
  }
  iframe {
    display: block;
    width: 100%;
    height: var(--_height, 40px);
    border: 0;
  }
  .notice {
    padding: 10px 12px;
    border: 1px dashed var(--_line);
    border-radius: 8px;
    color: var(--_text);
    font-size: 13px;
    line-height: 18px;
  }
  .notice p {
    margin: 0;
    color: var(--_muted);
  }
`;

/**
 * Another system's markup, run in a frame of its own that has no origin and is as high as its content. Without
 * `frameUrl` the frame is written by this page, and under this page's policy: a strict one keeps its scripts out, which
 * is said in its place.
 *
 * @customElement agent-html-frame
 */
export class AgentHtmlFrame extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    html: {attribute: false},
    frameUrl: {attribute: 'frame-url'},
    name: {},
  };
  static override styles = [tokens, reset, own];

  #frame?: HTMLIFrameElement;
  #patience?: ReturnType<typeof setTimeout>;
  #hasContent = false;
  #failed = false;

  html = '';

  /** Where the frame's page is served. */
  frameUrl?: string;

  /** What the content is called, for screen readers. */
  name = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.#onMessage);
    this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.#onMessage);
    this.#end();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // A frame shows one content in its life: what an old script left must not meet the new one.
    if (this.#frame && (changed.has('html') || changed.has('frameUrl'))) {
      this.#end();
      this.#start();
    }
    if (this.#frame) this.#frame.title = words.frame(this.name);
  }

  override render(): TemplateResult {
    if (this.#failed)
      return html`<div class="base notice" role="note">
        ${words.cannotRun}
        <p>${words.cannotRunHint}</p>
      </div>`;
    return html`<div class="base">${this.#frame}</div>`;
  }

  #start(): void {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('referrerpolicy', 'no-referrer');
    this.#failed = this.#hasContent = false;
    try {
      if (this.frameUrl) frame.src = new URL(this.frameUrl, document.baseURI).href;
      else frame.srcdoc = FRAME_PAGE;
    } catch {
      // No address, or Trusted Types: nothing will run.
      this.#failed = true;
    }
    this.#frame = this.#failed ? undefined : frame;
    if (this.#frame) this.#patience = setTimeout(() => this.#fail(), PATIENCE);
    this.requestUpdate();
  }

  #end(): void {
    clearTimeout(this.#patience);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #fail(): void {
    this.#end();
    this.#failed = true;
    this.requestUpdate();
  }

  #onMessage = ({source, data}: MessageEvent<unknown>): void => {
    // A frame without an origin is known by its window alone.
    if (!this.#frame || source === null || source !== this.#frame.contentWindow) return;
    const message = readFrameMessage(data);
    if (message?.type === 'height' && this.#hasContent)
      this.#frame.style.setProperty('--_height', `${message.height}px`);
    if (message?.type !== 'ready' || this.#hasContent) return;
    clearTimeout(this.#patience);
    this.#hasContent = true;
    const {color, colorScheme} = getComputedStyle(this.#frame);
    const isDark =
      this.theme === 'dark' ||
      (this.theme !== 'light' &&
        colorScheme !== 'light' &&
        matchMedia('(prefers-color-scheme: dark)').matches);
    const scheme = isDark ? 'dark' : 'light';
    // In another scheme than its page, a frame has a ground of its own.
    this.#frame.style.setProperty('color-scheme', scheme);
    const content: FrameContent = {channel: FRAME_CHANNEL, type: 'content', html: this.html, scheme, color};
    this.#frame.contentWindow.postMessage(content, '*');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-html-frame': AgentHtmlFrame;
  }
}
