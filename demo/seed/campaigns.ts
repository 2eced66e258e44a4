import type {Language} from '../shop/words/index.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Words {
  title: string;
  content?: string;
  /** Labels of the actions, in their order. */
  actions?: readonly string[];
}

/** Something the shop told its customers. */
export interface Campaign {
  /** How long ago: milliseconds. */
  age: number;
  words: Record<Language, Words>;
  /** Every field but the words, as the sending API takes it. */
  fields: object;
  actions?: readonly {id: string; link?: string; style?: 'primary' | 'secondary'}[];
  /** How long it lives from now: milliseconds. @default two months */
  lifetime?: number;
  /** Leaves this customer out: by their place in the list. */
  exceptEvery?: number;
}

/** Written as a shop would write them, so that every kind of row is to be seen. */
export const CAMPAIGNS: readonly Campaign[] = [
  {
    age: 25 * DAY,
    fields: {category: 'account', severity: 'low'},
    words: {
      en: {
        title: 'Welcome to Tilth',
        content: 'This is where we tell you about your orders, and when it is time to sow.',
      },
      uk: {
        title: 'Вітаємо в Tilth',
        content: 'Тут ми розповідатимемо про ваші замовлення й нагадуватимемо, коли сіяти.',
      },
      sv: {
        title: 'Välkommen till Tilth',
        content: 'Här berättar vi om dina beställningar och när det är dags att så.',
      },
      ar: {title: 'أهلًا بك في تِلث', content: 'هنا نخبرك عن طلباتك ومتى يحين وقت الزراعة.'},
    },
  },
  {
    age: 8 * DAY,
    fields: {
      category: 'orders',
      severity: 'low',
      link: '/shop/orders',
      customData: {avatar: {name: 'Owen Hughes', image: '/desk/assets/agent-owen.svg'}},
    },
    exceptEvery: 3,
    words: {
      en: {
        title: 'Did they come up?',
        content: 'Tell us how your last packets germinated. Two questions, no stars.',
      },
      uk: {
        title: 'Чи зійшло?',
        content: 'Розкажіть, як проросли ваші останні пакетики. Два запитання, жодних зірочок.',
      },
      sv: {
        title: 'Kom de upp?',
        content: 'Berätta hur dina senaste påsar grodde. Två frågor, inga stjärnor.',
      },
      ar: {title: 'هل نبتت؟', content: 'أخبرنا كيف نبتت أكياسك الأخيرة. سؤالان بلا نجوم.'},
    },
  },
  {
    age: 6 * DAY,
    fields: {category: 'offers', image: '/shop/images/black-krim.png', link: '/shop/products/black-krim'},
    words: {
      en: {
        title: 'Black Krim is back',
        content: 'The new harvest is in: 900 packets, about three weeks’ worth.',
      },
      uk: {title: 'Black Krim знову є', content: 'Новий урожай уже тут: 900 пакетиків, десь на три тижні.'},
      sv: {
        title: 'Black Krim är tillbaka',
        content: 'Den nya skörden är inne: 900 påsar, räcker ungefär tre veckor.',
      },
      ar: {title: 'عادت Black Krim', content: 'وصل المحصول الجديد: 900 كيس تكفي نحو ثلاثة أسابيع.'},
    },
  },
  {
    age: 5 * DAY,
    fields: {
      category: 'garden',
      image: '/shop/images/nero-kale.png',
      link: '/shop/products/nero-kale',
      customData: {avatar: {name: 'Elin Sandberg', image: '/desk/assets/agent-elin.svg'}},
    },
    words: {
      en: {
        title: 'Growing diary: the year the kale won',
        content:
          'We sowed it in May, lost half of it to pigeons in June, and netted the rest. By September it stood to the hip. The first frost came on 19 October and turned the leaves sweet, as it does: the plant makes sugar so that it does not freeze. We have picked from the bottom up twice a week since then and there is no end in sight. Three things we would do again: sow late, plant deep, and leave it alone in August. One we would not: plant it next to the path, where it soaks every visitor after rain.',
      },
      uk: {
        title: 'Щоденник: рік, коли перемогла капуста',
        content:
          'Посіяли в травні, у червні половину склювали голуби, решту накрили сіткою. До вересня вона була по пояс. Перший мороз прийшов 19 жовтня і зробив листя солодким: рослина виробляє цукор, щоб не замерзнути. Відтоді двічі на тиждень зриваємо знизу вгору, і кінця не видно. Три речі зробили б знову: сіяти пізно, садити глибоко і не чіпати в серпні. Одну не повторили б: не садіть біля стежки, бо після дощу вона змочить кожного гостя.',
      },
      sv: {
        title: 'Odlingsdagbok: året då kålen vann',
        content:
          'Vi sådde i maj, duvorna tog hälften i juni och resten fick nät. I september nådde den till höften. Första frosten kom den 19 oktober och gjorde bladen söta: plantan bildar socker för att inte frysa. Sedan dess har vi skördat nerifrån två gånger i veckan och något slut syns inte. Tre saker gör vi om: så sent, plantera djupt och låt den vara i augusti. En gör vi inte om: plantera den vid gången, där den blöter ner varje gäst efter regn.',
      },
      ar: {
        title: 'يوميات الزراعة: عام انتصار الكرنب',
        content:
          'زرعناه في أيار، وأكل الحمام نصفه في حزيران، فغطينا الباقي بشبكة. في أيلول بلغ الخصر. جاء أول صقيع في 19 تشرين الأول فحلّى الأوراق: تصنع النبتة السكر كي لا تتجمد. ومنذئذ نقطف من الأسفل إلى الأعلى مرتين في الأسبوع ولا نهاية تلوح. ثلاثة أمور نكررها: الزراعة متأخرًا، والغرس عميقًا، وتركه وشأنه في آب. وأمر لا نكرره: غرسه قرب الممر حيث يبلل كل زائر بعد المطر.',
      },
    },
  },
  {
    age: 4 * DAY,
    fields: {category: 'garden', link: '/shop/?kind=herbs', openInNewTab: true},
    exceptEvery: 4,
    words: {
      en: {title: 'Herbs that forgive a dark windowsill'},
      uk: {title: 'Зелень, якій вистачить і темного підвіконня'},
      sv: {title: 'Örter som klarar ett mörkt fönster'},
      ar: {title: 'أعشاب تتحمل نافذة قليلة الضوء'},
    },
  },
  {
    age: 2 * DAY,
    fields: {
      category: 'account',
      pinned: true,
      link: '/shop/',
      customData: {reward: 'free-packet', packets: 10},
    },
    actions: [{id: 'choose', link: '/shop/', style: 'primary'}, {id: 'later'}],
    words: {
      en: {
        title: 'A free packet is waiting',
        content: 'Ten packets bought, the eleventh is ours. Choose any one; it is yours until spring.',
        actions: ['Choose one', 'Later'],
      },
      uk: {
        title: 'На вас чекає безкоштовний пакетик',
        content: 'Десять куплено, одинадцятий – від нас. Оберіть будь-який: він ваш до весни.',
        actions: ['Обрати', 'Пізніше'],
      },
      sv: {
        title: 'En gratis påse väntar',
        content: 'Tio påsar köpta, den elfte bjuder vi på. Välj vilken du vill, den är din till våren.',
        actions: ['Välj en', 'Senare'],
      },
      ar: {
        title: 'كيس مجاني بانتظارك',
        content: 'اشتريت عشرة أكياس، والحادي عشر هدية منا. اختر ما تشاء، فهو لك حتى الربيع.',
        actions: ['اختر', 'لاحقًا'],
      },
    },
  },
  {
    age: DAY + 3 * HOUR,
    fields: {category: 'garden'},
    words: {
      en: {
        title: 'Three things to do this week',
        content:
          '<ul><li><b>Plant garlic</b> before the ground freezes</li><li>Cut down the <i>asparagus</i> ferns</li><li>Sow <a href="/shop/products/meteor">Meteor peas</a> under glass</li></ul>',
      },
      uk: {
        title: 'Три справи на цей тиждень',
        content:
          '<ul><li><b>Посадіть часник</b>, поки не замерзла земля</li><li>Зріжте пагони <i>спаржі</i></li><li>Посійте <a href="/shop/products/meteor">горох Meteor</a> під склом</li></ul>',
      },
      sv: {
        title: 'Tre saker att göra i veckan',
        content:
          '<ul><li><b>Sätt vitlök</b> innan tjälen kommer</li><li>Klipp ner <i>sparrisen</i></li><li>Så <a href="/shop/products/meteor">ärten Meteor</a> under glas</li></ul>',
      },
      ar: {
        title: 'ثلاثة أعمال لهذا الأسبوع',
        content:
          '<ul><li><b>ازرع الثوم</b> قبل أن تتجمد الأرض</li><li>قص سيقان <i>الهليون</i></li><li>ازرع <a href="/shop/products/meteor">بازلاء Meteor</a> تحت الزجاج</li></ul>',
      },
    },
  },
  {
    age: 5 * HOUR,
    fields: {
      category: 'garden',
      customData: {avatar: {name: 'Nadia Petrenko', image: '/desk/assets/agent-nadia.svg'}},
    },
    words: {
      en: {
        title: 'Nadia answered your question',
        content:
          '“Yes, in a pot on the balcony it will be fine. Eight litres, and not a day without water in July.”',
      },
      uk: {
        title: 'Надія відповіла на ваше запитання',
        content:
          '«Так, у горщику на балконі йому буде добре. Вісім літрів – і жодного дня без води в липні.»',
      },
      sv: {
        title: 'Nadia har svarat på din fråga',
        content: '”Ja, i kruka på balkongen går det fint. Åtta liter, och inte en dag utan vatten i juli.”',
      },
      ar: {
        title: 'أجابت ناديا عن سؤالك',
        content: '«نعم، ستنمو جيدًا في أصيص على الشرفة: ثمانية لترات، ولا يوم بلا ماء في تموز.»',
      },
    },
  },
  {
    age: 3 * HOUR,
    fields: {
      category: 'offers',
      image: '/shop/images/velvet-queen.png',
      link: '/shop/products/velvet-queen',
      customData: {was: 390, now: 320},
    },
    actions: [{id: 'buy', link: '/shop/products/velvet-queen', style: 'primary'}, {id: 'dismiss'}],
    words: {
      en: {
        title: 'Price drop: Velvet Queen',
        content: 'The sunflower you looked at is now €3.20 instead of €3.90.',
        actions: ['See the packet', 'No, thanks'],
      },
      uk: {
        title: 'Подешевшав Velvet Queen',
        content: 'Соняшник, який ви переглядали, тепер 3,20\u00a0€ замість 3,90\u00a0€.',
        actions: ['Переглянути', 'Ні, дякую'],
      },
      sv: {
        title: 'Prissänkt: Velvet Queen',
        content: 'Solrosen du tittade på kostar nu 3,20\u00a0€ i stället för 3,90\u00a0€.',
        actions: ['Se påsen', 'Nej tack'],
      },
      ar: {
        title: 'انخفض سعر Velvet Queen',
        content: 'دوار الشمس الذي شاهدته صار بسعر 3.20\u00a0€ بدل 3.90\u00a0€.',
        actions: ['شاهد الكيس', 'لا، شكرًا'],
      },
    },
  },
  {
    age: 35 * MINUTE,
    fields: {category: 'garden', severity: 'high'},
    lifetime: 2 * DAY,
    exceptEvery: 5,
    words: {
      en: {
        title: 'Frost tonight',
        content: 'Down to −4 °C in your area. Cover the seedlings and bring the basil in.',
      },
      uk: {
        title: 'Уночі мороз',
        content: 'У вашому краї до −4 °C. Накрийте розсаду й занесіть базилік у дім.',
      },
      sv: {title: 'Frost i natt', content: 'Ner till −4 °C hos dig. Täck småplantorna och ta in basilikan.'},
      ar: {
        title: 'صقيع هذه الليلة',
        content: 'تنخفض الحرارة في منطقتك إلى 4 تحت الصفر. غطِّ الشتلات وأدخل الريحان.',
      },
    },
  },
  {
    age: 6 * MINUTE,
    fields: {category: 'offers', image: '/shop/images/iceland.png', link: '/shop/products/iceland'},
    words: {
      en: {
        title: 'New: Iceland poppy',
        content: 'Crumpled silk in orange and coral, from seed we saved ourselves.',
      },
      uk: {
        title: 'Новинка: мак Iceland',
        content: 'Зім’ятий шовк помаранчевого й коралового кольору з нашого власного насіння.',
      },
      sv: {
        title: 'Nyhet: vallmon Iceland',
        content: 'Skrynkligt siden i orange och korall, från frön vi sparat själva.',
      },
      ar: {title: 'جديد: خشخاش Iceland', content: 'حرير مجعّد بالبرتقالي والمرجاني من بذور حفظناها بأنفسنا.'},
    },
  },
];
