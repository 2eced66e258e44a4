import {expect} from '@open-wc/testing';
import {resolve} from '../../../src/agent/templates/resolve.ts';
import type {Scope, Warning} from '../../../src/agent/templates/scope.ts';
import type {Template} from '../../../src/agent/templates/template.ts';
import {boxOf, linesOf} from './support/box.ts';

const customer = {
  customer_id: 12345,
  tier: 'Gold',
  support_tier: 'Priority',
  status: 'Active',
  lifetime_value: 2850,
  last_purchase: '2024-01-15',
};

const card: Template = {
  version: 1,
  type: 'card',
  title: 'Customer Information',
  defaults: {currency: 'USD', locale: 'en-US'},
  sections: [
    {
      type: 'key-value-list',
      items: [
        {label: 'Customer ID', value: '{{customer_id}}', badge: {value: '{{tier}}', tone: 'accent'}},
        {label: 'Support Tier', value: '{{support_tier}}', badge: {value: '{{status}}'}},
      ],
    },
    {type: 'separator'},
    {
      type: 'key-value-list',
      title: 'Financial Summary',
      when: {path: 'lifetime_value', op: 'gt', value: 0},
      items: [
        {label: 'Lifetime Value', value: '{{lifetime_value}}', format: {kind: 'currency'}},
        {label: 'Last Purchase', value: '{{last_purchase}}', format: {kind: 'date', style: 'medium'}},
      ],
    },
  ],
};

/** What sections show of data, as lines. */
function show(sections: unknown[], data: unknown, scope: Scope = {}): string[] {
  return linesOf(resolve({version: 1, type: 'simple', sections}, data, {timeZone: 'UTC', now: 0, ...scope}));
}
const pair = (value: string, more: object = {}) => ({type: 'key-value-list', items: [{value, ...more}]});
/** What one value becomes. */
const shown = (value: string, data: unknown, more: object = {}, scope: Scope = {}) =>
  show([pair(value, more)], data, scope)[0];

describe('a display template', () => {
  it('gives the card of the documentation, to the letter', () => {
    expect(boxOf(resolve(card, customer))).to.equal(
      [
        '┌─ Customer Information ─────────────────┐',
        '│ Customer ID 12345 [Gold] │',
        '│ Support Tier Priority [Active] │',
        '│ ────────────────────────────────────── │',
        '│ Financial Summary │',
        '│ Lifetime Value $2,850.00 │',
        '│ Last Purchase Jan 15, 2024 │',
        '└────────────────────────────────────────┘',
      ].join('\n'),
    );
  });

  it('leaves out a section whose condition does not hold', () => {
    expect(linesOf(resolve(card, {...customer, lifetime_value: 0}))).not.to.include('Financial Summary');
  });

  it('reads templates from before there were versions, and formats in short', () => {
    const old = {
      type: 'card',
      title: 'Plan',
      sections: [pair('{{subscription.plan}}', {label: 'Plan', type: 'badge'})],
    };
    expect(linesOf(resolve(old, {subscription: {plan: 'Pro'}}))).to.deep.equal(['Plan', 'Plan [Pro]']);
  });

  it('says so where it is of a newer version, and shows nothing of it', () => {
    expect(linesOf(resolve({...card, version: 2}, customer))[0]).to.contain('newer version');
  });

  it('says so where it is none', () => {
    for (const template of [null, 1, 'x', [], {version: 'a', sections: []}])
      expect(linesOf(resolve(template, {}))[0]).to.contain('cannot be read');
  });

  it('says that a part is unknown, and shows the others', () => {
    const lines = show([{type: 'hologram'}, {type: 'text', content: 'still here'}, null], {});
    expect(lines).to.deep.equal(['Unsupported part: hologram', 'still here', 'Unsupported part']);
  });
});

