/* global document */
import {createConversationsClient} from '/scripts/agent.js';

/** Who is signed in: the page says it. */
export const me = JSON.parse(document.body.dataset.me);

export const client = createConversationsClient({
  baseUrl: '/desk/api/v1',
  headers: () => ({'X-CSRF-Token': me.csrfToken}),
});
