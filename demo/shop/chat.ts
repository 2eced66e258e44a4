import {raw} from 'hono/html';
import type {Customer} from './customers.ts';

/**
 * The shop's part in its chat: commands for `_imbox`, which the script finds when it comes. Who is signed in is told to
 * the agents, and opens nothing of theirs to anybody.
 */
export function chatCommands({customer, nonce}: {customer: Customer | undefined; nonce: string}) {
  const commands = customer
    ? [
        ['setExternalContactId', customer.id],
        ['changeName', `${customer.firstName} ${customer.lastName}`],
      ]
    : [['start']];
  // Nothing in it ends the script element.
  const list = JSON.stringify(commands).replaceAll('<', '\\u003c');
  return raw(
    `<script nonce="${nonce}">window._imbox = window._imbox || []; window._imbox.push(...${list});</script>`,
  );
}
