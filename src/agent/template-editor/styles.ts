import {css} from '../../themes/css.ts';

/** Three columns where there is room, one below the other where there is not. */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .base {
    display: block;
    color: var(--_text);
    /* It stands on its page as the other tabs do. */
    background: none;
  }
  .tools,
  .row,
  .tabs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .tools {
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .tools .space {
    flex: 1;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(220px, 260px) minmax(220px, 1fr) minmax(290px, 360px);
  }
  .pane {
    min-width: 0;
    padding: 16px;
  }
  .pane:nth-child(2) {
    border-inline: 1px solid var(--_line);
  }
  .pane:first-child {
    padding-inline-start: 0;
  }
  /* In sight beside a long form. */
  .pane:last-child {
    position: sticky;
    inset-block-start: 0;
    align-self: start;
    padding-inline-end: 0;
  }
  h3 {
    margin: 0 0 8px;
    font-size: 13px;
    font-weight: 600;
    line-height: 18px;
  }
  .pane h3:not(:first-child) {
    margin-block-start: 20px;
  }
  .palette {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px;
  }
  .palette .button {
    justify-content: flex-start;
    gap: 6px;
    min-width: 0;
    min-height: 36px;
    padding: 4px 8px;
    text-align: start;
    line-height: 16px;
  }
  .palette span {
    min-width: 0;
  }
  .outline,
  .outline ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .outline ul ul {
    margin-inline-start: 20px;
    border-inline-start: 1px solid var(--_line);
  }
  .node {
    display: flex;
    align-items: center;
    position: relative;
    min-height: 32px;
    border-radius: 8px;
  }
  .node:hover {
    background: var(--_raised);
  }
  .node:has([aria-current='true']) {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  .node.into {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .node:is(.before, .after)::after {
    content: '';
    position: absolute;
    inset-inline: 4px 0;
    height: 3px;
    border-radius: 2px;
    background: var(--_accent);
  }
  .node.before::after {
    inset-block-start: -2px;
  }
  .node.after::after {
    inset-block-end: -2px;
  }
  .handle {
    display: grid;
    place-items: center;
    flex: none;
    width: 24px;
    height: 32px;
    color: var(--_muted);
    cursor: grab;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1;
    min-width: 0;
    min-height: 32px;
    padding-inline: 4px;
    border-radius: 6px;
  }
  .name span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .menu {
    position: relative;
    flex: none;
  }
  .menu > summary {
    justify-content: center;
    width: 28px;
    min-height: 28px;
    color: var(--_muted);
  }
  .menu > summary::after {
    display: none;
  }
  .menu-list {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    z-index: 3;
    min-width: 200px;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .menu-list button {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 32px;
    padding-inline: 8px;
    border-radius: 6px;
  }
  .menu-list button:hover {
    background: var(--_raised);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .fields,
  .inner {
    display: grid;
    gap: 10px;
    align-content: start;
  }
  .condition .condition {
    margin-inline-start: 8px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_line);
  }
  .field {
    display: grid;
    gap: 3px;
  }
  .field label,
  legend {
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  .hint,
  .keys {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  .keys {
    margin-block-start: 12px;
  }
  input:not([type='checkbox']),
  select,
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    min-height: 34px;
    padding: 6px 9px;
    border: 1px solid color-mix(in oklab, var(--_muted) 70%, var(--_surface));
    border-radius: 8px;
    color: inherit;
    background: var(--_surface);
    font: inherit;
    font-size: 13px;
    line-height: 18px;
  }
  .tools select,
  .tabs select {
    width: auto;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .flag {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    font-size: 13px;
  }
  .comparison {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    gap: 6px;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .entry-of {
    margin-block: 4px 6px;
    padding-inline: 10px;
    border: 1px solid var(--_line);
    border-radius: 10px;
  }
  .entry-of > .fields,
  .fields.entry-of {
    padding-block: 8px 10px;
  }
  .tabs {
    margin-block-end: 12px;
  }
  .tabs [aria-pressed='true'] {
    color: var(--_text);
    background: var(--_raised);
    font-weight: 600;
  }
  .tabs .space {
    flex: 1;
  }
  .card-preview {
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
  }
  /* The card's frame is the preview's own. */
  .card-preview > .parts > .card {
    padding: 0;
    border: 0;
  }
  .card-preview + .hint {
    margin-block-start: 8px;
  }
  .warnings {
    margin: 12px 0 0;
    padding-inline-start: 18px;
    color: var(--_muted);
    font-size: 12px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .broken {
    margin-block-start: 8px;
    color: var(--_danger);
    font-size: 13px;
  }
  @container (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .pane:nth-child(2) {
      padding-inline-end: 0;
      border-inline-end: 0;
    }
    .pane:last-child {
      position: static;
      grid-column: 1 / -1;
      padding-inline: 0;
      border-block-start: 1px solid var(--_line);
    }
  }
  @container (max-width: 520px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .pane + .pane {
      padding-inline: 0;
      border-inline: 0;
      border-block-start: 1px solid var(--_line);
    }
    .pane:first-child {
      padding-inline: 0;
    }
  }
  @media (forced-colors: active) {
    .node:has([aria-current='true']) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .node:is(.before, .after)::after {
      background: Highlight;
    }
  }
`;
