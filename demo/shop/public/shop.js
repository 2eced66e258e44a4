/* global document, eS, location */

for (const form of document.querySelectorAll('[data-auto-submit]')) {
  form.addEventListener('change', () => form.requestSubmit());
}

// The inbox forgets this customer on this device before the session ends. Done by fetch, so that it has time to.
for (const form of document.querySelectorAll('[data-sign-out]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    eS('logout');
    await fetch(form.action, {method: 'POST'});
    location.assign('/shop/');
  });
}
