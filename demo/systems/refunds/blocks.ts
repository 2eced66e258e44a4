import {calculator} from './calculator.ts';

/** What the platform says of whom the agent has before them. */
interface Question {
  view: string;
  email?: string;
  externalId?: string;
  phoneNumber?: string;
  /** The service's own address. */
  url: string;
}

interface Account {
  name: string;
  email: string;
  externalId: string;
  phone?: string;
  credit: string;
  refunds: readonly (readonly [order: string, date: string, amount: string, state: string])[];
  returnable: readonly {name: string; price: number}[];
}

const ACCOUNTS: readonly Account[] = [
  {
    name: 'Maya Okafor',
    email: 'maya.okafor@example.com',
    externalId: 'tilth-1001',
    phone: '+441174960101',
    credit: '£6.40',
    refunds: [
      ['T-1904', '3 Oct 2026', '£17.90', 'Paid out'],
      ['T-1502', '11 Mar 2026', '£4.20', 'As credit'],
    ],
    returnable: [
      {name: 'Nantes carrot, 2 packets', price: 5.8},
      {name: 'Black Krim tomato', price: 3.4},
      {name: 'Propagator, small', price: 24},
    ],
  },
  {
    name: 'Tom Whitfield',
    email: 'tom.whitfield@example.com',
    externalId: 'tilth-1002',
    phone: '+441422960102',
    credit: '£0.00',
    refunds: [],
    returnable: [{name: 'Chioggia beetroot, 4 packets', price: 11.2}],
  },
];

/** The answer of a client integration: blocks for the widget beside a conversation. */
export function refundBlocks({view, email, externalId, phoneNumber, url}: Question): object {
  const account = ACCOUNTS.find(
    (candidate) =>
      candidate.email === email || candidate.externalId === externalId || candidate.phone === phoneNumber,
  );
  if (!account) {
    return {
      contactName: null,
      contactLink: null,
      blocks: [
        {
          name: 'Refunds',
          icon: 'currency_exchange',
          data: [{type: 'list', rows: [{label: 'Account', text: `None for this ${view || 'contact'}`}]}],
        },
      ],
    };
  }
  const {name, credit, refunds, returnable} = account;
  const headers = ['Order', 'Date', 'Amount', 'State'].map((text) => ({text}));
  const rows = refunds.map((cells) => cells.map((text) => ({text})));
  return {
    contactName: name,
    contactLink: {url: `${url}/#${account.externalId}`, text: 'Open in refunds'},
    blocks: [
      {
        name: 'Refunds',
        icon: 'currency_exchange',
        data: [
          {
            type: 'list',
            rows: [
              {label: 'Store credit', text: credit},
              {label: 'Refunds this year', text: String(refunds.length)},
            ],
          },
          ...(rows.length > 0 ? [{type: 'table', headers, rows}] : []),
        ],
      },
      {
        name: 'Work out a refund',
        icon: 'calculate',
        data: [{type: 'html', html: calculator(returnable)}],
      },
      {
        name: 'Returns',
        icon: 'assignment_return',
        data: [
          {
            type: 'accordion',
            items: [
              {
                name: 'Policy',
                icon: 'policy',
                open: false,
                data: [
                  {
                    type: 'list',
                    rows: [
                      {label: 'Seeds', text: 'Unopened, within 60 days'},
                      {label: 'Tools', text: 'Within 30 days, with the receipt'},
                      {label: 'Living plants', text: 'A photo is enough, within 14 days'},
                    ],
                  },
                ],
              },
              {
                name: 'Return address',
                icon: 'local_shipping',
                data: [
                  {type: 'list', rows: [{label: 'Send to', text: 'Tilth Returns, Unit 4, Bristol BS3 4EA'}]},
                ],
              },
            ],
          },
        ],
      },
    ],
  };
}
