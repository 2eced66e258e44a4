/* global document */

/**
 * Makes an element: attributes by their names (`false` and null leave one out), listeners as `onclick`, children as
 * nodes or texts.
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(
    ...children
      .flat()
      .filter((child) => child !== false && child !== null && child !== undefined && child !== ''),
  );
  return node;
}

/** Says something politely, also to who does not see it. `kind`: `error` or nothing. */
export function say(status, text, kind = '') {
  status.textContent = text;
  status.className = `status ${kind}`;
}

/** A moment, short for reading and whole for who points at it. */
export function time(iso) {
  const date = new Date(iso);
  const short = date.toLocaleString('en', {dateStyle: 'medium', timeStyle: 'short'});
  return element(
    'time',
    {datetime: iso, title: date.toLocaleString('en', {dateStyle: 'full', timeStyle: 'long'})},
    short,
  );
}
