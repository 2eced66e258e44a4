import {css} from '../../themes/css.ts';

/** Fields as all of these elements have them. */
export const form = css`
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend,
  pre {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  .field {
    display: grid;
    gap: 4px;
    min-width: 0;
    align-content: start;
  }
  label,
  legend,
  .label {
    font-size: 13px;
    font-weight: 550;
    line-height: 18px;
  }
  legend {
    float: left;
    width: 100%;
    margin-block-end: 6px;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: 36px;
    margin: 0;
    padding: 7px 10px;
    border: 1px solid color-mix(in oklab, var(--_muted) 70%, var(--_surface));
    border-radius: 8px;
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
  }
  textarea {
    min-height: 120px;
    resize: vertical;
  }
  /* Addresses, headers and JSON are read from the left everywhere. */
  .code {
    direction: ltr;
  }
  .code,
  textarea.code {
    font:
      13px/20px ui-monospace,
      Consolas,
      'Liberation Mono',
      monospace;
    tab-size: 2;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  :disabled {
    opacity: 0.7;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
    box-shadow: 0 0 0 1px var(--_danger);
  }
  /* The words are English in a right-to-left page, too: full stops end their sentences, at the page's side. */
  p,
  dd {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .hint {
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  .error {
    color: var(--_danger);
    font-size: 13px;
    line-height: 18px;
  }
  .error::first-letter {
    text-transform: uppercase;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    font-weight: 400;
    font-size: 14px;
  }
  .choice input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .pill {
    display: inline-block;
    padding: 1px 9px;
    border-radius: 99px;
    color: var(--_muted);
    background: var(--_raised);
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
  }
  .pill.good {
    color: var(--_link);
  }
  .pill.bad {
    color: var(--_danger);
  }
`;
