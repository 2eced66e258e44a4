/* global document, location */
import {call, clientOptions, isAdmin, me, wordsOf} from './api.js';
import {say} from './dom.js';

const status = document.querySelector('#status');
const editor = document.querySelector('agent-integration-editor');
const {id} = editor.dataset;

editor.addEventListener('integration-save', ({integration: saved}) => {
  document.querySelector('h1').textContent = saved.name;
  // A new one has an address from now on.
  if (!id) location.replace(`/desk/integrations/${encodeURIComponent(saved.id)}`);
});
editor.addEventListener('integration-delete', () => location.assign('/desk/integrations'));

try {
  const [integration, {list: variables}] = await Promise.all([
    id ? call('GET', `/integrations/${encodeURIComponent(id)}`) : null,
    call('GET', '/variables'),
  ]);
  if (integration) {
    document.querySelector('h1').textContent = integration.name;
    document.title = `${integration.name} · App Inbox desk`;
  }
  const {createAgentClient} = await import('/scripts/agent-admin.js');
  Object.assign(editor, {
    client: createAgentClient(clientOptions),
    integration,
    inboxes: me.inboxes,
    variables,
    readOnly: !isAdmin,
  });
  say(status, '');
} catch (error) {
  say(status, wordsOf(error), 'error');
}
