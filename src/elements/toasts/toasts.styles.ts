import {css} from '../../themes/css.ts';
import {avatarStyles} from '../base/avatar.ts';

export const styles = css`
  :host {
    display: contents;
  }
  .stack {
    --_offset: var(--app-inbox-toast-offset, 16px);
    position: fixed;
    inset: auto;
    z-index: var(--app-inbox-z-index, 2147483000);
    display: flex;
    flex-direction: column;
    gap: var(--app-inbox-toast-gap, 8px);
    width: min(var(--app-inbox-toast-width, 360px), 100vw - 32px);
    max-height: calc(100dvh - 32px);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: none;
    /* Room for the shadows, which scrolling would clip. */
    margin: -16px;
    padding: 16px;
    box-sizing: content-box;
    background: none;
    pointer-events: none;
  }
  :host([placement^='top']) .stack {
    inset-block-start: max(var(--_offset), env(safe-area-inset-top));
  }
  :host(:not([placement^='top'])) .stack {
    inset-block-end: max(var(--_offset), env(safe-area-inset-bottom));
    flex-direction: column-reverse;
  }
  :host([placement$='left']) .stack {
    inset-inline-start: var(--_offset);
  }
  :host(:not([placement$='left'])) .stack {
    inset-inline-end: var(--_offset);
  }
  .toast {
    position: relative;
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr) 32px;
    gap: 0 12px;
    flex: none;
    padding: var(--app-inbox-toast-padding, 12px);
    border-radius: var(--app-inbox-toast-radius, 14px);
    overflow: clip;
    color: var(--_text);
    background: var(--app-inbox-toast-surface, var(--_surface));
    /* Smaller than the panel's: they lie on each other. */
    box-shadow: var(
      --app-inbox-toast-shadow,
      0 0 0 1px var(--_line),
      0 2px 4px rgb(15 20 35/5%),
      0 8px 20px -6px rgb(15 20 35/22%)
    );
    pointer-events: auto;
    animation: arrive var(--app-inbox-toast-motion, 200ms) cubic-bezier(0.2, 0.8, 0.2, 1);
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(12px) scale(0.98);
    }
  }
  .urgent::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 3px;
    background: var(--_danger);
  }
  .media {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: var(--app-inbox-image-radius, 10px);
    overflow: hidden;
    background: var(--_raised);
  }
  .media.icon {
    color: var(--_link);
    background: color-mix(in oklab, var(--_accent) 13%, var(--_surface));
  }
  .urgent .media.icon {
    color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 11%, var(--_surface));
  }
  .media img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .media svg {
    width: 22px;
    height: 22px;
  }
  ${avatarStyles}
  .body {
    align-self: center;
  }
  .urgency {
    color: var(--_danger);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }
  .title {
    all: unset;
    display: block;
    overflow-wrap: anywhere;
    font-weight: var(--app-inbox-toast-title-weight, 600);
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  /* The whole toast is the title's target; what else can be pressed lies above. */
  .title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .toast:has(.title:focus-visible) {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  .clamp,
  .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    /* Words of another direction are cut at the line's beginning, over which their "…" hangs. */
    margin-inline-start: -12px;
    padding-inline-start: 12px;
  }
  .text {
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .offer .text {
    color: var(--_text);
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }
  .actions {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  .close {
    position: relative;
    margin-block-start: -4px;
    margin-inline: 4px -4px;
  }
  .close svg {
    width: 18px;
    height: 18px;
  }
  .more-toasts {
    align-self: center;
    flex: none;
    padding: 2px 12px;
    border-radius: 12px;
    color: var(--_muted);
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_line);
    font-size: 12px;
    font-weight: 500;
    line-height: 20px;
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-reduced-motion: reduce) {
    .toast {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .toast,
    .more-toasts {
      border: 1px solid;
    }
    .urgent::before {
      background: Mark;
      forced-color-adjust: none;
    }
  }
`;
