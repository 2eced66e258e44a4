export interface SnippetOptions {
  /** Where the scripts are, with the slash at the end. */
  scriptsUrl: string;
  siteId: string;
  /** As a page with a content security policy adds it to each of its inline scripts. */
  nonce?: string;
}

/**
 * The official snippet as the platform's documentation prints it: only the script's address, the site's id and the
 * nonce are a page's own.
 */
export function snippet({scriptsUrl, siteId, nonce}: SnippetOptions): string {
  const tag = nonce ? `<script nonce="${nonce}">` : '<script>';
  return `${stub({scriptsUrl, siteId, nonce})}${tag}eS('init', {APP_INBOX: true}, {getAuthTokenCallback: () => yourImplementationOfAuthCallback(), language: 'en', });</script>`;
}

/** Its first half: the stub that queues calls, and the script. */
export function stub({scriptsUrl, siteId, nonce}: SnippetOptions): string {
  const tag = nonce ? `<script nonce="${nonce}">` : '<script>';
  return `${tag} !function (t, e, c, n) {var s = e.createElement(c); s.async = 1, s.src = '${scriptsUrl}' + n + '.js'; var r = e.scripts[0]; r.parentNode.insertBefore(s, r); var f = function () {f.c(arguments); }; f.q = []; f.c = function () {f.q.push(arguments); }; t['eS'] = t['eS'] || f; }(window, document, 'script', '${siteId}'); </script>`;
}
