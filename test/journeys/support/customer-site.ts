import type {IncomingMessage} from 'node:http';
import {startServer} from './server.ts';

export interface PageOptions {
  /** In the head, before everything else. */
  head?: string;
  /** In the body; scripts as well. */
  body?: string;
  /** Attributes of the root element. @default ' lang="en"' */
  root?: string;
  nonce?: string;
  headers?: Record<string, string>;
}

/** A customer's web site: an origin of its own, with pages, a session and the token endpoint of its backend. */
export interface CustomerSite {
  readonly url: string;
  /** Puts a page on the site and returns its address. */
  readonly publish: (page: PageOptions) => string;
  readonly stop: () => Promise<void>;
}

/** Who is signed in on the site: their id in the customer's own books, which is what its backend names contacts by. */
const SESSION_COOKIE = 'customer';

export const sessionCookie = (site: CustomerSite, customerId: string) => ({
  name: SESSION_COOKIE,
  value: customerId,
  url: site.url,
  httpOnly: true,
});

function readSession({headers}: IncomingMessage): string | undefined {
  return new RegExp(`(?:^|; )${SESSION_COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
}

/**
 * @param getToken asks the platform for a contact's token, server to server
 */
export async function startCustomerSite(
  getToken: (customerId: string) => Promise<string>,
): Promise<CustomerSite> {
  const pages: Required<PageOptions>[] = [];
  const server = await startServer(async (request, response) => {
    const {pathname} = new URL(request.url!, 'http://localhost');
    if (pathname === '/inbox-token' && request.method === 'POST') {
      const customerId = readSession(request);
      const token = customerId ? await getToken(customerId) : '';
      response.setHeader('Content-Type', 'application/json');
      return void response.end(JSON.stringify({token}));
    }
    const page = pages[Number(/^\/pages\/(\d+)$/.exec(pathname)?.[1])];
    // A browser asks for this by itself; nothing is there, and that is no fault.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...page.headers});
    response.end(render(page));
  });
  const url = `http://localhost:${server.port}`;
  return {
    url,
    publish({head = '', body = '', root = ' lang="en"', nonce = '', headers = {}}) {
      pages.push({head, body, root, nonce, headers});
      return `${url}/pages/${pages.length - 1}`;
    },
    stop: server.stop,
  };
}

/** What every page of the site has: its own implementation of the token callback, and something of its own to click. */
function render({head, body, root, nonce}: Required<PageOptions>): string {
  const tag = nonce ? `<script nonce="${nonce}">` : '<script>';
  return `<!doctype html><html${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A customer's page</title>
${tag}
  function yourImplementationOfAuthCallback() {
    return fetch('/inbox-token', {method: 'POST'}).then((response) => response.json()).then(({token}) => token);
  }
</script>
${head}</head><body><h1>A customer's page</h1><p><button type="button">Buy</button></p>
${body}</body></html>`;
}
