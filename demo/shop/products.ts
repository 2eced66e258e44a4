import type {Language} from './words/index.ts';

export const KINDS = ['vegetables', 'flowers', 'herbs'] as const;
export type Kind = (typeof KINDS)[number];

export interface Product {
  /** Also the name of its picture: `/shop/images/<slug>.svg`, and `.png` for a notification. */
  slug: string;
  kind: Kind;
  /** The cultivar's name, the same in every language. */
  cultivar: string;
  latin: string;
  /** What it is, and one line about it. */
  text: Record<Language, {name: string; line: string}>;
  /** Euro cents. */
  price: number;
  /** Seeds in a packet. */
  seeds: number;
  /** Months, 1 to 12: the first and the last in which to sow, and to harvest. */
  sow: readonly [number, number];
  harvest: readonly [number, number];
}

export const PRODUCTS: readonly Product[] = [
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
    slug: 'genovese',
    kind: 'herbs',
    cultivar: 'Genovese',
    latin: 'Ocimum basilicum',
    price: 260,
    seeds: 300,
    sow: [3, 7],
    harvest: [5, 10],
    text: {
      en: {
        name: 'Basil',
        line: 'The one for pesto. Pinch out the tips every week and it will feed you until the first frost.',
      },
      uk: {
        name: 'Базилік',
        line: 'Саме той, для песто. Прищипуйте верхівки щотижня, і він годуватиме вас до перших морозів.',
      },
      sv: {
        name: 'Basilika',
        line: 'Den till pesto. Nyp topparna varje vecka så räcker den till första frosten.',
      },
      ar: {name: 'ريحان', line: 'هو ريحان البيستو. اقطف الأطراف كل أسبوع وسيكفيك حتى أول صقيع.'},
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
  {
    slug: 'mammoth',
    kind: 'herbs',
    cultivar: 'Mammoth',
    latin: 'Anethum graveolens',
    price: 230,
    seeds: 500,
    sow: [4, 8],
    harvest: [6, 10],
    text: {
      en: {
        name: 'Dill',
        line: 'Leaf for the new potatoes, flower for the pickles, seed for the bread. Hates being moved.',
      },
      uk: {
        name: 'Кріп',
        line: 'Листя до молодої картоплі, цвіт до солінь, насіння до хліба. Не любить пересаджування.',
      },
      sv: {
        name: 'Krondill',
        line: 'Blad till färskpotatisen, kronor till gurkan, frön till brödet. Vill inte flyttas.',
      },
      ar: {name: 'شبت', line: 'ورقه للبطاطا الجديدة، وزهره للمخلل، وبذره للخبز. ولا يحب أن يُنقل.'},
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
  {
    slug: 'bodegold',
    kind: 'herbs',
    cultivar: 'Bodegold',
    latin: 'Matricaria chamomilla',
    price: 250,
    seeds: 900,
    sow: [3, 9],
    harvest: [5, 9],
    text: {
      en: {
        name: 'Chamomile',
        line: 'Scatter it on bare ground and walk away. Dry the heads on a tray for a winter of tea.',
      },
      uk: {
        name: 'Ромашка',
        line: 'Розсипте по голій землі й забудьте. Квіти висушіть на таці: чаю вистачить на всю зиму.',
      },
      sv: {
        name: 'Kamomill',
        line: 'Strö den på bar jord och gå därifrån. Torka blommorna på en bricka till vinterns te.',
      },
      ar: {name: 'بابونج', line: 'انثره على أرض مكشوفة وامضِ. جفف الرؤوس على صينية لشاي الشتاء كله.'},
    },
  },
];

export function findProduct(slug: unknown): Product | undefined {
  return PRODUCTS.find((product) => product.slug === slug);
}
