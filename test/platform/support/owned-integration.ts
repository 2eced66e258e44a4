import {TEAM, type TestAgent} from './desk.ts';

/**
 * Routes of contacts and integrations with an id in them, each with a record of the first team and a body that the team
 * may send.
 */
export async function ownedIntegration(
  admin: TestAgent,
): Promise<Record<string, {path: string; body?: unknown}>> {
  const base = '/desk/api/v1';
  const [inbox] = TEAM.inboxes;
  const [contact] = (await admin.call('GET', '/contacts')).body.list;
  const draft = {name: 'CRM', url: 'https://crm.example/{{contact.id}}', inboxIds: [inbox]};
  const create = async () => (await admin.call('POST', '/integrations', draft)).body.id;
  const id = await create();
  const integration = `${base}/integrations/${id}`;
  const attached = `${base}/inboxes/${inbox}/integrations/${id}`;
  return {
    'GET /desk/api/v1/contacts/{id}': {path: `${base}/contacts/${contact!.id}`},
    'GET /desk/api/v1/integrations/{id}': {path: integration},
    'PUT /desk/api/v1/integrations/{id}': {path: integration, body: {...draft, version: 1}},
    // Its own, so that the others keep theirs.
    'DELETE /desk/api/v1/integrations/{id}': {path: `${base}/integrations/${await create()}`},
    'POST /desk/api/v1/integrations/{id}/run': {
      path: `${integration}/run`,
      body: {contactId: contact!.id, inboxId: inbox},
    },
    'POST /desk/api/v1/integrations/{id}/test': {path: `${integration}/test`, body: {}},
    'GET /desk/api/v1/inboxes/{id}/integrations': {path: `${base}/inboxes/${inbox}/integrations`},
    'PUT /desk/api/v1/inboxes/{id}/integrations/{integrationId}': {path: attached, body: {isEnabled: true}},
    'DELETE /desk/api/v1/inboxes/{id}/integrations/{integrationId}': {path: attached},
  };
}
