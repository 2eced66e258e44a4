import {css} from '../../themes/css.ts';

/** The row of tabs with its menu, and the sections of the panel. */
export const styles = css`
  :host {
    display: block;
    height: 100%;
    min-width: 0;
  }
  :host([placement='panel']) {
    height: auto;
  }
  .base {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-width: 0;
    color: var(--_text);
    background: var(--_surface);
  }
  .bar {
    display: flex;
    align-items: stretch;
    position: relative;
    flex: none;
    overflow: hidden;
    padding-inline: 8px;
    border-bottom: 1px solid var(--_line);
  }
  [role='tablist'] {
    display: flex;
    min-width: 0;
  }
  [role='tab'],
  .more {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
    position: relative;
    min-height: 44px;
    padding: 0 12px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 500;
    line-height: 18px;
    white-space: nowrap;
    -webkit-tap-highlight-color: transparent;
  }
  [role='tab'] span {
    overflow: hidden;
    max-width: 160px;
    text-overflow: ellipsis;
  }
  [role='tab']::after {
    content: '';
    position: absolute;
    inset: auto 12px 0;
    height: 2px;
    border-radius: 2px 2px 0 0;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--_text);
  }
  [role='tab'][aria-selected='true']::after {
    background: var(--_accent);
  }
  /* Still measured, and in nobody's way. */
  [role='tab'].over {
    position: absolute;
    visibility: hidden;
  }
  [role='tab']:focus-visible,
  .more:focus-visible,
  .section:focus-visible {
    outline-offset: -4px;
    border-radius: 8px;
  }
  .more.unused {
    position: absolute;
    visibility: hidden;
  }
  .more svg {
    width: 16px;
    height: 16px;
  }
  [role='menu'] {
    position: fixed;
    inset: auto;
    overflow: auto;
    min-width: 180px;
    max-width: min(320px, 100vw - 16px);
    max-height: 60vh;
    margin: 0;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font-size: 13px;
    line-height: 18px;
  }
  [role='menuitemradio'] {
    display: block;
    width: 100%;
    padding: 9px 12px;
    border-radius: 8px;
    overflow-wrap: anywhere;
  }
  [role='menuitemradio']:focus-visible {
    outline-offset: -2px;
    background: var(--_raised);
  }
  .alone,
  [role='tabpanel'] {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  [role='tabpanel'][hidden] {
    display: none;
  }
  .section {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 44px;
    padding: 6px 16px;
    font-size: 14px;
    font-weight: 600;
  }
  .section span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .section svg {
    flex: none;
    width: 18px;
    height: 18px;
    color: var(--_muted);
  }
  .section[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  h3 {
    margin: 0;
    font: inherit;
  }
  .app {
    border-bottom: 1px solid var(--_line);
  }
  [role='region'][hidden] {
    display: none;
  }
  @media (hover: hover) {
    [role='tab']:hover,
    .more:hover {
      color: var(--_text);
    }
    .section:hover,
    [role='menuitemradio']:hover {
      background: var(--_raised);
    }
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true']::after {
      background: Highlight;
    }
    [role='menu'] {
      border-color: CanvasText;
    }
  }
`;
