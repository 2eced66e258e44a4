import {css} from '../../themes/css.ts';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
    container-type: inline-size;
  }
  .base {
    display: block;
    color: var(--_text);
  }
  .rows {
    display: grid;
    gap: 8px;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px 24px;
    padding: 14px 18px;
    border-radius: 14px;
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  h2 {
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  /* The whole row is the target. */
  a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 14px;
  }
  a:focus-visible {
    outline: none;
  }
  a:focus-visible::after {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  @media (hover: hover) {
    .row:hover {
      background: var(--_raised);
    }
  }
  .row p {
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .end {
    display: grid;
    justify-items: end;
    gap: 4px;
    text-align: end;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px;
  }
  .skeleton {
    height: 74px;
    border-radius: 14px;
    background: var(--_raised);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 40px 20px;
    text-align: center;
  }
  .empty p {
    color: var(--_muted);
  }
  @container (width < 520px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .end {
      justify-items: start;
      text-align: start;
    }
  }
`;
