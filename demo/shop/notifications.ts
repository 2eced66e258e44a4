import {randomUUID} from 'node:crypto';
import type {PlatformClient} from '../site/platform-client.ts';
import type {Customer} from './customers.ts';
import {PACKING_TIME, totalOf, type Order} from './orders.ts';
import {LANGUAGES, speechIn, type Language} from './words/index.ts';

type Text = Record<Language, (number: string, price: string) => {title: string; content: string}>;

const CONFIRMED: Text = {
  en: (number, price) => ({
    title: `Order ${number} confirmed`,
    content: `Thank you! ${price} in all. We are packing your seeds now.`,
  }),
  uk: (number, price) => ({
    title: `Замовлення ${number} підтверджено`,
    content: `Дякуємо! Разом ${price}. Уже пакуємо ваше насіння.`,
  }),
  sv: (number, price) => ({
    title: `Beställning ${number} är bekräftad`,
    content: `Tack! Summa ${price}. Vi packar dina fröer nu.`,
  }),
  ar: (number, price) => ({
    title: `تم تأكيد الطلب ${number}`,
    content: `شكرًا لك! المجموع ${price}. نعبئ بذورك الآن.`,
  }),
};

const PACKED: Text = {
  en: (number) => ({
    title: `Order ${number} is packed`,
    content: 'It leaves with the next post and fits through your letterbox.',
  }),
  uk: (number) => ({
    title: `Замовлення ${number} спаковано`,
    content: 'Вирушає найближчою поштою й пролізе у вашу скриньку.',
  }),
  sv: (number) => ({
    title: `Beställning ${number} är packad`,
    content: 'Den går med nästa post och ryms i brevlådan.',
  }),
  ar: (number) => ({title: `الطلب ${number} جاهز`, content: 'سيغادر مع البريد القادم ويتسع له صندوق بريدك.'}),
};

/** Tells the platform who the customer is, and in which language to write. */
export async function syncContact(
  platform: PlatformClient,
  customer: Customer,
  language: Language,
): Promise<void> {
  await platform.saveContact({
    externalCustomerId: customer.id,
    email: customer.email,
    firstName: customer.firstName,
    lastName: customer.lastName,
    language,
  });
}

/** Tells the customer that the order is in, and, when it will be, that it is packed. */
export async function announceOrder(
  platform: PlatformClient,
  customer: Customer,
  order: Order,
): Promise<void> {
  const common = {
    contact: {externalCustomerId: customer.id},
    link: `/shop/orders/${order.number}`,
    image: `/shop/images/${order.lines[0]!.product.slug}.png`,
    category: 'orders',
    entity: `order:${order.number}`,
  };
  await platform.send({...common, ...inAllLanguages(CONFIRMED, order)}, randomUUID());
  const sendAt = new Date(order.placedAt + PACKING_TIME).toISOString();
  await platform.send({...common, ...inAllLanguages(PACKED, order), sendAt}, randomUUID());
}

function inAllLanguages(text: Text, order: Order) {
  const total = totalOf(order.lines);
  const [base, ...others] = LANGUAGES.map(
    (language) => [language, text[language](order.number, speechIn(language).price(total))] as const,
  );
  return {...base![1], translations: Object.fromEntries(others)};
}
