/* global document, location */
import {client} from './client.js';

const statistics = document.querySelector('agent-chat-statistics');
statistics.client = client;
statistics.addEventListener('conversation-select', ({id}) => {
  location.assign(`/desk/conversations?id=${encodeURIComponent(id)}`);
});
