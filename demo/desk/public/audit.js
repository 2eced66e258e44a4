/* global document */
import {call, wordsOf} from './api.js';
import {element, say, time} from './dom.js';

const rows = document.querySelector('#audit-rows');
const status = document.querySelector('#status');
const more = document.querySelector('#more');

const ACTIONS = {
  'integration.create': 'created',
  'integration.update': 'changed',
  'integration.delete': 'deleted',
  'integration.run': 'ran',
  'integration.test': 'tested',
  'inbox.integration.enable': 'switched on for',
  'inbox.integration.disable': 'switched off for',
  'inbox.integration.detach': 'detached from',
  'client-integration.update': 'changed',
  'client-integration.run': 'ran',
  'dashboard-app.create': 'created the app',
  'dashboard-app.update': 'changed the app',
  'dashboard-app.delete': 'deleted the app',
  'dashboard-app.order': 'put in order',
};

/** What can be said of an entry in a few words. */
function detailOf({cache, error, status: code, integration, view, version}) {
  return [
    integration,
    view && `view ${view}`,
    version && `version ${version}`,
    cache && `cache ${cache}`,
    code,
    error,
  ]
    .filter(Boolean)
    .join(' · ');
}

const row = ({at, agent, action, subject, detail}) =>
  element(
    'tr',
    {},
    element('td', {}, time(at)),
    element('td', {}, agent.name),
    element('td', {}, ACTIONS[action] ?? action),
    element('td', {dir: 'auto'}, subject),
    element('td', {class: detail.error ? 'error' : 'muted'}, detailOf(detail)),
  );

let next = '';
async function load() {
  try {
    const page = await call('GET', `/audit${next && `?cursor=${encodeURIComponent(next)}`}`);
    rows.append(...page.list.map(row));
    next = page.next;
    more.hidden = next === null;
    say(status, rows.childElementCount > 0 ? '' : 'Nothing has happened yet.');
  } catch (error) {
    say(status, wordsOf(error), 'error');
  }
}

more.addEventListener('click', load);
await load();
