import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
    height: 100%;
  }
  .base {
    display: flex;
    flex-direction: column;
    height: 100%;
    color: var(--_text);
    background: var(--_surface);
  }
  .filters {
    display: flex;
    gap: 8px;
    padding: 12px 12px 8px;
  }
  input,
  select {
    all: unset;
    box-sizing: border-box;
    height: 36px;
    padding: 0 12px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
  }
  input {
    flex: 1;
    min-width: 0;
    cursor: text;
  }
  input::placeholder {
    color: var(--_muted);
  }
  select {
    width: 116px;
    overflow: hidden;
    line-height: 34px;
    white-space: nowrap;
    padding-inline-end: 26px;
    background:
      linear-gradient(45deg, #0000 50%, var(--_muted) 50%) no-repeat right 13px center / 5px 5px,
      linear-gradient(-45deg, #0000 50%, var(--_muted) 50%) no-repeat right 8px center / 5px 5px;
    font-size: 13px;
    text-overflow: ellipsis;
  }
  select:dir(rtl) {
    background-position:
      left 8px center,
      left 13px center;
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
  .views {
    display: grid;
    grid-template-columns: repeat(3, auto);
    justify-content: start;
    gap: 2px;
    padding: 0 8px 8px;
    border-block-end: 1px solid var(--_line);
  }
  .view {
    padding: 5px 8px;
    border-radius: 8px;
    color: var(--_muted);
    text-align: start;
    font-size: 13px;
    line-height: 18px;
    font-weight: 500;
  }
  .view b {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    opacity: 0.75;
  }
  .view[aria-pressed='true'] {
    color: var(--_link);
    background: var(--_tint);
  }
  .notice {
    margin: 0;
    padding: 6px 16px;
    color: var(--_muted);
    background: var(--_raised);
    font-size: 13px;
    line-height: 18px;
  }
  .rows {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    contain: strict;
  }
  .space {
    overflow: hidden;
    contain: layout;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    will-change: transform;
  }
  li {
    height: 76px;
    contain: strict;
  }
  .row {
    position: relative;
    display: grid;
    grid-template: 20px 18px 20px / 36px 1fr auto;
    column-gap: 12px;
    align-items: center;
    width: 100%;
    height: 76px;
    padding: 9px 16px 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .row:hover {
    background: var(--_raised);
  }
  .row[aria-current] {
    background: var(--_tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .row:dir(rtl)[aria-current] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .row:focus-visible {
    outline-offset: -3px;
  }
  .face {
    position: relative;
    grid-row: 1 / 3;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    color: var(--_muted);
    background: var(--_raised);
    font-weight: 600;
  }
  .row:hover .face {
    background: var(--_line);
  }
  .face.present::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    width: 10px;
    height: 10px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: #1f9d57;
  }
  .name,
  .preview {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .name {
    font-weight: 500;
  }
  .unread .name {
    font-weight: 600;
  }
  .time,
  .preview {
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .time {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .preview {
    grid-column: 2;
  }
  .preview b {
    font-weight: 500;
  }
  .unread .preview {
    color: var(--_text);
  }
  .count {
    justify-self: end;
    min-width: 18px;
    height: 18px;
    padding: 0 5px;
    border-radius: 9px;
    color: var(--_on-accent);
    background: var(--_accent);
    font-size: 11px;
    font-weight: 600;
    line-height: 18px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .marks {
    grid-column: 2 / 4;
    grid-row: 3;
    display: flex;
    gap: 6px;
    align-items: center;
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .waits {
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }
  .waits.long {
    color: var(--_danger);
    font-weight: 500;
  }
  .label {
    padding: 0 6px;
    border-radius: 4px;
    background: var(--_raised);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .tag {
    padding: 0 5px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    line-height: 14px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .agent {
    margin-inline-start: auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .empty {
    display: grid;
    gap: 4px;
    justify-items: center;
    margin: 64px 24px;
    color: var(--_muted);
    text-align: center;
  }
  .empty b {
    color: var(--_text);
    font-weight: 600;
  }
  .skeletons i {
    display: block;
    height: 76px;
    border-block-end: 1px solid var(--_line);
    background:
      linear-gradient(var(--_raised) 0 0) 60px 18px / 45% 12px no-repeat,
      linear-gradient(var(--_raised) 0 0) 60px 40px / 65% 10px no-repeat,
      radial-gradient(circle at 30px 28px, var(--_raised) 18px, #0000 18.5px);
  }
  @media (forced-colors: active) {
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .view[aria-pressed='true'] {
      border: 1px solid Highlight;
    }
  }
`;
