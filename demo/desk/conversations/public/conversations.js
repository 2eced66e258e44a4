/* global document, location, history, addEventListener */
import {createAgentClient} from '/scripts/agent.js';
import {call, clientOptions, me} from '/desk/assets/api.js';
import {attachApps} from '/desk/dashboard-apps/assets/apps.js';
import {client} from './client.js';

const list = document.querySelector('agent-conversations');
const conversation = document.querySelector('agent-conversation');
const profile = document.querySelector('agent-contact-profile');
const box = document.querySelector('.conversations');
const showApps = attachApps();

const chosenId = () => new URL(location.href).searchParams.get('id') ?? undefined;

/** Shows the conversation that the address names. */
function show() {
  const id = chosenId();
  list.selected = conversation.conversation = id;
  box.classList.toggle('chosen', id !== undefined);
  showApps(id && {conversationId: id});
  void showProfile(id);
}

/** What other systems know of whoever writes. */
async function showProfile(id) {
  if (profile.viewId !== id) profile.hidden = true;
  if (!id) return;
  try {
    const {contactId, preview} = await client.details(id);
    const contact = contactId && (await call('GET', `/contacts/${encodeURIComponent(contactId)}`));
    // Meanwhile another may have been chosen.
    if (id !== chosenId()) return;
    const inbox = me.inboxes.find(({channel}) => channel === 'chat') ?? me.inboxes[0];
    const subject = {contact, inbox, view: 'chat', viewId: id, conversation: {id, subject: preview}};
    Object.assign(profile, subject, {hidden: false});
  } catch (error) {
    // The conversation goes on without it.
    console.warn(`Profile: ${error.message}`);
  }
}

list.addEventListener('conversation-select', ({id}) => {
  const isFirst = chosenId() === undefined;
  // One step back leads to the list, however many were looked at.
  history[isFirst ? 'pushState' : 'replaceState'](null, '', `?id=${encodeURIComponent(id)}`);
  show();
});
addEventListener('popstate', show);

list.agentId = conversation.agentId = me.agent.id;
profile.client = createAgentClient(clientOptions);
profile.htmlFrameUrl = '/desk/html-frame';
show();
list.client = conversation.client = client;
client.subscribe({
  onChange({summary: {id, contactId}}) {
    if (id !== conversation.conversation) return;
    showApps({conversationId: id});
    if (contactId !== (profile.contact?.id ?? null)) void showProfile(id);
  },
});
