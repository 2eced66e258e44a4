import {createHash, timingSafeEqual} from 'node:crypto';
import {Hono, type MiddlewareHandler} from 'hono';
import {PEOPLE, type Person} from './people.ts';
import {personPage} from './page.ts';

export interface CrmOptions {
  /** What callers of the API send as a bearer token. */
  apiKey: string;
  /** As people's browsers reach it. */
  publicUrl: () => string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** A small CRM of another organisation: JSON for programs, behind a key, and pages for people. */
export function createCrm({apiKey, publicUrl}: CrmOptions): Hono {
  const crm = new Hono();

  const withKey: MiddlewareHandler = async (c, next) => {
    const given = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    if (!timingSafeEqual(sha256(given), sha256(apiKey))) return c.json({error: 'unauthorized'}, 401);
    return next();
  };

  crm.get('/api/customers/:id', withKey, (c) => {
    const person = PEOPLE.find(({id}) => id === c.req.param('id'));
    return person ? c.json(describe(person, publicUrl())) : c.json({error: 'no such customer'}, 404);
  });

  crm.post('/api/orders', withKey, async (c) => {
    const body = (await c.req.json<unknown>().catch(() => undefined)) as {email?: unknown} | undefined;
    const person = PEOPLE.find(({email}) => email === body?.email);
    if (!person) return c.json({error: 'no such customer'}, 404);
    return c.json({currency: 'GBP', count: person.orders.length, orders: person.orders.map(orderOf)});
  });

  crm.get('/people/:id', (c) => {
    const person = PEOPLE.find(({id}) => id === c.req.param('id'));
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    return person ? c.html(personPage(person)) : c.text('There is no such customer.', 404);
  });

  return crm;
}

const orderOf = ({id, date, total, state, items}: Person['orders'][number]) => ({
  id,
  placed_at: `${date}T09:30:00Z`,
  total,
  state,
  items,
});

/** In the words of its own API. */
function describe(person: Person, url: string) {
  return {
    customer_id: person.id.replace('tilth-', ''),
    name: person.name,
    tier: person.tier,
    support_tier: person.supportTier,
    status: person.status,
    customer_since: person.since,
    lifetime_value: person.lifetimeValue,
    currency: 'GBP',
    last_purchase: person.orders[0]?.date ?? null,
    account_owner: person.owner,
    note: person.note || null,
    orders: person.orders.map(orderOf),
    crm_url: `${url}/people/${person.id}`,
  };
}
