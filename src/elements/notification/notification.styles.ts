import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
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
  .media {
    display: grid;
    place-items: center;
    width: var(--_image-size);
    height: var(--_image-size);
    border-radius: var(--app-inbox-image-radius, 10px);
    overflow: hidden;
    color: var(--_muted);
    background: var(--_raised);
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
    overflow-wrap: anywhere;
    font-weight: 500;
    cursor: pointer;
  }
  .unread .title {
    font-weight: 600;
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
    background: var(--app-inbox-dot, var(--_link));
  }

  .content {
    margin-block-start: 2px;
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  .actions {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  /* What can be done to it takes the dot's place, so that nothing moves when it appears; by touch it has its own. */
  .tools {
    position: absolute;
  }
  @media (hover: none) {
    .tools {
      position: static;
      min-width: 24px;
    }
  }
`;
