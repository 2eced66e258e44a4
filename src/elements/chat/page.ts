import type {VisitorMemory} from '../../core/chat/visitor-session.ts';
import type {VisitorPage} from '../../protocol/visitor.ts';

/** How long a browser keeps who the visitor is: seconds, from each visit on. */
const LIFETIME = 30 * 86_400;
/** Without the Navigation API, how often the address is looked at: milliseconds. */
const PERIOD = 1000;

/**
 * A first-party cookie, so that the pages of one site share a visitor. Where the browser keeps none, the visitor lives as
 * long as the page.
 *
 * @param getDomain `_imboxSettings.cookieDomain`, as it is: shares the visitor among subdomains
 */
export function createCookieMemory(
  siteId: string,
  getDomain: () => string | undefined = () => undefined,
): VisitorMemory {
  const name = `app_inbox_visitor_${siteId.replace(/[^\w]/g, '').slice(0, 32)}`;
  let kept: string | undefined;

  function write(value: string, age: number): void {
    const domain = getDomain();
    const isDomain = domain !== undefined && /^\.?[a-z0-9.-]+$/i.test(domain);
    const parts = [`${name}=${value}`, 'path=/', `max-age=${age}`, 'samesite=lax'];
    if (isDomain) parts.push(`domain=${domain}`);
    if (location.protocol === 'https:') parts.push('secure');
    try {
      document.cookie = parts.join('; ');
    } catch {
      // A sandboxed page has no cookies.
    }
  }

  return {
    read() {
      try {
        const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
        return found?.slice(name.length + 1) || kept;
      } catch {
        return kept;
      }
    },
    write(token) {
      kept = token;
      write(token, LIFETIME);
    },
    clear() {
      kept = undefined;
      write('', 0);
    },
  };
}

export const readPage = (): VisitorPage => ({
  url: location.href.slice(0, 2000),
  title: document.title.slice(0, 300),
});

/** The Navigation API, as far as it is used (HTML, "Navigation API"). */
type Navigation = Pick<EventTarget, 'addEventListener'>;

/**
 * Calls back with each page that an application shows without loading one. Nothing of the page's is patched: where the
 * browser does not tell, the address is looked at.
 *
 * @param isHistoryLeftAlone `_imboxSettings.disableHistoryHooks`: only pages that are loaded count
 */
export function watchPages(
  onPage: (page: VisitorPage) => void,
  {isHistoryLeftAlone, signal}: {isHistoryLeftAlone: boolean; signal: AbortSignal},
): void {
  if (isHistoryLeftAlone) return;
  let last = location.href;
  const look = () => {
    if (location.href === last) return;
    last = location.href;
    // Applications set the title after the address.
    setTimeout(() => !signal.aborted && onPage(readPage()), 50);
  };
  const {navigation} = globalThis as {navigation?: Navigation};
  if (navigation) return navigation.addEventListener('currententrychange', look, {signal});
  const timer = setInterval(() => !document.hidden && look(), PERIOD);
  signal.addEventListener('abort', () => clearInterval(timer));
}
