import type {Product} from '../products.ts';

export const FLOWERS: readonly Product[] = [
  {
    slug: 'velvet-queen',
    kind: 'flowers',
    cultivar: 'Velvet Queen',
    latin: 'Helianthus annuus',
    price: 320,
    seeds: 25,
    sow: [4, 6],
    harvest: [7, 10],
    text: {
      en: {
        name: 'Sunflower',
        line: 'Rust and burgundy, two metres tall, many heads to a stem. The goldfinches finish what you leave.',
      },
      uk: {
        name: 'Соняшник',
        line: 'Іржаво-бордовий, два метри заввишки, багато суцвіть на стеблі. Решту доїдять щиглики.',
      },
      sv: {
        name: 'Solros',
        line: 'Rost och vinrött, två meter hög, många blommor på varje stjälk. Steglitsorna tar det du lämnar.',
      },
      ar: {
        name: 'دوار الشمس',
        line: 'بلون الصدأ والنبيذ، بارتفاع مترين ورؤوس كثيرة على الساق. وما تتركه تأكله الحساسين.',
      },
    },
  },
  {
    slug: 'iceland',
    kind: 'flowers',
    cultivar: 'Iceland',
    latin: 'Papaver nudicaule',
    price: 310,
    seeds: 400,
    sow: [3, 6],
    harvest: [6, 9],
    text: {
      en: {
        name: 'Poppy',
        line: 'Crumpled silk in orange and coral. Cut the buds as they crack and they will open in the vase.',
      },
      uk: {
        name: 'Мак',
        line: 'Зім’ятий шовк помаранчевого й коралового кольору. Зрізайте пуп’янки, щойно тріснуть: розкриються у вазі.',
      },
      sv: {
        name: 'Sibirisk vallmo',
        line: 'Skrynkligt siden i orange och korall. Skär knopparna när de spricker, så slår de ut i vasen.',
      },
      ar: {
        name: 'خشخاش',
        line: 'حرير مجعّد بالبرتقالي والمرجاني. اقطع البراعم حين تتشقق وستتفتح في المزهرية.',
      },
    },
  },
  {
    slug: 'empress',
    kind: 'flowers',
    cultivar: 'Empress of India',
    latin: 'Tropaeolum majus',
    price: 300,
    seeds: 30,
    sow: [4, 6],
    harvest: [6, 10],
    text: {
      en: {
        name: 'Nasturtium',
        line: 'Scarlet over blue-green leaves. Neglect suits it: poor soil, more flowers. All of it is edible.',
      },
      uk: {
        name: 'Настурція',
        line: 'Червоні квіти над сизим листям. Любить занедбаність: що бідніший ґрунт, то більше цвіту. Уся їстівна.',
      },
      sv: {
        name: 'Krasse',
        line: 'Scharlakansrött över blågröna blad. Trivs med vanvård: mager jord ger fler blommor. Allt går att äta.',
      },
      ar: {
        name: 'أبو خنجر',
        line: 'قرمزي فوق أوراق زرقاء مخضرة. يناسبه الإهمال: تربة أفقر وأزهار أكثر. وكله صالح للأكل.',
      },
    },
  },
  {
    slug: 'blue-ball',
    kind: 'flowers',
    cultivar: 'Blue Ball',
    latin: 'Centaurea cyanus',
    price: 260,
    seeds: 150,
    sow: [3, 9],
    harvest: [6, 9],
    text: {
      en: {
        name: 'Cornflower',
        line: 'The blue of work shirts. Sow it in September and it flowers a month before everyone else’s.',
      },
      uk: {
        name: 'Волошка',
        line: 'Синя, як робоча сорочка. Посійте у вересні, і зацвіте на місяць раніше, ніж у сусідів.',
      },
      sv: {
        name: 'Blåklint',
        line: 'Blå som en arbetsskjorta. Så i september, så blommar den en månad före alla andras.',
      },
      ar: {name: 'قنطريون', line: 'أزرق كقمصان العمل. ازرعه في أيلول ليزهر قبل غيره بشهر.'},
    },
  },
];
