/** Templates and data as somebody who means harm, or slips, would write them: the same for the same seed. */
const PATHS = [
  'a',
  'b.c',
  'list',
  'list[0].x',
  'root.a',
  'parent.b',
  'index',
  'item',
  'item.x',
  '__proto__',
  'constructor.prototype',
  'a.__proto__.polluted',
  '["odd key"]',
  '[[',
  'a..b',
  '',
  'toString',
  'contact.email',
  'x|y',
  'a'.repeat(300),
];
const KINDS = [
  ...['text', 'number', 'currency', 'percent', 'date', 'datetime', 'time', 'relative', 'duration', 'status'],
  ...['badge', 'tags', 'boolean', 'rating', 'email', 'phone', 'link', 'json', 'magic', 'constructor'],
];
const TYPES = [
  ...['key-value-list', 'list', 'table', 'text', 'buttons', 'separator', 'card', 'repeat'],
  ...['__proto__', 'toString', 'script'],
];
const OPS = [
  'eq',
  'ne',
  'gt',
  'lte',
  'contains',
  'in',
  'exists',
  'truthy',
  'starts_with',
  'regex',
  'toString',
];
const SCALARS: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1e308, 1e-7, 1705276800, 'x', '', ' ', 'Gold', '2024-01-15', '99.5'],
  ...['javascript:alert(1)', 'data:text/html,<script>', 'https://ok.example/?a=1', '//evil', '😀', '\ud800'],
  ...['<img src=x onerror=alert(1)>', '${1}', '__proto__', '2024-99-99T99:99Z', 'a@b.example', '+46 70'],
];

export class Nonsense {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Any number below `limit`. A linear congruential generator (Numerical Recipes): quick, and good enough here. */
  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
  #of<T>(entries: readonly T[]): T {
    return entries[this.#below(entries.length)]!;
  }
  #some<T>(make: () => T, max: number): T[] {
    return Array.from({length: this.#below(max + 1)}, make);
  }
  /** Mostly what belongs there, at times anything. */
  #mostly<T>(make: () => T): unknown {
    return this.#below(12) === 0 ? this.data(2) : make();
  }

  data(depth = 0): unknown {
    const kind = this.#below(depth > 3 ? 1 : 4);
    if (kind === 0 && depth > 0) return this.#of(SCALARS);
    if (kind === 1) return this.#some(() => this.data(depth + 1), 3);
    const object: Record<string, unknown> = {};
    for (const name of ['a', 'b', 'c', 'x', 'list', 'odd key', 'constructor'])
      if (this.#below(3)) object[name] = name === 'list' ? [this.data(depth + 1)] : this.data(depth + 1);
    return object;
  }

  template(): unknown {
    if (this.#below(40) === 0) return this.data();
    return {
      version: this.#mostly(() => 1),
      type: this.#of(['card', 'simple', 'other']),
      title: this.#mostly(() => this.#text()),
      defaults: this.#mostly(() => ({
        locale: this.#of(['en', 'xx-!', 'ar']),
        currency: this.#of(['EUR', '€']),
      })),
      sections: this.#mostly(() => this.#some(() => this.#section(1), 3)),
    };
  }

  #text(): string {
    const parts = this.#some(() => {
      const pipe = this.#below(3) ? '' : ` | ${this.#of(KINDS)}:${this.#of(['EUR', '2', 'x:y'])}`;
      return this.#below(3)
        ? `{{${this.#of(PATHS)}${pipe}}}`
        : this.#of(['Order ', '{ {', 'https://a.example/']);
    }, 2);
    return parts.join('');
  }

  #condition(depth = 0): unknown {
    const kind = this.#below(depth > 2 ? 1 : 5);
    if (kind === 1) return {not: this.#mostly(() => this.#condition(depth + 1))};
    if (kind === 2) return {all: this.#mostly(() => this.#some(() => this.#condition(depth + 1), 2))};
    if (kind === 3) return {any: this.#mostly(() => this.#some(() => this.#condition(depth + 1), 2))};
    return {
      path: this.#of(PATHS),
      op: this.#of(OPS),
      value: this.#below(2) ? this.#of(SCALARS) : this.#text(),
    };
  }

  #item(): unknown {
    return this.#mostly(() => ({
      label: this.#text(),
      value: this.#mostly(() => this.#text()),
      ...(this.#below(2) && {
        format: {
          kind: this.#of(KINDS),
          currency: this.#of(['EUR', 5, 'zz']),
          currencyPath: this.#of(PATHS),
          digits: this.#of([2, -1, 99, 'x']),
          style: this.#of(['short', 'x']),
          max: this.#of([5, -1, 1e9]),
          map: this.data(2),
          url: this.#text(),
        },
      }),
      ...(this.#below(3) === 0 && {link: this.#text()}),
      ...(this.#below(3) === 0 && {badge: {value: this.#text(), when: this.#condition()}}),
      ...(this.#below(4) === 0 && {when: this.#condition()}),
    }));
  }

  #section(depth: number): unknown {
    return this.#mostly(() => ({
      type: this.#of(TYPES),
      title: this.#text(),
      source: this.#of(PATHS),
      content: this.#text(),
      ...(this.#below(4) === 0 && {when: this.#condition(), filter: this.#condition()}),
      item: this.#item(),
      items: this.#some(() => this.#item(), 2),
      columns: this.#some(() => this.#item(), 2),
      buttons: this.#some(() => ({label: this.#text(), url: this.#text()}), 2),
      sort: this.#mostly(() => ({by: this.#of(PATHS), dir: 'desc'})),
      limit: this.#of([1, -1, 'x', 1e9]),
      itemTitle: this.#text(),
      sections: depth > 4 ? [] : this.#some(() => this.#section(depth + 1), 1),
    }));
  }
}
