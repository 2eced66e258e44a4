/** What can be set with a token, and so how it is edited. */
export type TokenKind = 'colour' | 'length' | 'text';

export interface Token {
  /** Without the prefix `--app-inbox-`. */
  name: string;
  label: string;
  kind: TokenKind;
  /** What holds while it is not set. */
  fallback: string;
}

export interface TokenGroup {
  title: string;
  tokens: readonly Token[];
}

const colour = (name: string, label: string, fallback = 'from the accent'): Token => ({
  name,
  label,
  kind: 'colour',
  fallback,
});
const length = (name: string, label: string, fallback: string): Token => ({
  name,
  label,
  kind: 'length',
  fallback,
});
const text = (name: string, label: string, fallback: string): Token => ({
  name,
  label,
  kind: 'text',
  fallback,
});

/** The tokens of the inbox, in the order in which a designer meets them. */
export const TOKEN_GROUPS: readonly TokenGroup[] = [
  {title: 'Accent', tokens: [colour('accent', 'Accent', '#2563eb')]},
  {
    title: 'Colours',
    tokens: [
      colour('surface', 'Background'),
      colour('surface-hover', 'Under the pointer'),
      colour('surface-unread', 'Unread'),
      colour('text', 'Titles'),
      colour('text-muted', 'Contents and times'),
      colour('border', 'Lines'),
      colour('link', 'Links, dots, focus'),
      colour('dot', 'Mark of an unread one', 'as links'),
      colour('on-accent', 'Text on the accent'),
      colour('danger', 'Urgent', '#c8321f'),
      colour('bell-color', 'Bell', 'the page’s text'),
      colour('badge', 'Badge of the bell', '#d3271d'),
      colour('badge-text', 'Number on the badge', '#ffffff'),
      colour('focus', 'Focus ring', 'as links'),
    ],
  },
  {
    title: 'Type',
    tokens: [
      text('font', 'Font family', 'system-ui'),
      length('font-size', 'Size', '14px'),
      length('line-height', 'Line height', '20px'),
      length('heading-size', 'Size of the heading', '15px'),
    ],
  },
  {
    title: 'Shape',
    tokens: [
      length('radius', 'Corners of the inbox', '16px'),
      length('button-radius', 'Corners of buttons', '8px'),
      length('button-size', 'Height of buttons', '32px'),
      length('panel-width', 'Width', '400px'),
      length('panel-height', 'Height', '640px'),
      length('page-width', 'Width as a page', '960px'),
      length('bell-size', 'Bell', '40px'),
      text('notification-padding', 'Space in a row', '12px 16px'),
      length('image-size', 'Image', '44px'),
      length('image-radius', 'Corners of images', '10px'),
      length('menu-radius', 'Corners of menus', '12px'),
      length('focus-width', 'Focus ring', '2px'),
      text('shadow', 'Shadow', 'soft'),
      text('z-index', 'Layer', '2147483000'),
    ],
  },
  {
    title: 'Toasts',
    tokens: [
      length('toast-width', 'Width', '360px'),
      length('toast-radius', 'Corners', '14px'),
      text('toast-padding', 'Space inside', '12px'),
      length('toast-gap', 'Space between', '8px'),
      length('toast-offset', 'From the edge', '16px'),
      colour('toast-surface', 'Background', 'as the inbox'),
      text('toast-shadow', 'Shadow', 'soft'),
      text('toast-title-weight', 'Weight of titles', '600'),
      text('toast-motion', 'Motion', '200ms'),
    ],
  },
];

export const TOKENS: readonly Token[] = TOKEN_GROUPS.flatMap(({tokens}) => tokens);
