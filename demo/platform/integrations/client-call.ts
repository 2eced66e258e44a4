import type {Selectable} from 'kysely';
import {readClientResponse, type ClientResponse} from './blocks.ts';
import {openHeaders} from './headers.ts';
import {CallError} from './http/call-error.ts';
import type {Caller} from './http/call.ts';
import {parseAnswer} from './json.ts';
import {createMask} from './mask.ts';
import {requireSuccess} from './runner.ts';
import type {Secrets} from './secrets.ts';
import type {IntegrationTables} from './tables.ts';
import type {Turns} from './turns.ts';

export type ClientIntegrationRow = Selectable<IntegrationTables['client_integrations']>;

/** What the endpoint is told: the view, and what is known of who is in it. */
export interface ClientContext {
  view: 'chat' | 'ticket' | 'call' | 'contact';
  email?: string | null;
  phoneNumber?: string | null;
  externalId?: string | null;
  ticketId?: string | null;
  contactId?: string | null;
  channelId?: string | null;
  callId?: string | null;
}

/** What secrets of a team's client integration belong to. */
export const clientRecordOf = (teamId: string) => `${teamId}|client`;

/** The context and the static parameters. The context wins: a name of its own says what it always says. */
function urlOf({url: text, query}: ClientIntegrationRow, context: ClientContext): string {
  const url = new URL(text);
  const said = Object.entries(context).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const reserved = [
    'view',
    'email',
    'phoneNumber',
    'externalId',
    'ticketId',
    'contactId',
    'channelId',
    'callId',
  ];
  for (const name of reserved) url.searchParams.delete(name);
  for (const {name, value} of query) if (!reserved.includes(name)) url.searchParams.append(name, value);
  for (const [name, value] of said) url.searchParams.append(name, String(value));
  return url.href;
}

/**
 * Asks a team's endpoint for its blocks.
 *
 * @throws CallError
 */
export async function callClientIntegration(
  integration: ClientIntegrationRow,
  context: ClientContext,
  {caller, secrets, turns}: {caller: Caller; secrets: Secrets; turns: Turns},
): Promise<ClientResponse> {
  const {team_id: teamId, method, body} = integration;
  const headers = openHeaders(integration.headers, secrets, clientRecordOf(teamId));
  const hasBody = method === 'POST' && body !== null;
  const hasType = headers.some(({name}) => name.toLowerCase() === 'content-type');
  const response = await turns.take(teamId, () =>
    caller.call({
      method,
      url: urlOf(integration, context),
      headers: [
        ...headers.map(({name, value}) => ({name, value: Buffer.from(value, 'utf8').toString('latin1')})),
        ...(hasBody && !hasType ? [{name: 'Content-Type', value: 'application/json'}] : []),
      ],
      body: hasBody ? body : undefined,
    }),
  );
  requireSuccess(response);
  const mask = createMask(headers.filter(({isSecret}) => isSecret).map(({value}) => value));
  const answer = readClientResponse(parseAnswer(mask(response.text)));
  if (!answer) throw new CallError('not-json', 'The system’s answer is not a list of blocks.');
  return answer;
}
