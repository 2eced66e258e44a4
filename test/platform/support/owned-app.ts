import type {TestAgent} from './desk.ts';

/** Routes of dashboard apps with an id in them, each with an app of the first team. */
export async function ownedApp(admin: TestAgent): Promise<Record<string, {path: string; body?: unknown}>> {
  const base = '/desk/api/v1/dashboard-apps';
  const [contact] = (await admin.call('GET', '/contacts')).body.list;
  const draft = {name: 'Orders', url: 'https://app.example/orders'};
  const create = async () => (await admin.call('POST', '/dashboard-apps', draft)).body.id;
  const id = await create();
  return {
    [`PUT ${base}/{id}`]: {path: `${base}/${id}`, body: {...draft, version: 1}},
    // Its own, so that the others keep theirs.
    [`DELETE ${base}/{id}`]: {path: `${base}/${await create()}`},
    [`POST ${base}/{id}/token`]: {
      path: `${base}/${id}/token`,
      body: {audience: 'https://app.example', contactId: contact!.id},
    },
  };
}
