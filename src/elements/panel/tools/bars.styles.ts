import {css} from '../../../themes/css.ts';

/** The bars under the header. */
export const barStyles = css`
  .bar-box {
    flex: none;
    container-type: inline-size;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 2px;
    padding-inline: 8px;
  }
  .bar .icon-button {
    flex: none;
  }
  .tabs {
    display: flex;
    flex: 1;
    align-self: stretch;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  /* What goes on beyond the edge fades there, and ends before it. */
  .tabs,
  .chips {
    scroll-padding-inline: 20px;
    mask: linear-gradient(to right, #000 calc(100% - 20px), #0000);
  }
  :is(.tabs, .chips):dir(rtl) {
    mask: linear-gradient(to left, #000 calc(100% - 20px), #0000);
  }
  .tabs::after {
    content: '';
    flex: none;
    width: 12px;
  }
  .tabs button {
    all: unset;
    display: grid;
    place-items: center;
    flex: none;
    position: relative;
    padding-inline: 8px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 500;
    cursor: pointer;
  }
  .tabs button:has(.count) {
    display: flex;
    gap: 6px;
  }
  .chat {
    display: flex;
    flex: 1 1 560px;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-height: 0;
    color: var(--_muted);
  }
  .chat > slot {
    display: contents;
  }
  .chat > p {
    max-width: 280px;
    text-align: center;
  }
  /* The chat stands where the list was, which keeps its place. */
  .panel:has(> .chat) > :is(.scroller, .notice, .arrivals),
  .panel:has(> .chat) .mark-all {
    display: none;
  }
  .tabs button:hover {
    color: var(--_text);
  }
  .tabs [aria-selected='true'] {
    color: var(--_text);
    font-weight: 600;
  }
  .tabs [aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 8px 0;
    height: 2px;
    border-radius: 1px;
    background: var(--_link);
  }
  .tabs button:focus-visible {
    outline: var(--_focus);
    outline-offset: -4px;
    border-radius: 8px;
  }
  .search {
    gap: 8px;
    padding-inline-start: 16px;
  }
  .search svg {
    flex: none;
    color: var(--_muted);
  }
  .search [type='search'] {
    all: unset;
    flex: 1;
    min-width: 0;
    height: 100%;
    cursor: text;
  }
  .search [type='search']::placeholder {
    color: var(--_muted);
  }
  .search [type='search']::-webkit-search-cancel-button {
    display: none;
  }
  .search:has([type='search']:focus-visible) {
    box-shadow: inset 0 -2px var(--_link);
  }
  .found {
    flex: none;
    color: var(--_muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .selection label {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 10px;
    min-width: 0;
    min-height: 32px;
    padding-inline-start: 8px;
    font-size: 13px;
    font-weight: 600;
    line-height: 18px;
  }
  .selection b {
    display: none;
  }
  /* Where seven controls leave no room for words: the number, and the words for screen readers alone. */
  @container (max-width: 379.98px) {
    .selection b {
      display: inline;
    }
    .selection span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .icon-button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  input[type='checkbox'] {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .chips {
    display: flex;
    gap: 6px;
    padding: 8px 16px;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--_line);
  }
  .chip {
    all: unset;
    flex: none;
    padding: 3px 10px;
    border-radius: 14px;
    color: var(--_muted);
    background: var(--_raised);
    font-size: 12px;
    font-weight: 500;
    line-height: 20px;
    cursor: pointer;
  }
  .chip::first-letter {
    text-transform: uppercase;
  }
  .chip[aria-pressed='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .chip:focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid;
    }
    .tabs [aria-selected='true']::after {
      background: Highlight;
      forced-color-adjust: none;
    }
    .chip[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
