/* global document, BroadcastChannel */
import {call, wordsOf} from './api.js';
import {say} from './dom.js';

const button = document.querySelector('#availability');
const word = document.querySelector('label[for="availability"]');
const status = document.querySelector('#availability-status');
/** Other tabs, and what shows apps in this one. */
const channel = new BroadcastChannel('desk-availability');
let isSaving = false;

function show(isAway) {
  button.setAttribute('aria-checked', String(!isAway));
  word.textContent = isAway ? 'Away' : 'Available';
}

button.addEventListener('click', async () => {
  // Two at once could overtake each other.
  if (isSaving) return;
  isSaving = true;
  const isAway = button.getAttribute('aria-checked') === 'true';
  show(isAway);
  say(status, '');
  try {
    await call('PUT', '/me/availability', {isAway});
    channel.postMessage(isAway);
  } catch (error) {
    show(!isAway);
    say(status, wordsOf(error), 'error');
  } finally {
    isSaving = false;
  }
});
channel.addEventListener('message', ({data}) => show(data));
