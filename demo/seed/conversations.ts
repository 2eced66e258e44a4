import {CUSTOMERS} from '../shop/customers.ts';
import {signIn} from './desk.ts';
import {TEAMS} from './teams.ts';

export interface ConversationSeedOptions {
  platformUrl: string;
  siteId: string;
  /** What the demo's agents sign in with. */
  password: string;
}

interface Talk {
  /** Of a customer of the shop; nobody: a visitor without a name. */
  customer?: number;
  page: readonly [path: string, title: string];
  referrer?: string;
  says: readonly string[];
  answers?: readonly string[];
  note?: string;
  then?: string;
  labels?: readonly string[];
  rating?: number;
}

const TALKS: readonly Talk[] = [
  {
    page: ['products/black-krim', 'Black Krim'],
    referrer: 'https://www.google.se/search?q=black+krim+seeds',
    says: ['Hello', 'Do the Black Krim seeds grow outdoors north of 60°?'],
    answers: ['They do, against a south wall. Sow indoors in March.'],
    then: 'Perfect, thank you.',
    labels: ['Growing'],
    rating: 5,
  },
  {
    customer: 0,
    page: ['orders', 'My orders'],
    says: ['My parcel says delivered, but nothing is here.'],
    answers: ['Let me look.', 'It was signed for at number 12, your neighbour’s.'],
    note: 'The carrier’s list names the neighbour. No refund needed.',
    then: 'I will ask them tonight. Can you send the invoice too?',
    labels: ['Delivery'],
  },
  {
    customer: 1,
    page: ['cart', 'Cart'],
    referrer: 'https://gardenblog.example/spring',
    says: ['Can I still change the address of yesterday’s order?'],
  },
  {page: ['', 'Tilth'], referrer: 'https://www.bing.com/search?q=seeds', says: ['Do you ship to Åland?']},
];

const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

let keys = 0;

/** Some talks with visitors, as their browsers and the agents would have had them. */
export async function seedConversations({
  platformUrl,
  siteId,
  password,
}: ConversationSeedOptions): Promise<void> {
  const admin = TEAMS[0]!.agents.find(({role}) => role === 'admin')!;
  const desk = await signIn(platformUrl, admin.email, password);
  for (const talk of TALKS) await hold(talk, {platformUrl, siteId, desk});
  await desk('POST', '/canned-answers', {shortcut: 'hello', text: 'Hello, how can I help?'});
  await desk('POST', '/canned-answers', {
    shortcut: 'sow',
    text: 'Sow indoors in March, and plant out after the last frost.',
  });
  await desk('POST', '/page-filters', {searchFilter: '/shop/cart', searchName: 'Cart'});
}

async function hold(
  {customer, page, referrer = '', says, answers = [], note, then, labels, rating}: Talk,
  {
    platformUrl,
    siteId,
    desk,
  }: {platformUrl: string; siteId: string; desk: Awaited<ReturnType<typeof signIn>>},
): Promise<void> {
  const visit = {url: `${platformUrl}/shop/${page[0]}`, title: page[1]};
  const call = async (path: string, body: object, token?: string) => {
    const response = await fetch(`${platformUrl}/visitor/v1${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': BROWSER,
        ...(token && {'Visitor-Token': token}),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`seed: ${path} was answered ${response.status}`);
    return (await response.json()) as {token?: string};
  };
  const {token} = await call('/session', {siteId, page: visit, referrer, language: 'en'});
  const report = (...events: object[]) =>
    call('/events', {events: events.map((event) => ({key: `seed-${++keys}`, ...event}))}, token);
  const known = customer === undefined ? undefined : CUSTOMERS[customer];
  await report(
    {type: 'page', page: visit},
    ...(known
      ? [
          {type: 'externalId', id: known.id},
          {type: 'name', name: `${known.firstName} ${known.lastName}`},
        ]
      : []),
    ...says.map((text) => ({type: 'message', text})),
  );
  const {list} = (await desk('GET', '/conversations')) as {list: {id: string}[]};
  const path = `/conversations/${list[0]!.id}`;
  for (const text of answers) await desk('POST', `${path}/messages`, {key: `seed-${++keys}`, text});
  if (note) await desk('POST', `${path}/messages`, {key: `seed-${++keys}`, text: note, isNote: true});
  if (labels) await desk('POST', `${path}/marks`, {addLabels: labels});
  if (then) await report({type: 'message', text: then});
  if (rating) await report({type: 'rating', rating});
}
