/** A value as it may stand in a script element. */
const literal = (value, indent) =>
  JSON.stringify(value, null, 2).replaceAll('<', '\\u003c').replaceAll('\n', `\n${indent}`);

/** What a customer pastes into their pages. @param options the settings that it carries */
export function makeSnippet({origin, siteId, options}) {
  const carried = Object.entries(options).map(([key, value]) => `\n    ${key}: ${literal(value, '    ')},`);
  return `<script> !function (t, e, c, n) {var s = e.createElement(c); s.async = 1, s.src = '${origin}/scripts/' + n + '.js'; var r = e.scripts[0]; r.parentNode.insertBefore(s, r); var f = function () {f.c(arguments); }; f.q = []; f.c = function () {f.q.push(arguments); }; t['eS'] = t['eS'] || f; }(window, document, 'script', '${siteId}'); </script>
<script>
  eS('init', {APP_INBOX: true}, {
    getAuthTokenCallback: () => yourImplementationOfAuthCallback(),
    language: 'en',${carried.join('')}
  });
</script>`;
}
