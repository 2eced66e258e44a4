import {css} from '../../themes/css.ts';

/** Everything that view nodes are shown with. Made for 290 pixels, and at home in more. */
export const viewStyles = css`
  .part,
  .parts {
    min-width: 0;
  }
  .parts {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  .many > .part {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 160px;
    overflow-clip-margin: 6px;
  }
  .symbol {
    flex: none;
    width: 18px;
    height: 18px;
    fill: currentcolor;
    stroke: none;
    color: var(--_muted);
  }
  .heading {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    color: var(--_text);
    font-size: 13px;
    font-weight: 600;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .part > .heading {
    margin-block-end: 6px;
  }
  .card > .heading,
  .card > summary .heading {
    font-size: 14px;
    line-height: 20px;
  }
  .parts .card {
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: 10px;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .description {
    margin-block-end: 8px;
    color: var(--_muted);
    font-size: 13px;
    line-height: 18px;
  }
  hr {
    width: 100%;
    height: 1px;
    margin: 0;
    border: 0;
    background: var(--_line);
  }
  dl {
    display: grid;
    gap: 6px;
    margin: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(84px, 38%) minmax(0, 1fr);
    column-gap: 12px;
    align-items: baseline;
  }
  .stacked .pair,
  .pair.bare {
    grid-template-columns: minmax(0, 1fr);
  }
  .pair.bare dt {
    display: none;
  }
  dt {
    display: flex;
    gap: 6px;
    color: var(--_muted);
    font-size: 13px;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  /* In its own direction, at the page's side: below its heading, beside its label. */
  dd {
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-line;
  }
  .number,
  time,
  td {
    font-variant-numeric: tabular-nums;
  }
  .none,
  .empty,
  .notice {
    color: var(--_muted);
  }
  .empty,
  .notice {
    font-size: 13px;
    line-height: 18px;
  }
  .notice {
    padding: 8px 10px;
    border: 1px dashed var(--_line);
    border-radius: 8px;
  }
  .link {
    color: var(--_link);
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 35%, transparent);
    text-underline-offset: 2px;
  }
  .link:hover {
    text-decoration-color: currentcolor;
  }
  .badge {
    --_tone: var(--_muted);
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    padding: 0 7px;
    border-radius: 6px;
    color: var(--_text);
    background: color-mix(in srgb, var(--_tone) 14%, var(--_surface));
    font-size: 12px;
    font-weight: 500;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  .badge::before {
    content: '';
    flex: none;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--_tone);
  }
  .badge.neutral::before {
    display: none;
  }
  .badge .symbol {
    width: 14px;
    height: 14px;
  }
  .info {
    --_tone: #2b7de9;
  }
  .positive {
    --_tone: #16935a;
  }
  .warning {
    --_tone: #c77700;
  }
  .danger {
    --_tone: var(--_danger);
  }
  .accent {
    --_tone: var(--_accent);
  }
  .rating {
    color: #c77700;
    letter-spacing: 1px;
  }
  .rating i {
    color: var(--_line);
    font-style: normal;
  }
  .copy {
    position: relative;
    width: 20px;
    height: 20px;
    margin-inline-start: 4px;
    border-radius: 5px;
    color: var(--_muted);
    vertical-align: -4px;
  }
  .copy::after {
    content: '';
    position: absolute;
    inset: -4px;
  }
  .copy:hover {
    color: var(--_text);
    background: var(--_raised);
  }
  .copy svg {
    width: 14px;
    height: 14px;
    margin: 3px;
  }
  .copy .done,
  .copy.copied .idle {
    display: none;
  }
  .copy.copied .done {
    display: inline;
  }
  .code {
    max-height: 280px;
    margin: 0;
    padding: 8px 10px;
    overflow: auto;
    border-radius: 8px;
    background: var(--_raised);
    font:
      12px/18px ui-monospace,
      'Cascadia Mono',
      Menlo,
      monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .text.caption {
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  .text.muted {
    color: var(--_muted);
  }
  .text.callout {
    --_tone: var(--_accent);
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_tone);
    border-radius: 4px;
    background: color-mix(in srgb, var(--_tone) 8%, var(--_surface));
  }
  .text.callout.info {
    --_tone: #2b7de9;
  }
  .text.callout.positive {
    --_tone: #16935a;
  }
  .text.callout.warning {
    --_tone: #c77700;
  }
  .text.callout.danger {
    --_tone: var(--_danger);
  }
  .buttons > * {
    flex: initial;
    min-width: 0;
  }
  .buttons,
  .repeated.cards {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  a.text-button {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
  .buttons a {
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .button .symbol,
  .text-button .symbol {
    width: 16px;
    height: 16px;
    color: inherit;
  }
  .button.danger {
    --_tone: var(--_danger);
    color: var(--_danger);
    border-color: color-mix(in srgb, var(--_danger) 40%, var(--_line));
  }
  .no-link {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    color: var(--_muted);
    font-size: 13px;
  }
  .entries {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 18px;
  }
  .entries li {
    overflow-wrap: anywhere;
  }
  .entries li::marker {
    color: var(--_muted);
  }
  .entries .symbol {
    display: inline-block;
    width: 16px;
    height: 16px;
    vertical-align: -3px;
  }
  .label {
    color: var(--_muted);
  }
  .more {
    margin-block-start: 4px;
    margin-inline-start: -8px;
  }
  .table-box {
    container-type: inline-size;
    max-width: 100%;
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13px;
    line-height: 18px;
  }
  caption {
    padding-block-end: 4px;
    color: var(--_muted);
    text-align: start;
  }
  th {
    padding-block: 4px;
    padding-inline: 0 10px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 500;
    text-align: start;
    vertical-align: bottom;
  }
  td {
    padding-block: 6px;
    padding-inline: 0 10px;
    border-block-end: 1px solid color-mix(in srgb, var(--_line) 60%, transparent);
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    vertical-align: top;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  tbody tr:last-child td {
    border-block-end: 0;
  }
  :is(th, td).center {
    text-align: center;
  }
  :is(th, td).end {
    text-align: end;
  }
  /* Too narrow for columns: each row is a stack, and each cell says what it is. */
  @container (max-width: 340px) {
    table.wide,
    .wide tbody,
    .wide tr,
    .wide caption {
      display: block;
    }
    .wide thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .wide tr {
      padding-block: 6px;
      border-block-end: 1px solid var(--_line);
    }
    .wide tbody tr:last-child {
      border-block-end: 0;
    }
    .wide :is(td, td.end, td.center) {
      display: grid;
      grid-template-columns: minmax(84px, 38%) minmax(0, 1fr);
      gap: 12px;
      padding: 2px 0;
      border: 0;
      text-align: start;
    }
    .wide td::before {
      content: attr(data-header);
      color: var(--_muted);
    }
  }
  .repeated {
    display: flex;
    flex-direction: column;
  }
  .repeated.stack {
    gap: 12px;
  }
  .repeated.stack > .entry + .entry {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .entry > .heading {
    margin-block-end: 4px;
    font-weight: 500;
  }
  .repeated.cards > .entry {
    flex: 1 1 220px;
    min-width: 0;
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-radius: 10px;
  }
  .repeated.accordion > .entry {
    border-block-end: 1px solid var(--_line);
  }
  .repeated.accordion > .entry:last-child {
    border-block-end: 0;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 36px;
    border-radius: 6px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    flex: none;
    width: 7px;
    height: 7px;
    margin-inline: auto 4px;
    /* By sides: it points down, whichever way is read. */
    border: solid var(--_muted);
    border-width: 0 1.75px 1.75px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  details[open] > summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
  .entry > summary .heading {
    font-weight: 500;
  }
  .folded {
    padding-block-end: 10px;
  }
  @media (prefers-reduced-motion: no-preference) {
    summary::after {
      transition: rotate 160ms ease-out;
    }
  }
  @media (forced-colors: active) {
    .badge,
    .parts .card,
    .code {
      border: 1px solid CanvasText;
    }
    .badge::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    summary::after {
      border-color: CanvasText;
    }
  }
`;
