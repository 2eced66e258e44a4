import {css} from './css.ts';

/** Buttons under the pointer, and in forced colours: what the first list can be painted without. */
export const controlReactions = css`
  button,
  a {
    -webkit-tap-highlight-color: transparent;
  }
  @media (hover: hover) {
    .text-button:hover,
    .icon-button:hover {
      color: var(--_text);
      background: var(--_raised);
    }
    .text-button:hover {
      color: var(--_link);
    }
    .button:hover {
      background: var(--_raised);
    }
    .button.primary:hover {
      background: color-mix(in oklab, var(--_accent) 88%, #000);
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