describe('a repeated section', () => {
  const data = {
    currency: 'EUR',
    id: 'outside',
    orders: [
      {id: 'A', total: 99.5, state: 'paid', lines: [{n: 1}, {n: 2}]},
      {id: 'B', total: '5', state: 'cancelled'},
      {total: 20, state: 'paid'},
    ],
  };
  const repeat = (more: object) => ({type: 'repeat', source: 'orders', sections: [], ...more});

  it('knows the entry, its index, the parent and the root', () => {
    const inner = {
      type: 'repeat',
      source: 'lines',
      sections: [{type: 'text', content: '{{index}} {{n}} {{parent.id}} {{root.currency}} {{item.n}}'}],
    };
    expect(show([repeat({sections: [inner], itemTitle: '{{id}}'})], data)).to.include.members([
      '0 1 A EUR 1',
      '1 2 A EUR 2',
    ]);
  });

  it('never takes a field that an entry lacks from around it', () => {
    const titles = show([repeat({itemTitle: 'Order {{id}}'})], data);
    expect(titles).to.deep.equal(['Order A', 'Order B', 'Order']);
  });

  it('filters and sorts, and puts what has no value last', () => {
    const filtered = repeat({itemTitle: '{{id}}', filter: {path: 'state', op: 'ne', value: 'cancelled'}});
    expect(show([filtered], data)).to.deep.equal(['A', '']);
    const sorted = (dir: string) => show([repeat({itemTitle: '{{total}}', sort: {by: 'total', dir}})], data);
    expect(sorted('asc')).to.deep.equal(['5', '20', '99.5']);
    expect(sorted('desc')).to.deep.equal(['99.5', '20', '5']);
    const byId = repeat({itemTitle: '{{total}}', sort: {by: 'id', dir: 'desc'}});
    expect(show([byId], data)).to.deep.equal(['5', '99.5', '20']);
  });

  it('says its own words where there is no entry', () => {
    expect(show([repeat({source: 'none', empty: 'No orders'})], data)).to.deep.equal(['No orders']);
  });

  it('goes through lists of bare values', () => {
    const list = {type: 'list', source: 'tags', item: {value: '{{item}}'}};
    expect(show([list], {tags: ['a', 2, true]})).to.deep.equal(['a', '2', 'Yes']);
  });

  it('goes through an answer that is a list itself', () => {
    const table = {
      type: 'table',
      source: '',
      columns: [
        {header: 'Id', value: '{{id}}'},
        {header: 'Total', value: '{{total | currency:EUR}}'},
      ],
    };
    expect(show([table], data.orders)).to.deep.equal(['Id | Total', 'A | €99.50', 'B | €5.00', '— | €20.00']);
  });
});

