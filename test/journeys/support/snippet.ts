export interface SnippetOptions {
  /** Where the scripts are, with the slash at the end. */
  scriptsUrl: string;
  /** The site's id; where the script is self-hosted, its name without `.js`. */
  siteId: string;
  /** As a page with a content security policy adds it to each of its inline scripts. */
  nonce?: string;
}

const tag = (nonce?: string) => (nonce ? `<script nonce="${nonce}">` : '<script>');

/** The official snippet's first half: the stub that queues calls, and the script. */
export function stub({scriptsUrl, siteId, nonce}: SnippetOptions): string {
  return `${tag(nonce)} !function (t, e, c, n) {var s = e.createElement(c); s.async = 1, s.src = '${scriptsUrl}' + n + '.js'; var r = e.scripts[0]; r.parentNode.insertBefore(s, r); var f = function () {f.c(arguments); }; f.q = []; f.c = function () {f.q.push(arguments); }; t['eS'] = t['eS'] || f; }(window, document, 'script', '${siteId}'); </script>`;
}

/**
 * The official snippet as the platform's documentation prints it: only the script's address, the site's id and the
 * nonce are a page's own.
 */
export function snippet(options: SnippetOptions): string {
  return `${stub(options)}${tag(options.nonce)}eS('init', {APP_INBOX: true}, {getAuthTokenCallback: () => yourImplementationOfAuthCallback(), language: 'en', });</script>`;
}

/** Its second half with options of a page's own over the documented ones. */
export function init(options: object): string {
  const more = JSON.stringify({language: 'en', ...options});
  return `<script>eS('init', {APP_INBOX: true}, {getAuthTokenCallback: () => yourImplementationOfAuthCallback(), ...${more}});</script>`;
}

/** Any script of the page's own. */
export const script = (code: string): string => `<script>${code}</script>`;
