import type {Language} from '../shop/words/index.ts';
import {DAY, HOUR} from './campaigns.ts';

interface Update {
  /** After the order was placed: milliseconds. */
  after: number;
  title: Record<Language, string>;
  content: Record<Language, string>;
}

/** What a customer hears between the order and the letterbox. `{0}` is the order's number. */
export const ORDER_UPDATES: readonly Update[] = [
  {
    after: 0,
    title: {
      en: 'Order {0} confirmed',
      uk: 'Замовлення {0} підтверджено',
      sv: 'Beställning {0} är bekräftad',
      ar: 'تم تأكيد الطلب {0}',
    },
    content: {
      en: 'Thank you! We are packing your seeds.',
      uk: 'Дякуємо! Пакуємо ваше насіння.',
      sv: 'Tack! Vi packar dina fröer.',
      ar: 'شكرًا لك! نعبئ بذورك.',
    },
  },
  {
    after: 9 * HOUR,
    title: {
      en: 'Order {0} is on its way',
      uk: 'Замовлення {0} у дорозі',
      sv: 'Beställning {0} är på väg',
      ar: 'الطلب {0} في الطريق',
    },
    content: {
      en: 'It left this evening and fits through your letterbox.',
      uk: 'Виїхало ввечері й пролізе у вашу поштову скриньку.',
      sv: 'Den gick iväg i kväll och ryms i brevlådan.',
      ar: 'غادر هذا المساء ويتسع له صندوق بريدك.',
    },
  },
  {
    after: 2.1 * DAY,
    title: {
      en: 'Order {0} was delivered',
      uk: 'Замовлення {0} доставлено',
      sv: 'Beställning {0} är levererad',
      ar: 'تم تسليم الطلب {0}',
    },
    content: {
      en: 'Keep the packets cool and dry until you sow.',
      uk: 'До сівби тримайте пакетики в сухому й прохолодному місці.',
      sv: 'Förvara påsarna svalt och torrt tills du sår.',
      ar: 'احفظ الأكياس في مكان بارد وجاف حتى تزرع.',
    },
  },
];
