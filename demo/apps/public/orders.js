/* global document, ResizeObserver */
/** Shows the contact's orders: only what its own backend gives for a context that the platform has signed. */
import {connect} from 'app-inbox/guest';

const desk = connect({allowedOrigins: JSON.parse(document.documentElement.dataset.desks)});
const list = document.getElementById('orders');
const status = document.getElementById('status');

const money = new Intl.NumberFormat('en-GB', {style: 'currency', currency: 'GBP'});
const day = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeZone: 'UTC'});

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function row({number, placed, total, state, items}) {
  const tell = element('button', {textContent: 'Point out'});
  tell.addEventListener('click', () => desk.toast(`Order ${number} is ${state}.`).catch(() => {}));
  return element(
    'li',
    {},
    element(
      'header',
      {},
      element('strong', {textContent: number}),
      element('span', {textContent: money.format(total / 100)}),
      element('span', {className: 'muted', textContent: `${day.format(new Date(placed))}, ${state}`}),
    ),
    element('div', {className: 'muted', textContent: items.join(', ')}),
    tell,
  );
}

async function load(contact) {
  status.textContent = `Loading the orders of ${contact.name}…`;
  let token;
  try {
    token = await desk.token();
  } catch {
    // As in a test with an invented conversation: nothing proves who that is, so nothing is shown.
    list.replaceChildren();
    status.textContent = 'This desk signs nothing for this conversation, so there are no orders to see.';
    return;
  }
  const response = await fetch('/orders/api/orders', {headers: {Authorization: `Bearer ${token}`}});
  const {orders = []} = await response.json();
  list.replaceChildren(...orders.map(row));
  status.textContent = response.ok
    ? `${contact.name || 'This visitor'} has ${orders.length || 'no'} ${orders.length === 1 ? 'order' : 'orders'}.`
    : 'The orders cannot be shown.';
}

new ResizeObserver(() => desk.resize(document.documentElement.scrollHeight).catch(() => {})).observe(
  document.body,
);

let shown;
for await (const {contact, theme} of desk) {
  document.documentElement.dataset.scheme = theme?.scheme ?? '';
  if (contact.id === shown) continue;
  shown = contact.id;
  await load(contact).catch(() => (status.textContent = 'The orders cannot be reached now.'));
}
