import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .base {
    display: block;
    color: var(--_text);
  }
  .probe {
    position: absolute;
    visibility: hidden;
    color: var(--_muted);
    border: 0 solid var(--_line);
    background: var(--_accent);
    outline: 0 solid color-mix(in oklab, var(--_accent) 28%, var(--_surface));
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px 12px;
    margin-block-end: 20px;
  }
  .presets {
    display: flex;
    gap: 2px;
    padding: 2px;
    border-radius: 10px;
    background: var(--_raised);
  }
  .presets button {
    padding: 6px 10px;
    border-radius: 8px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 500;
    line-height: 20px;
  }
  .presets button[aria-pressed='true'] {
    color: var(--_text);
    background: var(--_surface);
    box-shadow: 0 1px 2px rgb(15 20 35/12%);
  }
  label {
    display: grid;
    gap: 2px;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  input,
  select {
    all: unset;
    box-sizing: border-box;
    height: 36px;
    max-width: 180px;
    padding: 0 10px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    color: var(--_text);
    background: var(--_surface);
    font-size: 13px;
    line-height: 34px;
  }
  select {
    padding-inline-end: 26px;
    background:
      linear-gradient(45deg, #0000 50%, var(--_muted) 50%) no-repeat right 13px center / 5px 5px,
      linear-gradient(-45deg, #0000 50%, var(--_muted) 50%) no-repeat right 8px center / 5px 5px,
      var(--_surface);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  select:dir(rtl) {
    background-position:
      left 8px center,
      left 13px center,
      0 0;
  }
  .channel {
    width: 120px;
  }
  option {
    color: var(--_text);
    background: var(--_surface);
  }
  input:focus-visible,
  select:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: -1px;
  }
  .filters .button {
    min-height: 36px;
  }
  .problem {
    color: var(--_danger);
  }
  .skeleton {
    height: 420px;
    border-radius: 14px;
    background: var(--_raised);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 12px;
    margin: 0 0 16px;
  }
  .tile,
  .series {
    min-width: 0;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
  }
  dt {
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  dd {
    margin: 4px 0 0;
  }
  /* "50 %" and "7 days" are read in their own direction, at the side of the page's. */
  .presets button,
  dd b,
  dd small {
    unicode-bidi: plaintext;
  }
  dd b,
  dd small {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  dd b {
    display: block;
    font-size: 24px;
    line-height: 30px;
    font-weight: 600;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  dd small {
    display: block;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    gap: 16px;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .chats {
    margin-block-end: 16px;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  h3 {
    margin: 0 0 8px;
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }
  .chart {
    position: relative;
    height: 220px;
  }
  summary {
    width: max-content;
    margin-block-start: 8px;
    border-radius: 6px;
    color: var(--_link);
    font-size: 13px;
    cursor: pointer;
  }
  .scroll {
    max-height: 360px;
    overflow: auto;
    margin-block-start: 8px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 8px;
    border-block-end: 1px solid var(--_line);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
    padding-inline-start: 0;
    max-width: 260px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    color: var(--_muted);
    background: var(--_surface);
    font-size: 12px;
  }
  table .text-button {
    min-height: 24px;
    padding: 0 4px;
  }
  .empty {
    margin: 64px 0;
    color: var(--_muted);
    text-align: center;
  }
`;
