/* global document */
import {clientOptions, me, wordsOf} from './api.js';
import {say} from './dom.js';

const status = document.querySelector('#status');

try {
  const {createAgentClient} = await import('/scripts/agent-admin.js');
  Object.assign(document.querySelector('agent-integrations'), {
    client: createAgentClient(clientOptions),
    inboxes: me.inboxes,
  });
} catch (error) {
  say(status, wordsOf(error), 'error');
}
