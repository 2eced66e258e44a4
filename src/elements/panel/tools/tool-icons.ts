import {svg, type SVGTemplateResult} from 'lit/html.js';

/** Drawings as in `base/icons.ts`: on a grid of 24, in the text's colour. */
export const toolIcons = {
  archive: svg`<path d="M4 5h16v4H4zM5.5 9v10h13V9M10 13h4"/>`,
  inbox: svg`<path d="M4 13l3-8h10l3 8v6H4zM4 13h5l1.5 2.5h3L15 13h5"/>`,
  read: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  unread: svg`<circle cx="12" cy="12" r="4.5" fill="currentColor"/>`,
  trash: svg`<path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 11v5M13.5 11v5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>`,
  select: svg`<rect x="4.5" y="4.5" width="15" height="15" rx="3"/><path d="M8.5 12.2l2.5 2.5 4.5-5"/>`,
  pin: svg`<path d="M9 4h6l-.8 6.2 3.3 3.3H6.5l3.3-3.3zM12 13.5V20"/>`,
  search: svg`<circle cx="11" cy="11" r="6"/><path d="M15.5 15.5L20 20"/>`,
  more: svg`<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.6"/>`,
  keyboard: svg`<rect x="3" y="6.5" width="18" height="11" rx="2"/><path d="M7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17 10.5h.01M8.5 14h7"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  undo: svg`<path d="M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4"/>`,
  arrows: svg`<path d="M6 19V5M2 9l4-4 4 4M18 5v14M14 15l4 4 4-4"/>`,
  down: svg`<path d="M7 10l5 5 5-5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type ToolIcon = keyof typeof toolIcons;
