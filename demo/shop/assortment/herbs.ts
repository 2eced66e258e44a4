import type {Product} from '../products.ts';

export const HERBS: readonly Product[] = [
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