describe('a value', () => {
  const formats: [string, unknown, object, string][] = [
    ['currency', 2850, {kind: 'currency'}, '$2,850.00'],
    ['currency of the data', 5, {kind: 'currency', currencyPath: 'code'}, '£5.00'],
    ['cents', 1999, {kind: 'currency', minorUnits: true, currency: 'EUR'}, '€19.99'],
    ['yen, which have no cents', 1999, {kind: 'currency', minorUnits: true, currency: 'JPY'}, '¥1,999'],
    ['an amount as people write it', '1.234,56', {kind: 'currency'}, '1.234,56'],
    ['number', '12345.678', {kind: 'number', digits: 1}, '12,345.7'],
    ['percent', 0.256, {kind: 'percent'}, '25.6%'],
    ['percent of a hundred', 25, {kind: 'percent', scale: 100}, '25%'],
    ['day, the same in every zone', '2024-01-15', {kind: 'date'}, 'Jan 15, 2024'],
    ['seconds since 1970', 1705276800, {kind: 'date'}, 'Jan 15, 2024'],
    ['milliseconds since 1970', 1705276800000, {kind: 'date', style: 'short'}, '1/15/24'],
    ['no date', 'soon', {kind: 'date'}, 'soon'],
    ['date and time', '2024-01-15T10:30:00Z', {kind: 'datetime'}, 'Jan 15, 2024, 10:30 AM'],
    ['time', '2024-01-15T10:30:00Z', {kind: 'time'}, '10:30 AM'],
    ['relative time', '1969-12-29T00:00:00Z', {kind: 'relative'}, '3 days ago'],
    ['duration', 7500, {kind: 'duration'}, '2 hr, 5 min'],
    ['status', 'past due', {kind: 'status'}, '[past due]'],
    ['status by a map', 'p1', {kind: 'status', map: {P1: {label: 'Urgent'}}}, '[Urgent]'],
    ['tags', ['a', 'b'], {kind: 'tags'}, 'a, b'],
    ['yes', true, {kind: 'boolean'}, 'Yes'],
    ['no, in own words', 0, {kind: 'boolean', no: 'Never'}, 'Never'],
    ['rating', 4.26, {kind: 'rating'}, '4.3 of 5'],
    ['unknown format', 'x', {kind: 'magic'}, 'x'],
    ['unknown currency', 5, {kind: 'currency', currency: 'QQQQ'}, '$5.00'],
    ['digits that nobody has', 5, {kind: 'number', digits: 1e9}, '5'],
  ];
  for (const [name, value, format, expected] of formats)
    it(`is written as ${name}`, () =>
      expect(shown('{{v}}', {v: value, code: 'GBP'}, {format})?.replace(/\s/g, ' ')).to.equal(expected));

  it('is written in the locale of the scope', () => {
    const text = shown(
      '{{v}}',
      {v: 1234.5},
      {format: {kind: 'currency', currency: 'EUR'}},
      {locale: 'de-DE'},
    );
    expect(text?.replace(/\s/g, ' ')).to.equal('1.234,50 €');
  });

  it('that is missing is a dash or the template’s word, never braces, "undefined" or "[object Object]"', () => {
    for (const data of [{}, {v: null}, {v: ''}, {v: undefined}, null, 5, 'text', []]) {
      expect(shown('{{v}}', data)).to.equal('—');
      expect(shown('{{v}}', data, {format: {kind: 'currency', empty: 'free'}})).to.equal('free');
      expect(shown('Order {{v}}', data)).to.equal('Order');
    }
    expect(shown('{{v}}', {v: {a: 1}})).to.equal('{\n  "a": 1\n}');
    expect(shown('so: {{v}}', {v: {a: 1}})).to.equal('so:');
  });

  it('that is missing leaves its row out where the section says so', () => {
    const section = {type: 'key-value-list', hideEmpty: true, items: [{value: '{{a}}'}, {value: '{{b}}'}]};
    expect(show([section], {b: 1})).to.deep.equal(['1']);
  });

  it('is found by own properties alone', () => {
    const data = JSON.parse('{"__proto__": {"x": 1}, "a": {"__proto__": {"x": 2}}, "list": [1]}') as unknown;
    for (const path of [
      'constructor.name',
      '__proto__.x',
      'a.__proto__.x',
      'toString',
      'list.length.constructor',
      'a["__proto__"].x',
      'a["constructor"]',
    ])
      expect(shown(`{{${path}}}`, data), path).to.equal('—');
  });

  it('is found by odd names and in lists', () => {
    const data = {'odd key': {'a.b': [{x: 'found'}]}};
    expect(shown('{{["odd key"]["a.b"][0].x}}', data)).to.equal('found');
  });

  it('may be what the desk knows of the contact, where the data has no such name', () => {
    const scope = {contact: {email: 'a@example.com'}};
    expect(shown('{{contact.email}}', {}, {}, scope)).to.equal('a@example.com');
    expect(shown('{{contact.email}}', {contact: {email: 'own@example.com'}}, {}, scope)).to.equal(
      'own@example.com',
    );
  });
});

