/* global document, confirm */
import {ApiError, call, me} from './api.js';
import {fillForm, markFields, readForm, showInboxes} from './app-form.js';
import {sampleContext} from './sample-context.js';

const find = (id) => document.getElementById(id);
const form = find('form');
const list = find('apps');

let apps = [];
/** The app in the form; undefined: a new one. */
let edited;
/** What had the focus when the form was opened. */
let origin;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const say = (text) => (find('status').textContent = text);

function fail(box, error) {
  if (!(error instanceof ApiError)) console.error(error);
  box.textContent = error instanceof ApiError ? error.message : 'The platform cannot be reached now.';
  box.hidden = false;
}

/** Does something that the page can fail at, and says so. */
const attempt = (action) => async (event) => {
  find('page-error').hidden = true;
  try {
    await action(event);
  } catch (error) {
    fail(find('page-error'), error);
  }
};

const inboxNames = ({inboxIds}) =>
  inboxIds === null
    ? 'All inboxes'
    : me.inboxes
        .filter(({id}) => inboxIds.includes(id))
        .map(({name}) => name)
        .join(', ') || 'No inbox';

function tool(label, name, action, more = {}) {
  const button = element('button', {className: 'tool', textContent: label, ...more});
  button.setAttribute('aria-label', name);
  button.addEventListener('click', attempt(action));
  return button;
}

function row(app, index) {
  const {id, name, url, placement} = app;
  return element(
    'li',
    {},
    element(
      'div',
      {className: 'what'},
      element('strong', {textContent: name}),
      element('span', {className: 'tag', textContent: placement === 'tab' ? 'Tab' : 'Side panel'}),
      element('span', {className: 'tag', textContent: inboxNames(app)}),
      element('div', {className: 'muted', textContent: url}),
    ),
    element(
      'div',
      {className: 'tools'},
      tool('↑', `Move ${name} up`, () => move(index, -1), {disabled: index === 0}),
      tool('↓', `Move ${name} down`, () => move(index, 1), {disabled: index === apps.length - 1}),
      tool('Test', `Test ${name}`, () => (open(app), test())),
      tool('Edit', `Edit ${name}`, () => open(app)),
      tool('Remove', `Remove ${name}`, () => remove(id, name), {className: 'tool danger'}),
    ),
  );
}

async function load() {
  ({list: apps} = await call('GET', '/dashboard-apps'));
  list.replaceChildren(...apps.map(row));
  list.hidden = apps.length === 0;
  find('nothing').hidden = apps.length > 0 || !find('workbench').hidden;
}

async function move(index, by) {
  const ids = apps.map(({id}) => id);
  const [id] = ids.splice(index, 1);
  ids.splice(index + by, 0, id);
  await call('PUT', '/dashboard-apps/order', {ids});
  await load();
  say(`${apps[index + by].name} is now number ${index + by + 1} of ${apps.length}.`);
  // The same button of the row that moved, or the other one at the end of the list.
  const [up, down] = list.children[index + by].querySelectorAll('.tool');
  const [same, other] = by < 0 ? [up, down] : [down, up];
  (same.disabled ? other : same).focus();
}

async function remove(id, name) {
  if (!confirm(`Remove ${name}? Your team will no longer see it.`)) return;
  await call('DELETE', `/dashboard-apps/${id}`);
  if (edited?.id === id) close();
  await load();
  say(`${name} is removed.`);
  find('add').focus();
}

function open(app) {
  if (!form.contains(document.activeElement)) origin = document.activeElement;
  edited = app;
  fillForm(form, app);
  markFields(form, []);
  find('form-title').textContent = app ? `Edit ${app.name}` : 'New app';
  find('form-error').hidden = true;
  find('workbench').hidden = false;
  find('nothing').hidden = true;
  clearStage();
  form.elements.namedItem('name').focus();
}

function close() {
  find('workbench').hidden = true;
  find('nothing').hidden = apps.length > 0;
  clearStage();
  (origin?.isConnected ? origin : find('add')).focus();
}

function clearStage() {
  find('log').replaceChildren();
  find('stage').replaceChildren(
    element('p', {className: 'muted', textContent: 'Press Test to load the app here.'}),
  );
}

const log = (text) => find('log').append(element('li', {textContent: text}));

/** Loads what stands in the form, kept or not, and tells it of an invented conversation. */
function test() {
  const {name, url, origins, aliases, sandbox, allow, referrerPolicy} = readForm(form);
  const app = element('agent-dashboard-app', {
    name,
    src: url,
    origins,
    aliases,
    sandbox,
    allow,
    referrerPolicy,
    inbox: me.inboxes[0],
    context: sampleContext(me.agent),
  });
  find('log').replaceChildren();
  app.addEventListener('app-error', ({message}) => log(message));
  app.addEventListener('app-toast', ({text}) => log(`Says: ${text}`));
  app.addEventListener('app-open-link', ({url: link}) => log(`Opens ${link}`));
  app.addEventListener('app-refresh', () => log('Wants the conversation fetched again'));
  find('stage').replaceChildren(app);
}

async function save() {
  const app = readForm(form);
  try {
    if (edited) await call('PUT', `/dashboard-apps/${edited.id}`, {...app, version: edited.version});
    else await call('POST', '/dashboard-apps', app);
  } catch (error) {
    fail(find('form-error'), error);
    markFields(form, error.fields ?? []);
    return;
  }
  await load();
  close();
  say(`${app.name} is saved.`);
}

find('add').addEventListener('click', () => open());
find('cancel').addEventListener('click', close);
find('test').addEventListener('click', test);
form.elements.everywhere.addEventListener('change', () => showInboxes(form));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(save)(event);
});
await attempt(load)();
