import {css} from '../../themes/css.ts';

/*
 * The bell stands in the page's own header, so its colour is the page's, in light and dark alike; only a floating one
 * brings its own surface. The badge cuts its ring out of the icon, which fits any background without knowing it.
 */
export const styles = css`
  :host {
    all: initial;
    display: inline-flex;
    vertical-align: middle;
    color: inherit;
    font: 600 11px/18px var(--app-inbox-font, system-ui, sans-serif);
    --_badge: var(--app-inbox-badge, #d3271d);
    --_surface: var(--app-inbox-surface, #fff);
    --_size: var(--app-inbox-bell-size, 40px);
  }
  :host([hidden]) {
    display: none;
  }
  button {
    all: unset;
    box-sizing: border-box;
    position: relative;
    display: grid;
    place-items: center;
    width: var(--_size);
    height: var(--_size);
    border-radius: 12px;
    color: var(--app-inbox-bell-color, inherit);
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button::before {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    background: currentcolor;
    opacity: 0;
  }
  button[aria-expanded='true']::before {
    opacity: 0.08;
  }
  @media (hover: hover) {
    button:hover::before {
      opacity: 0.08;
    }
  }
  button:focus-visible {
    outline: var(--app-inbox-focus-width, 2px) solid var(--app-inbox-focus, currentcolor);
    outline-offset: -2px;
  }
  [part='icon'] {
    position: relative;
    display: grid;
    width: 24px;
    height: 24px;
    transform-origin: 50% 10%;
  }
  .ringed {
    mask: radial-gradient(circle at 22px 2px, #0000 10.5px, #000 11px);
  }
  .ringed:dir(rtl) {
    mask: radial-gradient(circle at 2px 2px, #0000 10.5px, #000 11px);
  }
  svg,
  ::slotted(*) {
    width: 24px;
    height: 24px;
  }
  svg {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='badge'][hidden] {
    display: none;
  }
  [part='badge'] {
    position: absolute;
    inset-block-start: calc(50% - 19px);
    inset-inline-start: calc(50% + 1px);
    box-sizing: border-box;
    min-width: 18px;
    padding: 0 5px;
    border-radius: 9px;
    color: var(--app-inbox-badge-text, #fff);
    background: var(--_badge);
    text-align: center;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  :host([data-corner]) {
    --_size: var(--app-inbox-bell-size, 56px);
    position: fixed;
    z-index: var(--app-inbox-z-index, 2147483000);
    color: var(--app-inbox-text, #16181d);
    color-scheme: light dark;
  }
  :host([data-corner^='bottom']) {
    inset-block-end: max(20px, env(safe-area-inset-bottom));
  }
  :host([data-corner^='top']) {
    inset-block-start: max(20px, env(safe-area-inset-top));
  }
  :host([data-corner$='right']) {
    inset-inline-end: 20px;
  }
  :host([data-corner$='left']) {
    inset-inline-start: 20px;
  }
  :host([data-corner]) button {
    border-radius: 50%;
    background: var(--_surface);
    box-shadow:
      0 0 0 1px rgb(15 20 35/6%),
      0 2px 6px rgb(15 20 35/10%),
      0 8px 24px rgb(15 20 35/16%);
  }
  :host([data-corner][theme='dark']) {
    --_surface: var(--app-inbox-surface, #25282f);
    color: var(--app-inbox-text, #eef0f4);
  }
  @media (prefers-color-scheme: dark) {
    :host([data-corner]:not([theme='light'])) {
      --_surface: var(--app-inbox-surface, #25282f);
      color: var(--app-inbox-text, #eef0f4);
    }
  }
  @media (forced-colors: active) {
    button {
      color: ButtonText;
    }
    [part='badge'] {
      border: 1px solid;
      line-height: 16px;
    }
    :host([data-corner]) button {
      border: 1px solid;
    }
  }
`;
