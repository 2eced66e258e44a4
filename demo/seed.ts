import {CAMPAIGNS, DAY, type Campaign} from './seed/campaigns.ts';
import {ORDER_UPDATES} from './seed/order-updates.ts';
import {CUSTOMERS, type Customer} from './shop/customers.ts';
import {syncContact} from './shop/notifications.ts';
import {pastOrders} from './shop/orders.ts';
import {LANGUAGES, type Language} from './shop/words/index.ts';
import {PlatformClient, type ContactKey, type PlatformClientOptions} from './site/platform-client.ts';

/** From now: a demo that was left alone for a while is still full. */
const LIFETIME = 60 * DAY;
/** What is older than this has been read. */
const READ_AFTER = 30 * 60 * 60 * 1000;

/** The last customer is new: somebody has to show the empty inbox. */
const READERS = CUSTOMERS.slice(0, -1);

/** What the shop's notifications are about, as its customers call it. */
const CATEGORIES = [
  {id: 'orders', names: {en: 'Orders', uk: 'Замовлення', sv: 'Beställningar', ar: 'الطلبات'}},
  {id: 'garden', names: {en: 'Garden', uk: 'Сад', sv: 'Trädgård', ar: 'الحديقة'}},
  {id: 'offers', names: {en: 'Offers', uk: 'Пропозиції', sv: 'Erbjudanden', ar: 'العروض'}},
  {id: 'account', names: {en: 'Account', uk: 'Обліковий запис', sv: 'Konto', ar: 'الحساب'}},
];

const keyOf = (customer: Customer): ContactKey => ({externalCustomerId: customer.id});

/**
 * Fills a new demo: contacts, messages of the last weeks, and what has been read of them, all over the platform's HTTP
 * API as any customer would do it. Where in the header the bell goes, what calls attention to what arrives, and how its
 * categories are called is stored as the site's configuration.
 *
 * To be called once on an empty database.
 *
 * @throws {PlatformError} when the platform refuses something
 */
export async function seed(options: PlatformClientOptions, now = Date.now()): Promise<void> {
  const platform = new PlatformClient(options);
  await platform.call('PUT', '/v1/site/configuration', {
    placement: {selector: '#inbox-bell', position: 'beforeend'},
    toasts: true,
    attention: {title: true, favicon: true},
    categories: CATEGORIES,
  });
  for (const customer of CUSTOMERS) await syncContact(platform, customer, customer.language);
  for (const message of messages(now)) await platform.call('POST', '/v1/messages', message);
  for (const customer of READERS) await readOldMessages(options.platformUrl, platform, customer, now);
}

/** All messages, oldest first, with the moment at which each was sent. */
function messages(now: number): object[] {
  const campaigns = CAMPAIGNS.map((campaign) => ({
    at: now - campaign.age,
    ...campaignMessage(campaign, now),
  }));
  const updates = READERS.flatMap((customer) => orderMessages(customer, now));
  return [...campaigns, ...updates]
    .sort((a, b) => a.at - b.at)
    .map(({at, ...message}) => ({...message, sendAt: new Date(at).toISOString()}));
}

function campaignMessage({words, fields, actions, exceptEvery, lifetime = LIFETIME}: Campaign, now: number) {
  const inLanguage = (language: Language) => {
    const {title, content, actions: labels} = words[language];
    return {
      title,
      content,
      actions: actions?.map((action, i) => ({...action, label: labels?.[i] ?? action.id})),
    };
  };
  return {
    contacts: READERS.filter((_, i) => !exceptEvery || (i + 1) % exceptEvery !== 0).map(keyOf),
    expiryDate: new Date(now + lifetime).toISOString(),
    ...fields,
    ...inLanguage('en'),
    translations: Object.fromEntries(LANGUAGES.slice(1).map((language) => [language, inLanguage(language)])),
  };
}

function orderMessages(customer: Customer, now: number) {
  return pastOrders(customer, now).flatMap(({number, lines, placedAt}) =>
    ORDER_UPDATES.filter(({after}) => placedAt + after <= now).map(({after, title, content}) => {
      const inLanguage = (language: Language) => ({
        title: title[language].replace('{0}', number),
        content: content[language],
      });
      return {
        at: placedAt + after,
        contact: keyOf(customer),
        category: 'orders',
        entity: `order:${number}`,
        link: `/shop/orders/${number}`,
        image: `/shop/images/${lines[0]!.product.slug}.png`,
        expiryDate: new Date(now + LIFETIME).toISOString(),
        ...inLanguage('en'),
        translations: Object.fromEntries(
          LANGUAGES.slice(1).map((language) => [language, inLanguage(language)]),
        ),
      };
    }),
  );
}

/** Reads as the customer's own browser would: with a contact token, through the base contract. */
async function readOldMessages(
  platformUrl: string,
  platform: PlatformClient,
  customer: Customer,
  now: number,
): Promise<void> {
  let token = await platform.contactToken(keyOf(customer));
  const call = async (path: string, body?: object): Promise<Response> => {
    const response = await fetch(new URL(`/appinbox/v1/messages${path}`, platformUrl), {
      method: body ? 'POST' : 'GET',
      headers: {'ES-TOKEN': token, ...(body && {'Content-Type': 'application/json'})},
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`seed: the platform answered ${response.status}`);
    token = response.headers.get('ES-TOKEN') ?? token;
    return response;
  };
  const {list} = (await (await call('')).json()) as {list: {id: string; createdDate: number}[]};
  const ids = list.filter(({createdDate}) => createdDate < now - READ_AFTER).map(({id}) => id);
  if (ids.length > 0) await call('/status', {status: 'OPENED', ids});
}