describe('a link', () => {
  const follow = (url: string, data: unknown = {}, scope: Scope = {}) =>
    show([{type: 'buttons', buttons: [{label: 'Go', url}]}], data, scope)[0];

  it('has its variables encoded, behind a beginning that is written out', () => {
    expect(follow('https://crm.example/c/{{id}}?q={{q}}', {id: '../../admin?x=1#', q: 'a&b=c'})).to.equal(
      'Go -> https://crm.example/c/..%2F..%2Fadmin%3Fx%3D1%23?q=a%26b%3Dc',
    );
  });

  it('may come from the data as a whole', () => {
    expect(follow('{{url}}', {url: 'https://crm.example/x?y=1'})).to.equal('Go -> https://crm.example/x?y=1');
  });

  it('may be an address or a number of somebody', () => {
    expect(follow('mailto:{{mail}}', {mail: 'a+b@example.com'})).to.equal('Go -> mailto:a+b@example.com');
    expect(follow('tel:{{phone}}', {phone: '+4670'})).to.equal('Go -> tel:+4670');
  });

  for (const url of [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'https://user@evil.example',
    'https://a:b@evil.example',
    '//evil.example',
    '/relative',
    'vbscript:x',
    'blob:https://x.example/1',
    '',
    '..',
  ]) {
    it(`leads nowhere from ${JSON.stringify(url)}`, () => {
      expect(follow('{{url}}', {url})).to.equal('Go -> nowhere');
      expect(follow(url)).to.equal('Go -> nowhere');
    });
  }

  it('leads nowhere where a value would lead out of the folder, or is missing', () => {
    expect(follow('https://crm.example/c/{{id}}/x', {id: '..'})).to.equal('Go -> nowhere');
    expect(follow('https://crm.example/c/{{id}}', {})).to.equal('Go -> nowhere');
  });

  it('leads to the hosts alone that a team allows', () => {
    const scope = {linkHosts: ['crm.example']};
    expect(follow('https://crm.example/', {}, scope)).to.equal('Go -> https://crm.example/');
    expect(follow('https://other.example/', {}, scope)).to.equal('Go -> nowhere');
  });
});

describe('a condition', () => {
  const data = {n: 5, s: 'Gold', list: ['a', 'b'], none: null, empty: '', day: '2024-02-01', other: 'Gold'};
  const holds = (when: unknown) => show([{type: 'text', content: 'yes', when}], data).length === 1;

  const cases: [unknown, boolean][] = [
    [{path: 'n', op: 'gt', value: '4'}, true],
    [{path: 'n', op: 'gt', value: 10}, false],
    [{path: 'day', op: 'lt', value: '2024-10-01'}, true],
    [{path: 'empty', op: 'lt', value: 5}, false],
    [{path: 'missing', op: 'lte', value: 5}, false],
    [{path: 's', op: 'eq', value: 'Gold'}, true],
    [{path: 's', op: 'eq', value: '{{other}}'}, true],
    [{path: 's', op: 'in', value: ['Silver', 'Gold']}, true],
    [{path: 's', op: 'not_in', value: ['Silver']}, true],
    [{path: 'list', op: 'contains', value: 'b'}, true],
    [{path: 's', op: 'starts_with', value: 'Go'}, true],
    [{path: 's', op: 'ends_with', value: 'x'}, false],
    [{path: 'none', op: 'exists'}, true],
    [{path: 'missing', op: 'not_exists'}, true],
    [{path: 'none', op: 'empty'}, true],
    [{path: 'list', op: 'not_empty'}, true],
    [{path: 'n', op: 'truthy'}, true],
    [{path: 'none', op: 'eq', value: null}, true],
    [{not: {path: 'n', op: 'truthy'}}, false],
    [
      {
        all: [
          {path: 'n', op: 'truthy'},
          {path: 's', op: 'eq', value: 'x'},
        ],
      },
      false,
    ],
    [
      {
        any: [
          {path: 'n', op: 'falsy'},
          {path: 's', op: 'eq', value: 'Gold'},
        ],
      },
      true,
    ],
  ];
  for (const [condition, expected] of cases)
    it(`${expected ? 'holds' : 'does not hold'}: ${JSON.stringify(condition)}`, () =>
      expect(holds(condition)).to.equal(expected));

  it('that is none hides what it decides over, also negated, and says so', () => {
    const warnings: Warning[] = [];
    const bad = [5, 'x', {}, {path: 'n', op: 'matches', value: '(a+)+'}, {path: '__proto__', op: 'exists'}];
    for (const when of [...bad, ...bad.map((not) => ({not})), {all: 'x'}])
      expect(
        show([{type: 'text', content: 'shown', when}], data, {
          onWarning: (warning) => warnings.push(warning),
        }),
        JSON.stringify(when),
      ).to.deep.equal([]);
    expect(warnings).to.have.length(11);
    expect(new Set(warnings.map(({code}) => code))).to.deep.equal(new Set(['bad-condition']));
  });
});
