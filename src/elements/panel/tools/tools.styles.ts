import {css} from '../../../themes/css.ts';
import {barStyles} from './bars.styles.ts';
import {menuStyles} from './menu.styles.ts';

/** What rows get in their slots, and how they are drawn aside. */
const rowStyles = css`
  [slot='start'] {
    position: relative;
    align-self: center;
  }
  [slot='tools'] {
    width: 24px;
    height: 24px;
  }
  .updates {
    all: unset;
    display: inline-flex;
    position: relative;
    align-items: center;
    gap: 2px;
    min-height: 24px;
    margin-block-start: 4px;
    padding-inline: 8px 4px;
    border-radius: 12px;
    color: var(--_link);
    background: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    font-size: 12px;
    font-weight: 600;
    cursor: pointer;
  }
  .updates svg {
    transition: transform 120ms;
  }
  .updates[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
  .updates:focus-visible {
    outline: var(--_focus);
    outline-offset: 1px;
  }
  .design {
    grid-column: 1 / -1;
    min-width: 0;
    cursor: pointer;
  }
  .note {
    display: block;
    margin-block-start: 4px;
    color: var(--_muted);
    font-size: 12px;
  }

  app-inbox-notification {
    touch-action: pan-y;
  }
  [data-swipe] {
    position: relative;
    z-index: 1;
    transform: translateX(var(--_swipe));
    box-shadow: var(--_shadow);
  }
  [data-swipe]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    width: 100%;
    background: var(--_muted);
  }
  [data-swipe='archive']::before {
    inset-inline-start: 100%;
  }
  [data-swipe='read']::before {
    inset-inline-end: 100%;
  }
  [data-swipe-far]::before {
    background: var(--_accent);
  }
  @media (prefers-reduced-motion: reduce) {
    .updates svg {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .updates {
      border: 1px solid;
    }
  }
`;

export const styles = barStyles + menuStyles + rowStyles;
