import {createConsole} from '../../demo/console/server.ts';
import {createDesk} from '../../demo/desk/server.ts';
import {createShop} from '../../demo/shop/server.ts';
import {KEY, SITE, startPlatform, type TestPlatform} from '../platform/support/platform.ts';

export const PASSWORD = 'a password of this test';

export interface TestSites extends TestPlatform {
  /** A browser without cookies. */
  browser(): Browser;
}

/** The real platform with the shop, the console and the desk on it, until the end of the test file. */
export async function startSites(options: {platformUrl?: string} = {}): Promise<TestSites> {
  const platform = await startPlatform();
  const now = () => platform.clock.now();
  const common = {platformUrl: options.platformUrl ?? platform.url, apiKey: KEY, siteId: SITE, now};
  platform.platform.app.route('/shop', createShop(common));
  platform.platform.app.route('/console', createConsole({...common, password: PASSWORD}));
  platform.platform.app.route('/desk', createDesk(common));
  return {...platform, browser: () => new Browser(platform.url)};
}

export interface Page {
  status: number;
  headers: Headers;
  text: string;
}

/** What a browser does for a page: keeps cookies and names its origin. It follows no redirects, so that tests see them. */
export class Browser {
  readonly #url: string;
  /** Name to value; to be read and planted by tests. */
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.request('GET', path, headers);
  }

  /** Sends a form from one of the site's own pages. */
  post(path: string, fields: Record<string, string> = {}): Promise<Page> {
    return this.request('POST', path, {Origin: this.#url}, new URLSearchParams(fields));
  }

  /** Sends JSON from a script of one of the site's own pages. */
  json(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Page> {
    const own = {Origin: this.#url, 'Content-Type': 'application/json', ...headers};
    return this.request(method, path, own, body === undefined ? undefined : JSON.stringify(body));
  }

  async request(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | URLSearchParams,
  ): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#url + path, {
      method,
      headers: {...headers, ...(cookie && {Cookie: cookie})},
      body,
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return {status: response.status, headers: response.headers, text: await response.text()};
  }
}
