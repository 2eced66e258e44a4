/* global document, history, location, AbortController, CSS, addEventListener, clearTimeout, URLSearchParams */
import {ApiError, call, clientOptions, me, wordsOf} from './api.js';
import {element, say} from './dom.js';

const list = document.querySelector('#entries');
const status = document.querySelector('#entries-status');
const search = document.querySelector('#search');
const inboxes = document.querySelector('#inbox');
const more = document.querySelector('#more');
const side = document.querySelector('#side');
const profile = document.querySelector('agent-contact-profile');
const isOfContacts = document.body.querySelector('#finder').dataset.list === 'contacts';

const KINDS = {chat: 'Chat', ticket: 'Ticket', call: 'Call', contact: 'Contact'};
const inboxName = (id) => me.inboxes.find((inbox) => inbox.id === id)?.name ?? '';

/** While somebody types: milliseconds. */
const PAUSE = 200;

let entries = [];
let next = null;
let loading = new AbortController();

/** What a row is of: `{key, href, title, detail, icon, view?, contact?}`. */
const ofView = (view) => ({
  key: `view=${view.id}`,
  title: view.title,
  detail: [
    KINDS[view.kind],
    inboxName(view.inboxId),
    view.contactName ?? view.requesterEmail ?? view.phoneNumber,
  ]
    .filter(Boolean)
    .join(' · '),
  icon: view.kind,
  view,
});
const ofContact = (contact) => ({
  key: `contact=${contact.id}`,
  title: contact.name ?? contact.emails[0] ?? contact.phones[0] ?? contact.externalId ?? 'Without a name',
  detail: [contact.name && contact.emails[0], contact.phones[0], contact.externalId]
    .filter(Boolean)
    .join(' · '),
  icon: 'contact',
  contact,
});

const addressOf = ({key}) => `/desk/?${isOfContacts ? 'list=contacts&' : ''}${key}`;
const chosenKey = () => {
  const parameters = new URLSearchParams(location.search);
  const name = ['view', 'contact'].find((name) => parameters.has(name));
  return name && `${name}=${parameters.get(name)}`;
};

function row(entry) {
  const {key, title, detail, icon} = entry;
  const onclick = (event) => {
    // Another tab or window is the browser's affair.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, '', addressOf(entry));
    showChosen({isFocused: true});
  };
  return element(
    'li',
    {},
    element(
      'a',
      {class: 'entry', href: addressOf(entry), 'data-key': key, onclick},
      element('span', {class: `entry-icon icon-${icon}`, 'aria-hidden': 'true'}),
      element('span', {class: 'entry-title', dir: 'auto'}, title),
      element('span', {class: 'entry-detail'}, detail),
    ),
  );
}

function paint() {
  const inbox = inboxes.value;
  const visible = entries.filter(({view}) => !view || !inbox || view.inboxId === inbox);
  list.replaceChildren(...visible.map(row));
  more.hidden = next === null;
  const nothing = search?.value ? 'Nobody is found with these words.' : 'Nothing is open here.';
  say(status, visible.length > 0 ? '' : nothing);
  markChosen();
}

function markChosen() {
  const key = chosenKey();
  for (const link of list.querySelectorAll('a')) {
    if (link.dataset.key === key) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

async function load({isMore = false} = {}) {
  loading.abort();
  loading = new AbortController();
  const {signal} = loading;
  try {
    if (isOfContacts) {
      const query = new URLSearchParams({query: search.value, ...(isMore && {cursor: next})});
      const page = await call('GET', `/contacts?${query}`, undefined, {signal});
      entries = [...(isMore ? entries : []), ...page.list.map(ofContact)];
      next = page.next;
    } else {
      entries = (await call('GET', '/views', undefined, {signal})).list.map(ofView);
    }
    paint();
  } catch (error) {
    if (!signal.aborted) say(status, wordsOf(error), 'error');
  }
}

let showing = new AbortController();

/** Shows who is chosen in the address beside the list; what was asked for somebody before is left alone. */
async function showChosen({isFocused = false} = {}) {
  showing.abort();
  showing = new AbortController();
  const {signal} = showing;
  markChosen();
  const key = chosenKey();
  side.hidden = !key;
  document.body.classList.toggle('has-side', !!key);
  if (!key) return;
  try {
    const {view, contact} = await find(key, signal);
    if (signal.aborted) return;
    const inbox = me.inboxes.find(({id}) => id === (view?.inboxId ?? inboxes.value)) ?? me.inboxes[0];
    Object.assign(profile, {
      inbox,
      view: view?.kind ?? 'contact',
      viewId: view && view.kind !== 'contact' ? view.id : null,
      conversation: view?.kind === 'chat' ? {id: view.id, subject: view.title} : null,
      contact,
    });
    profile.hidden = false;
    document.querySelector('#side-title').textContent = view?.title ?? ofContact(contact).title;
    say(document.querySelector('#side-status'), '');
    if (isFocused) side.focus();
  } catch (error) {
    if (signal.aborted) return;
    profile.hidden = true;
    say(document.querySelector('#side-status'), wordsOf(error), 'error');
  }
}

async function find(key, signal) {
  const [name, id] = key.split('=');
  if (name === 'contact') {
    return {contact: await call('GET', `/contacts/${encodeURIComponent(id)}`, undefined, {signal})};
  }
  const views = entries.some((entry) => entry.view)
    ? entries
    : (await call('GET', '/views', undefined, {signal})).list.map(ofView);
  const view = views.find((entry) => entry.view?.id === id)?.view;
  if (!view) throw new ApiError(404, {detail: 'This is not open any more.'});
  const {contactId} = view;
  const contact = contactId
    ? await call('GET', `/contacts/${encodeURIComponent(contactId)}`, undefined, {signal})
    : null;
  return {view, contact};
}

let timer;
search?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(load, PAUSE);
});
inboxes.addEventListener('change', () => {
  paint();
  if (isOfContacts) void showChosen();
});
more.addEventListener('click', () => load({isMore: true}));
document.querySelector('#side-close').addEventListener('click', () => {
  const key = chosenKey();
  history.pushState(null, '', isOfContacts ? '/desk/?list=contacts' : '/desk/');
  void showChosen();
  list.querySelector(`[data-key="${CSS.escape(key ?? '')}"]`)?.focus();
});
addEventListener('popstate', () => showChosen());

try {
  const {createAgentClient} = await import('/scripts/agent.js');
  profile.client = createAgentClient(clientOptions);
} catch (error) {
  say(document.querySelector('#side-status'), wordsOf(error), 'error');
}
profile.htmlFrameUrl = '/desk/html-frame';
await load();
await showChosen();
