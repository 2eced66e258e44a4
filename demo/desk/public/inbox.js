/* global document */
import {call, isAdmin, wordsOf} from './api.js';
import {element, say} from './dom.js';

const list = document.querySelector('#attached');
const status = document.querySelector('#status');
const attach = document.querySelector('#attach');
const {inbox} = list.dataset;
const base = `/inboxes/${encodeURIComponent(inbox)}/integrations`;

function switchOf({integration, isEnabled}) {
  const onclick = async ({currentTarget: button}) => {
    const next = button.getAttribute('aria-checked') !== 'true';
    button.setAttribute('aria-checked', next);
    try {
      await call('PUT', `${base}/${integration.id}`, {isEnabled: next});
      say(status, `${integration.name} is ${next ? 'on' : 'off'} for this inbox.`);
    } catch (error) {
      button.setAttribute('aria-checked', !next);
      say(status, wordsOf(error), 'error');
    }
  };
  return element('button', {
    type: 'button',
    role: 'switch',
    class: 'switch',
    'aria-checked': isEnabled ? 'true' : 'false',
    'aria-label': `${integration.name} for this inbox`,
    disabled: !isAdmin,
    onclick,
  });
}

function row(entry) {
  const {id, name, description, isActive, display} = entry.integration;
  const notes = [!isActive && 'Inactive', !display && 'Not shown in profiles'].filter(Boolean);
  const detach = async () => {
    try {
      await call('DELETE', `${base}/${id}`);
      await load();
      say(status, `${name} is no longer attached to this inbox.`);
    } catch (error) {
      say(status, wordsOf(error), 'error');
    }
  };
  return element(
    'li',
    {class: 'card row'},
    element(
      'div',
      {},
      element('h3', {}, element('a', {href: `/desk/integrations/${id}`, dir: 'auto'}, name)),
      description && element('p', {class: 'muted', dir: 'auto'}, description),
      notes.length > 0 &&
        element(
          'p',
          {},
          notes.map((note) => element('span', {class: 'pill'}, note)),
        ),
    ),
    element(
      'div',
      {class: 'row-end'},
      isAdmin && element('button', {type: 'button', class: 'link', onclick: detach}, 'Detach'),
      switchOf(entry),
    ),
  );
}

/** Offers what the team has and this inbox has not. */
async function offer(attached) {
  if (!attach) return;
  const known = new Set(attached.map(({integration}) => integration.id));
  const others = (await call('GET', '/integrations')).list.filter(({id}) => !known.has(id));
  attach.hidden = others.length === 0;
  attach.elements.integration.replaceChildren(
    ...others.map(({id, name}) => element('option', {value: id}, name)),
  );
}

async function load() {
  try {
    const attached = (await call('GET', base)).list;
    list.replaceChildren(...attached.map(row));
    say(status, attached.length > 0 ? '' : 'No integrations are attached to this inbox.');
    await offer(attached);
  } catch (error) {
    say(status, wordsOf(error), 'error');
  }
}

attach?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const {value: id, selectedOptions} = attach.elements.integration;
  const [{text: name}] = selectedOptions;
  try {
    await call('PUT', `${base}/${id}`, {isEnabled: true});
    await load();
    say(status, `${name} is attached, and on for this inbox.`);
  } catch (error) {
    say(status, wordsOf(error), 'error');
  }
});

await load();
