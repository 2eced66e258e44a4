/* global addEventListener, document, location, previewOptions, window */

// The stub of the official snippet keeps the calls until the script is there.
window.eS ??= function eS(...call) {
  (window.eS.q ??= []).push(call);
};

const {token, apiUrl, ...options} = previewOptions;
window.eS(
  'init',
  {APP_INBOX: true},
  {
    ...options,
    apiUrl: location.origin + apiUrl,
    getAuthTokenCallback: async () => token,
  },
);
window.eS('open');

// The editor says when it has saved another draft.
addEventListener('message', (event) => {
  if (event.origin !== location.origin) return;
  document
    .querySelector('app-inbox-panel')
    ?.inbox?.refresh()
    .catch(() => {});
});
