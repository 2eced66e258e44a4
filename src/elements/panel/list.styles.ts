import {css} from '../../themes/css.ts';

/** What is in the panel: rows, and what stands in for them. */
export const listStyles = css`
  app-inbox-notification {
    content-visibility: auto;
    contain-intrinsic-size: auto 86px;
  }
  app-inbox-notification + app-inbox-notification {
    border-block-start: 1px solid var(--_line);
  }
  .day {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 8px 16px 6px;
    color: var(--_muted);
    background: var(--_surface);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }
  app-inbox-notification + .day {
    border-block-start: 1px solid var(--_line);
  }

  .ghost {
    display: grid;
    grid-template-columns: var(--app-inbox-image-size, 44px) 1fr 32px;
    grid-template-rows: 20px 18px 18px;
    gap: 0 12px;
    align-items: center;
    min-height: 86px;
    padding: 12px 16px 14px;
    border-block-end: 1px solid var(--_line);
  }
  .ghost i {
    grid-column: 2;
    height: 10px;
    width: 62%;
    border-radius: 5px;
    background: color-mix(in oklab, var(--_muted) 13%, var(--_surface));
  }
  .ghost i:nth-child(1) {
    grid-area: 1 / 1 / span 3;
    align-self: start;
    width: var(--app-inbox-image-size, 44px);
    height: var(--app-inbox-image-size, 44px);
    border-radius: var(--app-inbox-image-radius, 10px);
  }
  .ghost i:nth-child(2) {
    grid-row: 1;
  }
  .ghost i:nth-child(3) {
    grid-row: 2;
    width: 94%;
  }
  .ghost i:nth-child(4) {
    grid-row: 3;
    width: 44%;
  }
  .ghost:nth-child(even) i:nth-child(2) {
    width: 48%;
  }
  .skeleton {
    animation: pulse 1.6s ease-in-out infinite;
  }
  @keyframes pulse {
    50% {
      opacity: 0.55;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel.shown,
    .skeleton {
      animation: none;
    }
  }
`;
