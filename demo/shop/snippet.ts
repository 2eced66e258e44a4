import {raw} from 'hono/html';
import type {Language} from './words/index.ts';

export interface SnippetOptions {
  /** Where the platform serves scripts from: `/scripts/` on the same host, or a whole address. */
  scriptsUrl: string;
  siteId: string;
  language: Language;
  nonce: string;
  /** Chosen by the visitor; without it the inbox follows the system, as the shop does. */
  theme: 'light' | 'dark' | undefined;
}

/**
 * The official snippet, as the platform's documentation prints it: only the script's address, the site's id and the
 * language are this shop's own. The nonce is what a page with a
 * content security policy adds to any inline script, and `theme` the choice of a visitor who made one.
 */
export function snippet({scriptsUrl, siteId, language, nonce, theme}: SnippetOptions) {
  const address = inScript(scriptsUrl);
  return raw(
    `<script nonce="${nonce}"> !function (t, e, c, n) {var s = e.createElement(c); s.async = 1, s.src = '${address}' + n + '.js'; var r = e.scripts[0]; r.parentNode.insertBefore(s, r); var f = function () {f.c(arguments); }; f.q = []; f.c = function () {f.q.push(arguments); }; t['eS'] = t['eS'] || f; }(window, document, 'script', '${inScript(siteId)}'); </script><script nonce="${nonce}">eS('init', {APP_INBOX: true}, {getAuthTokenCallback: () => yourImplementationOfAuthCallback(), language: '${language}', ${theme ? `theme: '${theme}', ` : ''}});</script>`,
  );
}

/** As it may stand between single quotes in a script element. Both values come from this server's own settings. */
function inScript(value: string): string {
  if (!/^[\w:/.[\]-]*$/.test(value)) throw new Error(`not a script address or site id: ${value}`);
  return value;
}
