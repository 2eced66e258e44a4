import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .base {
    position: relative;
    display: block;
    color: var(--_text);
  }
  .box {
    position: relative;
    display: block;
    direction: ltr;
  }
  /* What is typed is drawn below, in colours; the field itself shows the caret. */
  .box :is(input, textarea) {
    position: relative;
    color: #0000 !important;
    caret-color: var(--_text);
    background: none !important;
  }
  .drawn {
    position: absolute;
    inset: 0;
    overflow: hidden;
    box-sizing: border-box;
    padding: 7px 10px;
    border: 1px solid #0000;
    border-radius: 8px;
    background: var(--_surface);
    pointer-events: none;
  }
  .ink {
    white-space: pre;
  }
  .is-long .ink {
    white-space: pre-wrap;
    overflow-wrap: break-word;
  }
  .known {
    border-radius: 4px;
    color: var(--_link);
    background: var(--_raised);
  }
  .unknown {
    color: var(--_danger);
    text-decoration: underline wavy;
    text-underline-offset: 3px;
  }
  .list {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    overflow-y: auto;
    max-height: 260px;
    padding: 4px;
    border-radius: 10px;
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .option {
    display: grid;
    padding: 6px 8px;
    border-radius: 6px;
    cursor: pointer;
    font-size: 13px;
    line-height: 18px;
  }
  .option span {
    color: var(--_muted);
  }
  .option[aria-selected='true'] {
    background: var(--_raised);
  }
  @media (forced-colors: active) {
    .box :is(input, textarea) {
      color: FieldText !important;
    }
    .drawn {
      visibility: hidden;
    }
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    .list {
      border: 1px solid;
    }
  }
`;
