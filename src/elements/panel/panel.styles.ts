import {css} from '../../themes/css.ts';

/** The panel as a box: popover, sheet, drawer, page; and its header. */
export const styles = css`
  :host {
    display: contents;
  }
  :host([layout='page']) {
    display: block;
    height: 100%;
  }
  .visually-hidden[role='status'] {
    position: fixed;
  }
  .panel {
    display: flex;
    visibility: hidden;
    flex-direction: column;
    position: fixed;
    inset: 0 auto auto 0;
    contain: layout style;
    z-index: var(--app-inbox-z-index, 2147483000);
    width: min(var(--app-inbox-panel-width, 400px), 100vw - 16px);
    height: auto;
    max-width: none;
    max-height: min(var(--app-inbox-panel-height, 640px), 80vh);
    min-height: 240px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--app-inbox-radius, 16px);
    overflow: hidden;
    color: var(--_text);
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_line),
      var(--_shadow);
    --_from: scale(0.98);
  }
  .panel.shown {
    visibility: visible;
    animation: open 160ms cubic-bezier(0.2, 0, 0.1, 1);
  }
  @keyframes open {
    from {
      opacity: 0;
      transform: var(--_from);
    }
  }
  :host([layout='page']) .panel {
    visibility: visible;
    position: static;
    width: auto;
    height: 100%;
    max-width: var(--app-inbox-page-width, 960px);
    margin-inline: auto;
    max-height: none;
    box-shadow: 0 0 0 1px var(--_line);
  }
  :host([layout='drawer']) .panel {
    inset-block: 0;
    inset-inline: auto 0;
    width: min(var(--app-inbox-panel-width, 400px), 100vw);
    height: 100dvh;
    max-height: none;
    border-radius: 0;
    --_from: translateX(24px);
  }
  :host([layout='drawer']) .panel:dir(rtl) {
    --_from: translateX(-24px);
  }
  /* A sheet. Not by a media query: WebKit does not look again at those of adopted style sheets when the window changes. */
  :host .panel[aria-modal] {
    inset: 0;
    width: 100%;
    height: 100dvh;
    max-height: none;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    border-radius: 0;
    box-shadow: none;
    --_from: translateY(24px);
  }
  [part='header'] {
    display: flex;
    align-items: center;
    flex: none;
    gap: 8px;
    min-height: 52px;
    padding-block: 8px 4px;
    padding-inline: 16px 8px;
  }
  /* It keeps the panel's corner where a long heading takes two lines. */
  .close {
    align-self: start;
    margin-block-start: 4px;
    margin-inline-start: auto;
  }
  /* Where the views come. */
  .bar {
    flex: none;
    height: 44px;
    border-block-end: 1px solid var(--_line);
  }
  /* Who is not signed in has no views. */
  .bar.anonymous {
    height: 1px;
  }
  h2 {
    margin: 0;
    font-size: var(--app-inbox-heading-size, 15px);
    font-weight: 600;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  /* It has the focus for screen readers to start from; there is nothing to press. */
  h2:focus-visible {
    outline: none;
  }
  .count {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    color: var(--_link);
    background: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    font-size: 12px;
    font-weight: 600;
    line-height: 20px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  /* As wide as the heading leaves it, whatever is in it. */
  .room {
    display: flex;
    flex: 1 0 32px;
    min-width: 0;
    justify-content: end;
  }
  .mark-all {
    flex: 0 1 auto;
    overflow: hidden;
    white-space: nowrap;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    scrollbar-width: thin;
  }
  [part='footer'] {
    flex: none;
  }
`;
