/* global document, clearTimeout, URLSearchParams, BroadcastChannel */
import {call} from './api.js';

/** Changes that come together are fetched together: milliseconds. */
const PAUSE = 500;

/**
 * Fills the page's `<agent-dashboard-apps>` elements with the team's apps and with what those are told. Returns a
 * function that says beside what they stand: `{conversationId}`, `{contactId}`, or nothing; called again with the same,
 * it fetches what is new.
 */
export function attachApps() {
  const hosts = [...document.querySelectorAll('agent-dashboard-apps')];
  let subject;
  let timer;

  const list = call('GET', '/dashboard-apps').then((answer) => answer.list);
  for (const host of hosts) {
    host.getToken = async (id, audience) =>
      (await call('POST', `/dashboard-apps/${id}/token`, {audience, ...subject})).token;
    host.addEventListener('app-refresh', () => later(0));
    host.addEventListener('app-toast', ({text, app}) => toast(`${app}: ${text}`));
  }

  // The agent has gone away or come back, which apps are told too.
  new BroadcastChannel('desk-availability').addEventListener('message', () => later(0));

  async function load() {
    const asked = subject;
    if (!asked) return fill(undefined, undefined, []);
    try {
      const {context, inbox} = await call('GET', `/app-context?${new URLSearchParams(asked)}`);
      const apps = await list;
      // Meanwhile another may have been chosen.
      if (subject === asked) fill(context, inbox, apps);
    } catch (error) {
      // The conversation goes on without apps.
      console.warn(`Dashboard apps: ${error.message}`);
    }
  }

  function fill(context, inbox, apps) {
    for (const host of hosts) {
      Object.assign(host, {context, inbox, apps});
      const box = host.closest('[data-apps-panel]');
      if (box) box.hidden = !apps.some((app) => app.placement === 'panel' && isIn(app, inbox));
    }
  }

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(load, pause);
  }

  return (next) => {
    const isSame = JSON.stringify(next) === JSON.stringify(subject);
    if (!isSame) subject = next;
    later(isSame ? PAUSE : 0);
  };
}

const isIn = ({inboxIds}, inbox) => inboxIds === null || inboxIds.includes(inbox?.id);

/** What an app has to say, for a few seconds. */
function toast(text) {
  const old = document.getElementById('app-toast');
  const box = Object.assign(document.createElement('div'), {id: 'app-toast', textContent: text});
  box.setAttribute('role', 'status');
  old?.remove();
  document.body.append(box);
  setTimeout(() => box.remove(), 6000);
}
