/** What a platform can do beyond the base contract. Announced in the site's configuration, never probed. */
export const CAPABILITIES = ['stream', 'events', 'cursor', 'rich'] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const LAYOUTS = ['popover', 'drawer', 'page'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
/** Where the bell floats when the site names no place for it. Left and right swap on right-to-left pages. */
export type Corner = (typeof CORNERS)[number];

/**
 * Where the bell goes: next to the first element that matches `selector`, as in `insertAdjacentHTML`.
 */
export interface Placement {
  selector: string;
  position?: InsertPosition;
}

/** Overrides of the theme's tokens: names without the `--app-inbox-` prefix, values as in CSS. */
export type ThemeTokens = Readonly<Record<string, string>>;

/**
 * One site's configuration: served with the script, overridden by `eS('init', …)`.
 */
export interface SiteConfiguration {
  /** The platform's base address, for example `https://platform.example`. */
  apiUrl: string;
  siteId?: string;
  /** ISO 639-1. */
  language?: string;
  capabilities?: readonly Capability[];
  placement?: Placement;
  /** @default 'bottom-right' */
  corner?: Corner;
  /** An SVG document as text; it is sanitised before use. */
  bellIcon?: string;
  /** @default 'auto', the visitor's preference. */
  theme?: 'light' | 'dark' | 'auto' | ThemeTokens;
  /** @default 'popover' */
  layout?: Layout;
  /** Seconds between two polls where no stream is announced. @default 30 */
  pollInterval?: number;
  /** The CSP nonce for what the script inserts. @default the nonce of the script element itself */
  nonce?: string;
  /** Where the offline cache and the outbox live. @default 'indexeddb' */
  storage?: 'indexeddb' | 'none';
}
