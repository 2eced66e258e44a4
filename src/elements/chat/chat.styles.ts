import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    position: fixed;
    z-index: var(--app-inbox-z-index, 2147483000);
    inset-block-end: 20px;
    inset-inline-end: 20px;
  }
  :host([data-beside-bell]) {
    inset-block-end: 88px;
  }
  :host([data-beside-bell]) .panel {
    height: min(620px, calc(100dvh - 108px));
  }
  :host([embedded]) {
    position: static;
    display: flex;
    flex: 1;
    align-self: stretch;
    min-height: 0;
  }
  :host([embedded]:not([open])) {
    display: none;
  }
  .launcher {
    all: unset;
    box-sizing: border-box;
    position: relative;
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    color: var(--_on-accent);
    background: var(--_accent);
    box-shadow: var(--_shadow);
    cursor: pointer;
    transition: transform 160ms ease-out;
  }
  .launcher:hover {
    transform: scale(1.04);
  }
  .launcher[hidden] {
    display: none;
  }
  .badge {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: -2px;
    min-width: 20px;
    height: 20px;
    padding: 0 6px;
    border-radius: 10px;
    color: #fff;
    background: var(--_danger);
    box-shadow: 0 0 0 2px var(--_surface);
    font: 600 12px/20px var(--app-inbox-font, system-ui, sans-serif);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .panel {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    display: flex;
    flex-direction: column;
    width: 384px;
    height: min(620px, calc(100dvh - 40px));
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--app-inbox-radius, 16px);
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    animation: appear 160ms ease-out;
  }
  :host([embedded]) .panel {
    position: static;
    flex: 1;
    width: auto;
    height: auto;
    min-width: 0;
    border: 0;
    border-radius: 0;
    box-shadow: none;
    animation: none;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(8px) scale(0.98);
    }
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px;
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  h2 {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    margin: 0;
    overflow: hidden;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who p {
    margin: 0;
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .face {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    overflow: hidden;
    color: var(--_link);
    background: var(--_raised);
    font-weight: 600;
    font-size: 13px;
  }
  .face img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
    background: var(--_raised);
  }
  .face.small {
    width: 28px;
    height: 28px;
    font-size: 11px;
  }
  .log {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px;
    display: flex;
    flex-direction: column;
    gap: 2px;
    outline-offset: -2px;
  }
  .log > :first-child {
    margin-block-start: auto;
  }
  .day {
    align-self: center;
    margin-block: 12px 8px;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  .greeting {
    max-width: 85%;
    padding: 10px 14px;
    border-radius: 16px;
    background: var(--_raised);
  }
  .message {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    max-width: 88%;
    margin-block-start: 2px;
  }
  .message.first {
    margin-block-start: 10px;
  }
  .message.visitor {
    align-self: flex-end;
    flex-direction: row-reverse;
  }
  .column {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
    align-items: flex-start;
  }
  .visitor .column {
    align-items: flex-end;
  }
  .bubble {
    padding: 8px 12px;
    border-radius: 16px;
    background: var(--_raised);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .visitor .bubble {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .bubble a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .gap {
    flex: none;
    width: 28px;
  }
  .foot {
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
    padding-inline: 4px;
    font-variant-numeric: tabular-nums;
  }
  .file {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    max-width: 100%;
    min-height: 40px;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    font-size: 13px;
    line-height: 18px;
  }
  .file svg {
    flex: none;
  }
  .file b {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .file small {
    flex: none;
    color: var(--_muted);
    font-size: 12px;
  }
  .picture {
    display: block;
    padding: 0;
    border-radius: 12px;
    overflow: hidden;
    background: var(--_raised);
  }
  canvas {
    display: block;
    width: 220px;
    height: 150px;
    max-width: 100%;
    object-fit: cover;
  }
  canvas[data-failed],
  canvas:not([data-failed]) ~ * {
    display: none;
  }
  .picture:has([data-failed]) {
    padding: 10px 12px;
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .viewer {
    font: 400 var(--app-inbox-font-size, 14px) / var(--app-inbox-line-height, 20px)
      var(--app-inbox-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    max-width: 96vw;
    max-height: 96dvh;
    padding: 0;
    border: 0;
    border-radius: var(--app-inbox-radius, 16px);
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }
  .viewer::backdrop {
    background: rgb(0 0 0 / 0.6);
  }
  .viewer figure {
    display: flex;
    flex-direction: column;
    min-width: min(320px, 90vw);
    max-height: 96dvh;
    margin: 0;
  }
  .stage {
    display: grid;
    place-items: center;
    flex: 1;
    min-height: 120px;
    background: var(--_raised);
  }
  .stage canvas {
    max-height: 80dvh;
    object-fit: contain;
  }
  figcaption {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 8px;
    padding-inline-start: 16px;
  }
  figcaption .text-button {
    min-width: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .viewer form {
    padding: 0;
    border: 0;
  }
  .typing {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 10px;
    color: var(--_muted);
    font-size: 13px;
  }
  .dots {
    display: inline-flex;
    gap: 3px;
    padding: 10px 12px;
    border-radius: 16px;
    background: var(--_raised);
  }
  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--_muted);
    animation: pulse 1.2s infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes pulse {
    50% {
      opacity: 0.3;
    }
  }
  .notice {
    padding: 8px 16px;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .notice.error {
    color: var(--_danger);
  }
  .rating {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 8px;
    padding-inline: 16px 8px;
    border-block-start: 1px solid var(--_line);
    font-weight: 500;
  }
  .stars {
    display: flex;
  }
  .star {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 8px;
    color: var(--_muted);
  }
  .stars:hover .star,
  .star:focus-visible {
    color: var(--_link);
  }
  .star:hover ~ .star {
    color: var(--_muted);
  }
  form {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 8px;
    border-block-start: 1px solid var(--_line);
  }
  textarea {
    all: unset;
    box-sizing: border-box;
    flex: 1;
    min-height: 36px;
    max-height: 132px;
    padding: 8px 10px;
    border-radius: 10px;
    overflow-y: auto;
    color: var(--_text);
    font: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    cursor: text;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--_muted);
  }
  textarea:focus-visible {
    outline: var(--_focus);
    outline-offset: -2px;
  }
  form .icon-button {
    width: 36px;
    height: 36px;
  }
  .send {
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: 50%;
  }
  .send:not(:disabled):hover {
    color: var(--_on-accent);
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .send:disabled {
    color: var(--_muted);
    background: var(--_raised);
    cursor: default;
  }
  input[type='file'] {
    display: none;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 8px 8px 0;
    border-block-start: 1px solid var(--_line);
  }
  .files + form {
    border-block-start: 0;
  }
  /* A phone makes the page larger for a field whose letters are smaller. */
  @media (pointer: coarse) {
    textarea {
      font-size: 16px;
    }
  }
  @media (width <= 480px) {
    :host([open]:not([embedded])) {
      inset: 0;
    }
    :host(:not([embedded])) .panel {
      inset: 0;
      width: auto;
      height: auto;
      border: 0;
      border-radius: 0;
      padding-block-end: env(safe-area-inset-bottom);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel,
    .dots i {
      animation: none;
    }
    .launcher {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .launcher,
    .bubble,
    .send {
      border: 1px solid ButtonText;
    }
    .visitor .bubble {
      border-color: Highlight;
    }
  }
`;
