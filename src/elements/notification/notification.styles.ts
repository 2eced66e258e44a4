import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  :host(:focus-visible) {
    outline: none;
  }
  .base {
    position: relative;
    display: grid;
    grid-template-columns: var(--_image-size) minmax(0, 1fr);
    gap: 0 12px;
    align-items: start;
    min-height: 68px;
    padding: var(--app-inbox-notification-padding, 12px 16px);
    color: var(--_text);
    background: var(--_surface);
    --_image-size: var(--app-inbox-image-size, 44px);
  }
  .unread {
    background: var(--_tint);
  }
  .urgent::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 3px;
    background: var(--_danger);
  }
  @media (hover: hover) {
    .base:hover {
      background: var(--_raised);
    }
  }
  :host(:focus-visible) .base,
  .base:has(.title:focus-visible) {
    outline: 2px solid var(--_link);
    outline-offset: -3px;
    border-radius: 10px;
  }

  .media {
    display: grid;
    place-items: center;
    width: var(--_image-size);
    height: var(--_image-size);
    border-radius: 10px;
    overflow: hidden;
    color: var(--_muted);
    background: var(--_raised);
  }
  .base:hover .media.icon {
    background: var(--_surface);
  }
  .unread .media.icon {
    color: var(--_link);
    background: color-mix(in oklab, var(--_accent) 13%, var(--_surface));
  }
  .urgent .media.icon {
    color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 11%, var(--_surface));
  }
  .media img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .media svg {
    width: 22px;
    height: 22px;
  }

  .head {
    display: flex;
    gap: 8px;
  }
  .title {
    all: unset;
    flex: 1;
    min-width: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: 500;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .unread .title {
    font-weight: 600;
  }
  .title:focus-visible {
    outline: none;
  }
  /* The whole row is the title's target; what else can be pressed lies above. */
  .title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .urgency {
    color: var(--_danger);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }
  .meta {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    height: 20px;
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_link);
  }

  .content {
    margin-block-start: 2px;
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .content.rich {
    white-space: normal;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  .content :is(p, ul, ol, blockquote, pre) {
    margin: 0;
  }
  .content :is(p, ul, ol, blockquote, pre) + * {
    margin-block-start: 4px;
  }
  .content :is(ul, ol) {
    padding-inline-start: 18px;
  }
  .content blockquote {
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_line);
  }
  .content :is(pre, code) {
    font:
      12px/18px ui-monospace,
      'Cascadia Mono',
      Menlo,
      monospace;
    white-space: pre-wrap;
  }
  .content a {
    position: relative;
    color: var(--_link);
    text-underline-offset: 2px;
  }
  .more,
  .actions {
    position: relative;
  }
  .more {
    min-height: 24px;
    margin: 2px 0 -4px -4px;
    margin-inline: -4px 0;
    padding: 0 4px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }

  /* What can be done to it takes the dot's place, so that nothing moves when it appears. */
  .tools {
    display: flex;
    position: absolute;
    inset-inline-end: -8px;
    border-radius: 8px;
    background: var(--_raised);
    opacity: 0;
  }
  .tools .icon-button {
    width: 24px;
    height: 24px;
  }
  .tools .icon-button:hover {
    background: var(--_line);
  }
  .tools svg {
    width: 18px;
    height: 18px;
  }
  :host(:focus-visible) .base,
  .base:focus-within {
    background: var(--_raised);
  }
  :host(:focus-visible) .tools,
  .base:focus-within .tools {
    opacity: 1;
  }
  @media (hover: hover) {
    .base:hover .tools {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
    .media {
      border: 1px solid;
    }
    .urgent::before {
      background: Mark;
      forced-color-adjust: none;
    }
    :host(:focus-visible) .base {
      outline-color: Highlight;
    }
  }
`;
