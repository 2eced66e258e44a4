/* global MutationObserver, addEventListener, document, location, parent, window */

// The stub of the official snippet keeps the calls until the script is there.
window.eS ??= function eS(...call) {
  (window.eS.q ??= []).push(call);
};

const {token, apiUrl, isOpen, scheme, ...options} = window.studioOptions;
const elements = () => document.querySelectorAll('app-inbox-bell, app-inbox-panel, app-inbox-toasts');

window.eS(
  'init',
  {APP_INBOX: true},
  {
    ...options,
    apiUrl: location.origin + apiUrl,
    getAuthTokenCallback: async () => token,
  },
);
if (isOpen) window.eS('open');
if (options.layout === 'page') {
  // As a part of the page it stands where the page wants it; here in its middle.
  const observer = new MutationObserver(() => {
    const panel = document.querySelector('body > app-inbox-panel');
    if (!panel) return;
    observer.disconnect();
    document.querySelector('#inbox-page').append(panel);
  });
  observer.observe(document.documentElement, {childList: true, subtree: true});
}

/** Puts tokens on the elements, as the site's configuration would. */
function wear(tokens) {
  for (const element of elements()) {
    for (const name of [...element.style])
      if (name.startsWith('--app-inbox-')) element.style.removeProperty(name);
    for (const [name, value] of Object.entries(tokens))
      element.style.setProperty(`--app-inbox-${name}`, value);
    // Own tokens leave light and dark to the visitor, whom the operator plays.
    if (typeof options.theme === 'object') element.theme = scheme;
  }
}
if (typeof options.theme === 'object') {
  for (const event of ['ready', 'open']) window.eS('on', event, () => wear(options.theme));
}

addEventListener('message', ({origin, data}) => {
  if (origin !== location.origin) return;
  if (data.tokens) {
    options.theme = data.tokens;
    wear(data.tokens);
  } else if (data.arrives === 'soon') void getReady();
  else if (data.arrives === 'now')
    document
      .querySelector('app-inbox-panel')
      ?.inbox?.refresh()
      .catch(() => {});
});

/** Milliseconds after which all that calls attention has been loaded. */
const SETTLED = 1000;

/** An open inbox is quiet, and so is one that has not shown its first list: what arrives later comes up. */
async function getReady() {
  window.eS('close');
  const panel = document.querySelector('app-inbox-panel');
  if (!panel?.inbox) return setTimeout(getReady, 100);
  await panel.inbox.load().catch(() => {});
  setTimeout(() => parent.postMessage('ready', location.origin), SETTLED);
}
