/* global document, location, history, addEventListener */
import {attachApps} from '/desk/dashboard-apps/assets/apps.js';
import {client, me} from './client.js';

const list = document.querySelector('agent-conversations');
const conversation = document.querySelector('agent-conversation');
const box = document.querySelector('.conversations');
const showApps = attachApps();

/** Shows the conversation that the address names. */
function show() {
  const id = new URL(location.href).searchParams.get('id') ?? undefined;
  list.selected = conversation.conversation = id;
  box.classList.toggle('chosen', id !== undefined);
  showApps(id && {conversationId: id});
}

list.addEventListener('conversation-select', ({id}) => {
  history.replaceState(null, '', `?id=${encodeURIComponent(id)}`);
  show();
});
addEventListener('popstate', show);

list.agentId = conversation.agentId = me.agent.id;
show();
list.client = conversation.client = client;
client.subscribe({
  onChange({summary: {id}}) {
    if (id === conversation.conversation) showApps({conversationId: id});
  },
});
