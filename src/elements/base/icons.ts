import {svg, type SVGTemplateResult} from 'lit/html.js';

/** Drawings on a grid of 24, in the text's colour. Lit parses each once for all that show it. */
export const icons = {
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  bell: svg`<path d="M6 9a6 6 0 1 1 12 0c0 5 1.5 6.5 2.5 7.5h-17C4.5 15.5 6 14 6 9Zm4 11a2.3 2.3 0 0 0 4 0"/>`,
  parcel: svg`<path d="M12 3l8 4v10l-8 4-8-4V7zM4 7l8 4 8-4M12 11v10M8 5l8 4"/>`,
  tag: svg`<path d="M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01"/>`,
  shield: svg`<path d="M12 3l7.5 3v5c0 5-3 8.5-7.5 10-4.5-1.5-7.5-5-7.5-10V6zM9 12l2 2 4-4"/>`,
  card: svg`<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3 10h18M7 15h3"/>`,
  chat: svg`<path d="M4 5.5h16v11h-8l-4.5 3.5v-3.5H4z"/>`,
  alert: svg`<path d="M12 4l9 15.5H3zM12 10v4M12 16.8v.01"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof icons;

/** Words that senders put into `category`, and the drawing that goes with them. The first that is found counts. */
const CATEGORY_ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/order|deliver|ship|parcel|package/i, 'parcel'],
  [/promo|sale|offer|discount|coupon|deal|price/i, 'tag'],
  [/secur|account|login|password/i, 'shield'],
  [/pay|invoice|bill|refund/i, 'card'],
  [/chat|message|support|review|comment/i, 'chat'],
];

/** The drawing for a notification without an image. */
export function iconFor(category: string | undefined, isUrgent: boolean): IconName {
  if (isUrgent) return 'alert';
  return CATEGORY_ICONS.find(([words]) => words.test(category ?? ''))?.[1] ?? 'bell';
}
