import type {SiteConfiguration} from './configuration.ts';
import type {InitOptions, PublicEvents, PublicEventType} from './commands.ts';

/** The first request, which the loader sends while the bundle is on its way. */
export interface EarlyCount {
  /** The token that it spends; empty while there is none. */
  token: string;
  /** Never left unhandled by the loader. */
  answer?: Promise<Response>;
}

/** What the loader hands to the visitor's bundle. */
export interface VisitorMountOptions {
  /** `window._imbox`: what stands in it is run first, what is pushed later at once. */
  queue: unknown[];
  /** As far as it is known: `eS('init')` may add to it later, and then brings the bell as well. */
  site: Partial<SiteConfiguration>;
  scriptUrl?: URL;
}

/** The visitor's bundle's one export. Called once for each page. */
export type MountVisitor = (options: VisitorMountOptions) => void;

/** What the loader hands to the bundle: the site's configuration with the page's options over it. */
export type WidgetOptions = InitOptions & {apiUrl: string; early?: EarlyCount};

/** What the bundle hands back: one method for each command that needs it. */
export interface Widget {
  open(): void;
  close(): void;
  toggle(): void;
  on<T extends PublicEventType>(type: T, listener: (detail: PublicEvents[T]) => void): void;
  off<T extends PublicEventType>(type: T, listener: (detail: PublicEvents[T]) => void): void;
  setLanguage(code: string): void;
  logout(): void;
}

/** The bundle's one export. Called once for each page. */
export type MountWidget = (options: WidgetOptions) => Widget;
