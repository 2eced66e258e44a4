import {css} from '../../themes/css.ts';

/** The profile: 340 pixels wide at the desk, legible at 290. */
export const styles = css`
  :host {
    display: block;
  }
  .base {
    display: block;
    color: var(--_text);
    background: var(--_surface);
  }
  .head {
    display: grid;
    gap: 12px;
    padding: 16px;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    color: var(--_link);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    font-weight: 600;
  }
  .head > .pairs .pair {
    grid-template-columns: 76px minmax(0, 1fr);
  }
  .names {
    min-width: 0;
  }
  h2,
  h3 {
    margin: 0;
  }
  .names,
  h3,
  .hint {
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 16px;
    font-weight: 600;
    line-height: 22px;
  }
  h3 {
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
  }
  .hint {
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .toolbar,
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .toolbar {
    min-height: 40px;
    padding-inline: 16px 12px;
    border-block: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }
  .toolbar h3 {
    font-size: inherit;
    line-height: inherit;
  }
  .box {
    padding-block: 10px 16px;
    padding-inline: 16px;
    border-block-end: 1px solid var(--_line);
  }
  .bar {
    min-height: 32px;
    margin-block-end: 6px;
    margin-inline-end: -6px;
  }
  .refresh {
    opacity: 0.75;
  }
  .refresh:is(:hover, :focus-visible),
  .refresh.busy {
    opacity: 1;
  }
  .failure,
  .stale {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  .failure .button {
    margin-block-start: 6px;
  }
  .stale {
    margin-block-end: 10px;
    padding: 8px 10px;
    border-inline-start: 3px solid #c77700;
    border-radius: 4px;
    background: color-mix(in srgb, #c77700 9%, var(--_surface));
    font-size: 13px;
    line-height: 18px;
  }
  .message {
    padding: 16px;
    color: var(--_muted);
  }
  .skeleton {
    display: grid;
    gap: 10px;
    padding-block: 4px;
  }
  .skeleton i {
    display: block;
    height: 12px;
    border-radius: 6px;
    background: var(--_raised);
  }
  .skeleton .short {
    width: 72%;
  }
  .skeleton .shorter {
    width: 48%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton i {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    .refresh.busy svg {
      animation: turn 0.9s linear infinite;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
  @media (forced-colors: active) {
    .skeleton i,
    .avatar {
      border: 1px solid GrayText;
    }
  }
`;
