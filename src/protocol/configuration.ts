/**
 * What a platform can do beyond the base contract. Announced in the site's configuration, never probed. With 'pin' the
 * events `pinned` and `unpinned` are known too, and pinned notifications come first in each list.
 */
export const CAPABILITIES = ['stream', 'events', 'cursor', 'rich', 'pin'] as const;
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

/** How toasts come up. */
export interface ToastOptions {
  /** @default the bell's corner, else 'bottom-right' */
  placement?: Corner;
  /** How many stand at a time. @default 3 */
  max?: number;
  /** Seconds until one goes by itself; it waits while it is looked at. @default 6 */
  duration?: number;
}

/**
 * What else calls attention to a new notification, once for all tabs of the site. Nothing of it on the first load, and
 * nothing while the inbox is open before the contact's eyes.
 */
export interface AttentionOptions {
  /** A short chime, after the contact has first used the page. @default false */
  sound?: boolean;
  /** The number of unread ones before the page's title. @default false */
  title?: boolean;
  /** The number of unread ones on the page's icon. @default false */
  favicon?: boolean;
  /** The number of unread ones on the icon of an installed app. @default false */
  app?: boolean;
  /** A notification of the operating system while no tab is looked at. The contact is asked before. @default false */
  desktop?: boolean;
}

/** A category as the site wants it among those that the contact can narrow the list to. */
export interface CategoryOptions {
  /** As messages have it in `category`. */
  id: string;
  /** What it is called, by language: `{en: 'Orders', uk: 'Замовлення'}`. @default its id */
  names?: Readonly<Record<string, string>>;
  /** Not among them; its notifications are in the list all the same. */
  hidden?: boolean;
}

/** What a site says of the contents of its inbox. */
export interface ContentOptions {
  /** In this order; other categories that there are come after them. */
  categories?: readonly CategoryOptions[];
  /**
   * Designs of notifications by category, `''` for all others: HTML as in `<template data-notification>`, where an
   * element with `data-field="title"` gets that field. It is sanitised before use.
   */
  designs?: Readonly<Record<string, string>>;
}

/**
 * One site's configuration: served with the script, overridden by `eS('init', …)`.
 */
export interface SiteConfiguration extends ContentOptions {
  /** The platform's base address, for example `https://platform.example`. */
  apiUrl: string;
  siteId?: string;
  /**
   * Every page has a visitor's session and a chat; without it, the pages that use `_imbox`. `'tab'`: inside the inbox, as
   * a tab, in place of a button of its own. @default false
   */
  chat?: boolean | 'tab';
  /** ISO 639-1. */
  language?: string;
  capabilities?: readonly Capability[];
  placement?: Placement;
  /** @default 'bottom-right' */
  corner?: Corner;
  /** What the bell's badge counts: `unseen` leaves out what the contact has seen in the list. @default 'unread' */
  badge?: 'unread' | 'unseen';
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
  /** Whether what arrives comes up over the page for a moment. @default false */
  toasts?: boolean | ToastOptions;
  /** `true`: all of it. @default false */
  attention?: boolean | AttentionOptions;
}
