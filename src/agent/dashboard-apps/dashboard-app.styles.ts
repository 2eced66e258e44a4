import {css} from '../../themes/css.ts';

/** An app's frame, and what is over it or in its place. */
export const styles = css`
  :host {
    display: block;
    height: 100%;
    min-height: 240px;
  }
  :host([fit='content']) {
    height: auto;
    min-height: 0;
  }
  .base {
    display: flex;
    flex-direction: column;
    position: relative;
    height: 100%;
    color: var(--_text);
    background: var(--_surface);
  }
  .stage {
    flex: 1;
    position: relative;
    min-height: 0;
    overflow: auto;
  }
  iframe {
    display: block;
    width: 100%;
    height: max(100%, var(--_height, 0px));
    border: 0;
    /* A page that says nothing of its colours is dark on white, in a dark desk as well. */
    color-scheme: light;
    background: #fff;
  }
  :host([fit='content']) iframe {
    height: var(--_height, 320px);
  }
  .hidden iframe {
    visibility: hidden;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    min-height: 44px;
    padding-block: 6px;
    padding-inline: 16px 8px;
    border-bottom: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 13px;
    line-height: 18px;
  }
  .notice span,
  h3,
  p {
    unicode-bidi: plaintext;
  }
  .notice span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .instead {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    position: absolute;
    inset: 0;
    overflow: auto;
    padding: 24px;
    text-align: center;
  }
  :host([fit='content']) .instead {
    position: static;
    min-height: 240px;
  }
  .instead svg {
    flex: none;
    width: 120px;
    height: 88px;
    margin-bottom: 12px;
    color: var(--_muted);
  }
  .instead .accent {
    stroke: var(--_accent);
  }
  .instead .soft {
    opacity: 0.4;
  }
  h3 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  p {
    max-width: 42ch;
    margin: 4px 0 16px;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .skeleton {
    position: absolute;
    inset: 0;
    padding: 20px 16px;
    overflow: hidden;
    background: var(--_surface);
  }
  .skeleton i {
    display: block;
    width: 100%;
    height: 12px;
    margin-bottom: 12px;
    border-radius: 6px;
    background: var(--_raised);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .title {
    width: 40%;
    height: 20px;
    margin-bottom: 20px;
    border-radius: 8px;
  }
  .skeleton .box {
    height: 96px;
    border-radius: 12px;
  }
  .skeleton .short {
    width: 64%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .skeleton i {
      border: 1px solid GrayText;
    }
    .notice {
      border-bottom-color: CanvasText;
    }
  }
`;
