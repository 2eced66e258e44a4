/* global document, yourImplementationOfAuthCallback -- it runs in a page, with what the page has */
// The floor: the least that shows the number of a contact's unread notifications, written by hand. Classic, served by
// the platform like the product's script.
(() => {
  const {origin} = new URL(document.currentScript.src);
  const show = (count) => {
    const button = document.createElement('button');
    button.id = 'floor';
    button.style.cssText = 'position: fixed; right: 20px; bottom: 20px';
    button.textContent = count;
    document.body.append(button);
  };
  yourImplementationOfAuthCallback()
    .then((token) =>
      fetch(`${origin}/appinbox/v1/messages/count`, {
        headers: {'ES-TOKEN': token},
        credentials: 'omit',
        cache: 'no-store',
      }),
    )
    .then((response) => response.json())
    .then(({count}) => show(count));
})();
