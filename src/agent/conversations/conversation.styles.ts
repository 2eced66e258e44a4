import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
    height: 100%;
    container-type: inline-size;
  }
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    height: 100%;
    color: var(--_text);
    background: var(--_surface);
  }
  .nothing {
    display: grid;
    grid-template-columns: 1fr;
    place-items: center;
    color: var(--_muted);
    text-align: center;
  }
  .nothing b {
    display: block;
    color: var(--_text);
    font-weight: 600;
  }
  .main {
    container: main / inline-size;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-end: 1px solid var(--_line);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 16px;
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    flex: 0 1 auto;
    min-width: 6em;
    margin: 0;
    overflow: hidden;
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .present {
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
  }
  .present::before {
    content: '';
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 5px;
    border-radius: 50%;
    background: #1f9d57;
  }
  label {
    margin-inline-start: auto;
  }
  select,
  input:not([type='file']) {
    all: unset;
    box-sizing: border-box;
    height: 32px;
    max-width: 170px;
    padding: 0 10px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    color: var(--_text);
    font-size: 13px;
    line-height: 30px;
  }
  select {
    overflow: hidden;
    padding-inline-end: 26px;
    text-overflow: ellipsis;
    white-space: nowrap;
    background:
      linear-gradient(45deg, #0000 50%, var(--_muted) 50%) no-repeat right 13px center / 5px 5px,
      linear-gradient(-45deg, #0000 50%, var(--_muted) 50%) no-repeat right 8px center / 5px 5px;
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
  input[type='file'] {
    display: none;
  }
  select:focus-visible,
  input:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: -1px;
  }
  .log {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    display: flex;
    flex-direction: column;
    padding: 12px 20px;
    outline-offset: -2px;
  }
  .chunk {
    display: flex;
    flex: none;
    flex-direction: column;
    content-visibility: auto;
    contain-intrinsic-size: auto 1500px;
  }
  .log > :first-child {
    margin-block-start: auto;
  }
  .day {
    align-self: center;
    margin-block: 14px 6px;
    color: var(--_muted);
    font-size: 12px;
  }
  .system {
    align-self: center;
    max-width: 90%;
    margin-block: 6px;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .message {
    align-self: flex-start;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 3px;
    max-width: min(80%, 560px);
    margin-block-start: 3px;
  }
  .message.first {
    margin-block-start: 12px;
  }
  .agent,
  .note {
    align-self: flex-end;
    align-items: flex-end;
  }
  .who {
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }
  .who b {
    color: var(--_text);
    font-weight: 600;
  }
  .who i {
    font-style: normal;
    color: light-dark(#8a5a00, #f0c36b);
  }
  .bubble {
    padding: 7px 12px;
    border-radius: 14px;
    background: var(--_raised);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .agent .bubble {
    background: color-mix(in oklab, var(--_accent) 14%, var(--_surface));
  }
  .note .bubble {
    background: light-dark(#fff4d6, #3a3016);
  }
  .bubble a,
  .card a {
    color: var(--_link);
    text-underline-offset: 2px;
  }
  .seen {
    color: var(--_muted);
    font-size: 11px;
  }
  .file {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    padding: 6px 10px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    color: var(--_text);
    font-size: 13px;
    text-decoration: none;
  }
  .file b {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .file svg,
  .file small {
    flex: none;
  }
  small {
    color: var(--_muted);
  }
  .picture {
    padding: 0;
    border-radius: 12px;
    overflow: hidden;
  }
  /* A box of one size, so that nothing moves when it comes; in it the picture is as it is. */
  .picture img {
    display: block;
    width: 240px;
    height: 160px;
    background: var(--_raised);
    object-fit: scale-down;
  }
  .viewer {
    max-width: 96vw;
    max-height: 96dvh;
    padding: 0;
    border: 0;
    border-radius: 16px;
    color: var(--_text);
    background: var(--_surface);
  }
  .viewer::backdrop {
    background: rgb(0 0 0 / 0.6);
  }
  figure {
    min-width: 320px;
    margin: 0;
  }
  figure img {
    display: block;
    max-width: 92vw;
    max-height: 82dvh;
    margin: auto;
  }
  figcaption {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    font-size: 13px;
  }
  figcaption a {
    overflow-wrap: anywhere;
    color: var(--_link);
  }
  figcaption form {
    margin-inline-start: auto;
  }
  .typing {
    min-height: 18px;
    margin: 6px 0 0;
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .composer {
    padding: 8px 12px 12px;
    border-block-start: 1px solid var(--_line);
  }
  .composer.note {
    background: light-dark(#fffaf0, #262013);
  }
  .problem {
    margin: 0 0 8px;
    color: var(--_danger);
    font-size: 13px;
  }
  .tabs {
    display: flex;
    align-items: center;
    gap: 2px;
    color: var(--_muted);
    font-size: 13px;
  }
  .tabs button {
    padding: 4px 10px;
    border-radius: 8px;
    font-weight: 500;
  }
  .tabs button[aria-pressed='true'] {
    color: var(--_link);
    background: var(--_tint);
  }
  .tabs span {
    margin-inline-start: 8px;
    font-size: 12px;
  }
  textarea {
    all: unset;
    box-sizing: border-box;
    width: 100%;
    min-height: 56px;
    max-height: 240px;
    margin-block: 6px;
    padding: 8px 10px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    overflow-y: auto;
    background: var(--_surface);
    font: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    cursor: text;
    field-sizing: content;
  }
  textarea::placeholder,
  input::placeholder {
    color: var(--_muted);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .tools .primary {
    margin-inline-start: auto;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 200px;
    padding: 2px 8px;
    border-radius: 6px;
    background: var(--_raised);
    font-size: 13px;
    line-height: 20px;
    white-space: nowrap;
  }
  .chip span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip svg {
    flex: none;
  }
  .suggestions {
    margin: 0 0 8px;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    list-style: none;
  }
  .suggestions li {
    padding: 6px 8px;
    border-radius: 6px;
    overflow: hidden;
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .suggestions li[aria-selected='true'],
  .suggestions li:hover {
    background: var(--_raised);
  }
  .saving {
    display: flex;
    gap: 6px;
    margin-block-end: 8px;
  }
  .card {
    overflow-y: auto;
    min-width: 0;
    padding: 4px 16px 24px;
  }
  h3 {
    margin: 16px 0 6px;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }
  dl {
    margin: 0;
  }
  .field {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    gap: 8px;
    padding-block: 2px;
    font-size: 13px;
    line-height: 18px;
  }
  dt {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .data {
    white-space: pre-wrap;
  }
  .hint {
    margin: 4px 0 0;
    color: var(--_muted);
    font-size: 12px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .chips .add {
    height: 24px;
    width: 128px;
    padding: 0 8px;
    border-style: dashed;
    border-radius: 6px;
  }
  .pages {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 13px;
    line-height: 18px;
  }
  .pages li {
    display: flex;
    gap: 8px;
    justify-content: space-between;
    padding-block: 2px;
  }
  .pages a {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time {
    flex: none;
    color: var(--_muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  slot {
    display: block;
    margin: 16px -16px -24px;
  }
  @container main (width < 560px) {
    /* The dot says it; who listens hears the words. */
    .present {
      flex: none;
      width: 8px;
      overflow: hidden;
    }
    select {
      max-width: 128px;
    }
  }
  @container (width < 720px) {
    .base {
      grid-template-columns: 1fr;
      grid-template-rows: minmax(480px, 1fr) auto;
      overflow-y: auto;
    }
    .main {
      min-height: 480px;
      border-inline-end: 0;
    }
    .card {
      border-block-start: 1px solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .bubble,
    .chip {
      border: 1px solid CanvasText;
    }
    .tabs button[aria-pressed='true'] {
      border: 1px solid Highlight;
    }
  }
`;
