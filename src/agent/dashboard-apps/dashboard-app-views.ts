import {html, nothing, svg, type TemplateResult} from 'lit/html.js';
import type {AppUrlProblem} from './app-url.ts';
import type {AppStatus} from './status.ts';
import {words} from './words.ts';

export interface AppView {
  /** The app's name; never empty. */
  name: string;
  status: AppStatus;
  /** With `refused`. */
  problem?: AppUrlProblem;
  /** With `moved`: the other origin. */
  origin?: string;
  onRetry: () => void;
}

/** Two plugs that do not meet. On a grid of 120 by 88, as all drawings are. */
const apart = svg`
  <path class="soft" d="M14 76h92"/>
  <rect x="24" y="28" width="26" height="26" rx="8"/><path d="M50 36h7M50 46h7M24 41H14"/>
  <rect x="72" y="28" width="26" height="26" rx="8"/><path d="M98 41h8"/>
  <path class="accent" d="M64 20l-3 8M64 62l-3-8M70 16v5M70 66v-5"/>`;

/** Stands where the frame will be, about as an app looks. */
function renderSkeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    <i class="title"></i><i></i><i class="short"></i><i class="box"></i><i></i><i class="short"></i>
  </div>`;
}

function renderInstead(heading: string, hint: string, onRetry?: () => void): TemplateResult {
  return html`<div class="instead">
    <svg viewBox="0 0 120 88" aria-hidden="true">${apart}</svg>
    <h3>${heading}</h3>
    <p>${hint}</p>
    ${onRetry ? html`<button class="button" @click=${onRetry}>${words.tryAgain}</button>` : nothing}
  </div>`;
}

/** Over the frame, or in its place. */
export function renderOverlay(view: AppView): TemplateResult | typeof nothing {
  const {name, status, problem, onRetry} = view;
  if (status === 'loading') return renderSkeleton();
  if (status === 'failed') return renderInstead(words.failed(name), words.failedHint, onRetry);
  if (status === 'refused' && problem) return renderInstead(words.refused(name), words.problems[problem]);
  return nothing;
}

/** What a line above the frame says: of an app that is there, and not as it should be. */
export function noticeOf({name, status, origin = ''}: AppView): string | undefined {
  if (status === 'slow') return words.slow(name);
  if (status === 'moved') return words.moved(name, origin);
  if (status === 'silent') return words.silent(name);
  return undefined;
}

export function renderNotice(view: AppView): TemplateResult | typeof nothing {
  const text = noticeOf(view);
  if (!text) return nothing;
  return html`<div class="notice">
    <span>${text}</span>
    <button class="text-button" @click=${view.onRetry}>${words.reload}</button>
  </div>`;
}

/** What screen readers are told of the app, apart from what it says itself. */
export function announcementOf(view: AppView): string {
  const {name, status} = view;
  if (status === 'loading') return words.loading(name);
  if (status === 'failed') return words.failed(name);
  if (status === 'refused') return words.refused(name);
  return noticeOf(view) ?? '';
}
