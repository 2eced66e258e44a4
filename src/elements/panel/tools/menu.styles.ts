import {css} from '../../../themes/css.ts';

/** The menus, and the offer to take something back. */
export const menuStyles = css`
  .undo {
    flex: none;
  }
  .undo > div {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding-inline: 16px 8px;
    border-block-start: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 13px;
    animation: offer 160ms ease-out;
  }
  .undo span {
    flex: 1;
  }
  @keyframes offer {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  .menu {
    position: absolute;
    inset: auto;
    z-index: 4;
    box-sizing: border-box;
    min-width: 208px;
    max-width: calc(100% - 16px);
    max-height: calc(100% - 16px);
    margin: 0;
    padding: 6px;
    border: 0;
    color: inherit;
    overflow-y: auto;
    border-radius: var(--app-inbox-menu-radius, 12px);
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_line),
      var(--_shadow);
    animation: offer 120ms ease-out;
  }
  .menu:popover-open {
    position: fixed;
  }
  .menu [role='menuitem'] {
    all: unset;
    display: flex;
    align-items: center;
    gap: 10px;
    box-sizing: border-box;
    width: 100%;
    min-height: 36px;
    padding: 6px 10px;
    border-radius: 8px;
    font-size: 13px;
    line-height: 18px;
    cursor: pointer;
  }
  .menu [role='menuitem'] svg {
    flex: none;
    color: var(--_muted);
  }
  .menu [role='menuitem'] span {
    flex: 1;
  }
  .menu [role='menuitem'] small {
    color: var(--_muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .menu [role='menuitem']:is(:hover, :focus-visible) {
    background: var(--_raised);
  }
  .menu [role='menuitem']:focus-visible {
    outline: var(--_focus);
    outline-offset: -2px;
  }
  .menu .danger,
  .menu .danger svg {
    color: var(--_danger);
  }
  .menu form,
  .menu .help {
    display: grid;
    gap: 10px;
    padding: 8px 10px;
    font-size: 13px;
  }
  .menu form label {
    display: grid;
    gap: 6px;
  }
  .menu form input {
    box-sizing: border-box;
    width: 100%;
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    color: inherit;
    background: var(--_surface);
    font: inherit;
  }
  .help h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  .help dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 6px 12px;
    align-items: center;
    margin: 0;
  }
  .help dd {
    margin: 0;
    color: var(--_muted);
  }
  .help kbd {
    padding: 1px 6px;
    border-radius: 5px;
    background: var(--_raised);
    box-shadow: 0 0 0 1px var(--_line);
    font: inherit;
    font-size: 12px;
  }
  .help kbd svg {
    display: inline;
    width: 14px;
    height: 14px;
    vertical-align: -2px;
  }
  .help label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
  }
  @media (prefers-reduced-motion: reduce) {
    .undo > div,
    .menu {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .menu {
      border: 1px solid;
    }
  }
`;
