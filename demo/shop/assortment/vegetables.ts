import type {Product} from '../products.ts';

export const VEGETABLES: readonly Product[] = [
  {
    slug: 'black-krim',
    kind: 'vegetables',
    cultivar: 'Black Krim',
    latin: 'Solanum lycopersicum',
    price: 390,
    seeds: 15,
    sow: [2, 4],
    harvest: [7, 10],
    text: {
      en: {
        name: 'Tomato',
        line: 'Dark, salty-sweet beefsteak from the Black Sea coast. Grows tall; give it a wall that faces south.',
      },
      uk: {
        name: 'Томат',
        line: 'Темний, солодкувато-солоний томат із чорноморського узбережжя. Росте високим, любить південну стіну.',
      },
      sv: {
        name: 'Tomat',
        line: 'Mörk bifftomat från Svarta havets kust, söt med sälta. Blir hög och vill stå mot en sydvägg.',
      },
      ar: {
        name: 'طماطم',
        line: 'طماطم داكنة كبيرة من ساحل البحر الأسود، حلوة مع لمسة مالحة. تنمو عالية وتحب الجدار الجنوبي.',
      },
    },
  },
  {
    slug: 'meteor',
    kind: 'vegetables',
    cultivar: 'Meteor',
    latin: 'Pisum sativum',
    price: 290,
    seeds: 200,
    sow: [2, 6],
    harvest: [5, 9],
    text: {
      en: {
        name: 'Garden pea',
        line: 'Knee-high and hardy. Sow it in a gutter on the windowsill while there is still snow outside.',
      },
      uk: {
        name: 'Горох',
        line: 'Низький і витривалий. Сійте його в жолобку на підвіконні, поки надворі ще лежить сніг.',
      },
      sv: {
        name: 'Märgärt',
        line: 'Knähög och härdig. Så den i en takränna på fönsterbrädan medan snön ligger kvar ute.',
      },
      ar: {name: 'بازلاء', line: 'قصيرة وقوية. ازرعها في مزراب على حافة النافذة والثلج ما زال في الخارج.'},
    },
  },
  {
    slug: 'chioggia',
    kind: 'vegetables',
    cultivar: 'Chioggia',
    latin: 'Beta vulgaris',
    price: 280,
    seeds: 180,
    sow: [3, 7],
    harvest: [6, 10],
    text: {
      en: {
        name: 'Beetroot',
        line: 'Candy-striped rings and a mild, sweet root. Slice it raw: the stripes fade when you cook it.',
      },
      uk: {
        name: 'Буряк',
        line: 'Смугастий, як льодяник, ніжний і солодкий. Їжте сирим: після варіння смуги бліднуть.',
      },
      sv: {
        name: 'Polkabeta',
        line: 'Ringar som en polkagris och en mild, söt smak. Skiva den rå, ränderna bleknar när den kokas.',
      },
      ar: {name: 'شمندر', line: 'حلقات مخططة كالحلوى وطعم حلو خفيف. قطّعه نيئًا، فالخطوط تبهت عند الطهي.'},
    },
  },
  {
    slug: 'nantes',
    kind: 'vegetables',
    cultivar: 'Nantes',
    latin: 'Daucus carota',
    price: 240,
    seeds: 700,
    sow: [3, 7],
    harvest: [6, 11],
    text: {
      en: {name: 'Carrot', line: 'Blunt, crisp, nearly coreless. Sow thinly, and again every three weeks.'},
      uk: {
        name: 'Морква',
        line: 'Тупоноса, хрустка, майже без серцевини. Сійте рідко й повторюйте кожні три тижні.',
      },
      sv: {name: 'Morot', line: 'Trubbig, krispig, nästan utan kärna. Så glest, och igen var tredje vecka.'},
      ar: {name: 'جزر', line: 'مقرمش وبلا قلب تقريبًا. ازرعه متباعدًا وكرر كل ثلاثة أسابيع.'},
    },
  },
  {
    slug: 'nero-kale',
    kind: 'vegetables',
    cultivar: 'Nero di Toscana',
    latin: 'Brassica oleracea',
    price: 270,
    seeds: 150,
    sow: [4, 7],
    harvest: [9, 12],
    text: {
      en: {
        name: 'Kale',
        line: 'Long, blistered, almost black leaves. Stands through the winter and tastes better for it.',
      },
      uk: {
        name: 'Кале',
        line: 'Довге, пухирчасте, майже чорне листя. Стоїть усю зиму й від цього лише смачнішає.',
      },
      sv: {
        name: 'Svartkål',
        line: 'Långa, bubbliga, nästan svarta blad. Står ute hela vintern och smakar bättre för det.',
      },
      ar: {name: 'كرنب أسود', line: 'أوراق طويلة مجعّدة شبه سوداء. يصمد طوال الشتاء ويزداد طعمه طيبًا.'},
    },
  },
];
