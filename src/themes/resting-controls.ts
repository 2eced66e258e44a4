import {css} from './css.ts';

/**
 * Buttons as the inbox has them while nobody points at them: a word in the accent, an icon, a filled one; and the focus ring
 * and the box sizing of everything.
 *
 * @cssproperty [--app-inbox-button-radius=8px] - Their corners.
 * @cssproperty [--app-inbox-button-size=32px] - Their height.
 * @cssproperty [--app-inbox-focus] - The focus ring's colour; without it that of links, on the bell that of its drawing.
 * @cssproperty [--app-inbox-focus-width=2px] - The focus ring's width.
 */
export const restingControls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
  }
  .button,
  .text-button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    border-radius: var(--app-inbox-button-radius, 8px);
  }
  :focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  .text-button {
    min-height: 32px;
    padding: 0 8px;
    color: var(--_link);
    font-size: 13px;
    font-weight: 500;
    line-height: 18px;
  }
  .icon-button {
    width: 32px;
    height: 32px;
    color: var(--_muted);
  }
  .button {
    min-height: var(--app-inbox-button-size, 32px);
    padding: 0 12px;
    border: 1px solid var(--_line);
    color: var(--_text);
    background: var(--_surface);
    font-size: 13px;
    font-weight: 500;
    text-decoration: none;
  }
  .button.primary {
    border-color: transparent;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  svg {
    display: block;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
