import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
    container-type: inline-size;
  }
  .base {
    display: block;
    color: var(--_text);
  }
  .tabs {
    display: flex;
    gap: 20px;
    overflow-x: auto;
    border-block-end: 1px solid var(--_line);
  }
  [role='tab'] {
    position: relative;
    flex: none;
    min-height: 44px;
    padding: 0 2px;
    color: var(--_muted);
    font-weight: 500;
    line-height: 44px;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--_text);
    font-weight: 600;
  }
  [role='tab'][aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 0 0;
    height: 2px;
    border-radius: 2px 2px 0 0;
    background: var(--_accent);
  }
  [role='tab']:focus-visible {
    outline-offset: -4px;
  }
  [role='tab'] .mark {
    display: inline-block;
    width: 7px;
    height: 7px;
    margin-inline-start: 6px;
    border-radius: 50%;
    background: var(--_danger);
    vertical-align: middle;
  }
  [role='tabpanel'] {
    padding-block: 20px;
  }
  [role='tabpanel']:focus-visible {
    outline-offset: 4px;
  }
  .form {
    display: grid;
    gap: 18px;
    max-width: 760px;
  }
  .address {
    display: grid;
    grid-template-columns: 116px minmax(0, 1fr);
    gap: 12px;
    margin-block-end: -12px;
  }
  fieldset {
    display: grid;
    justify-items: start;
    gap: 8px;
    min-width: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    align-items: start;
    gap: 8px;
    width: 100%;
  }
  .pair.is-header {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto auto;
  }
  .pair .icon-button {
    width: 36px;
    height: 36px;
  }
  .with-unit {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .with-unit input {
    width: 96px !important;
  }
  .choices,
  .run,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 20px;
  }
  .sample {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    gap: 12px;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .sample textarea {
    min-height: 60px;
  }
  .people {
    overflow-y: auto;
    max-height: 220px;
    padding: 4px 12px;
    border-radius: 10px;
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  .people:not(:has(label)) {
    display: none;
  }
  .inbox {
    max-width: 320px;
  }
  .outcome {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    padding: 12px 16px;
    border-radius: 10px;
    background: var(--_raised);
  }
  dt {
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  dd {
    font-variant-numeric: tabular-nums;
  }
  h3 {
    font-size: 14px;
    font-weight: 600;
  }
  pre {
    overflow: auto;
    max-height: 420px;
    padding: 12px 14px;
    border-radius: 10px;
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_line);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .foot {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    gap: 12px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
    background: var(--app-inbox-page, var(--_surface));
  }
  .foot .status {
    flex: 1;
    min-width: 110px;
  }
  .danger {
    color: var(--_danger);
  }
  .sure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  @container (width < 520px) {
    .address {
      grid-template-columns: minmax(0, 1fr);
    }
    .pair,
    .pair.is-header {
      grid-template-columns: minmax(0, 1fr) auto auto;
    }
    .pair > :nth-child(2) {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
`;
