import {startLoader} from '../loader/loader.ts';
import type {SiteConfiguration} from '../protocol/configuration.ts';
import type {MountWidget} from '../protocol/widget.ts';

/** The hashed name of the bundle's file, put in by the build. */
declare const __WIDGET_ENTRY__: string;
/** The same of the visitor's bundle. */
declare const __VISITOR_ENTRY__: string;
/** The site's configuration, put in by the platform that serves the script; a string where nobody has. */
declare const __APP_INBOX_SITE__: Partial<SiteConfiguration> | string;

// Asked of the prototype: `<img name="currentScript">` in the page hides the document's own property, and with it
// goes whoever the browser would then load the bundle from. Not by its name, which old libraries put their own under.
const documentPrototype: unknown = Object.getPrototypeOf(Object.getPrototypeOf(document));
const currentScript = Object.getOwnPropertyDescriptor(documentPrototype, 'currentScript')?.get;
const script: unknown = currentScript?.call(document);
const element = script instanceof HTMLScriptElement ? script : undefined;
const scriptUrl = element?.src ? new URL(element.src) : undefined;
const site = __APP_INBOX_SITE__;

try {
  startLoader({
    page: window as never,
    site: typeof site === 'object' ? site : {},
    scriptUrl,
    nonce: element?.nonce || undefined,
    importBundle: () =>
      import(/* @vite-ignore */ new URL(__WIDGET_ENTRY__, scriptUrl).href) as Promise<{mount: MountWidget}>,
    importVisitor: () => import(/* @vite-ignore */ new URL(__VISITOR_ENTRY__, scriptUrl).href) as never,
    fetchCount: (apiUrl, token) =>
      fetch(`${apiUrl.replace(/\/+$/, '')}/appinbox/v1/messages/count`, {
        headers: {'ES-TOKEN': token},
        credentials: 'omit',
        cache: 'no-store',
      }),
    after: (milliseconds, callback) => void setTimeout(callback, milliseconds),
  });
} catch (error) {
  console.warn('App Inbox:', error);
}
