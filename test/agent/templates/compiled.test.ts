import {expect} from '@open-wc/testing';
import {LIMITS} from '../../../src/agent/templates/limits.ts';
import {resolve} from '../../../src/agent/templates/resolve.ts';
import type {Scope, Warning} from '../../../src/agent/templates/scope.ts';
import {linesOf} from './support/box.ts';

const template = {
  version: 1,
  type: 'simple',
  sections: [
    {
      type: 'key-value-list',
      items: [
        {label: 'Total', value: '{{total}}', format: {kind: 'currency', currencyPath: 'currency'}},
        {label: 'Share', value: '{{share | percent}}'},
        {label: 'At', value: '{{at | time}}'},
        {label: 'Agent', value: '{{agent.name}}'},
      ],
    },
  ],
};
const data = {total: 1234.5, currency: 'EUR', share: 0.5, at: '2024-01-15T12:00:00Z'};
const lines = (scope: Scope, answer: object = data) => linesOf(resolve(template, answer, {now: 0, ...scope}));

describe('one template, compiled once', () => {
  it('writes each answer in its own locale, currency and time zone, whichever came before', () => {
    const english = {locale: 'en-US', timeZone: 'UTC', agent: {name: 'Ada'}};
    const german = {locale: 'de-DE', timeZone: 'Asia/Kolkata', agent: {name: 'Björn'}};
    const inEnglish = ['Total €1,234.50', 'Share 50%', 'At 12:00 PM', 'Agent Ada'];
    const inGerman = ['Total 1.234,50 €', 'Share 50 %', 'At 17:30', 'Agent Björn'];
    const spaces = (texts: string[]) => texts.map((text) => text.replace(/\s/g, ' '));
    expect(spaces(lines(english))).to.deep.equal(inEnglish);
    expect(spaces(lines(german))).to.deep.equal(inGerman);
    expect(spaces(lines(english))).to.deep.equal(inEnglish);
    expect(lines(english, {...data, currency: 'JPY'})[0]).to.equal('Total ¥1,235');
    expect(spaces(lines(english))).to.deep.equal(inEnglish);
  });

  it('has its whole budget each time', () => {
    const long = {type: 'simple', sections: [{type: 'text', content: '{{v}}'}]};
    const whole = 'x'.repeat(LIMITS.text);
    for (let time = 0; time < 300; time++)
      expect(linesOf(resolve(long, {v: whole}))[0]).to.have.length(LIMITS.text);
  });

  it('warns each time of what is wrong in it', () => {
    const wrong = {
      type: 'simple',
      sections: [
        {type: 'text', content: '{{[[}} {{a | magic}}', when: {all: []}},
        {type: 'text', content: 'x', when: {path: 'a', op: 'like'}},
        {type: 'repeat', source: 'list', filter: 'never', sections: []},
      ],
    };
    const warned = () => {
      const warnings: Warning[] = [];
      resolve(wrong, {a: 1, list: [1]}, {onWarning: (warning) => warnings.push(warning)});
      return warnings.map(({code, at}) => `${code} ${at}`);
    };
    const expected = [
      'bad-path sections[0].content',
      'bad-format sections[0].content',
      'bad-condition sections[1].when',
      'bad-condition sections[2].filter',
    ];
    expect(warned()).to.deep.equal(expected);
    expect(warned()).to.deep.equal(expected);
  });
});

describe('a template that would never end', () => {
  it('of conditions is left off, and says so', () => {
    let condition: unknown = {path: 'a', op: 'exists'};
    for (let depth = 0; depth < LIMITS.conditionDepth; depth++)
      condition = {any: Array.from({length: 10}, () => condition)};
    const sections = [{type: 'text', content: 'x', when: condition}];
    expect(resolve({type: 'simple', sections}, {}).at(-1)?.kind).to.equal('notice');
  });

  it('of itself is only so deep', () => {
    const section: Record<string, unknown> = {type: 'card', title: 'Again'};
    section.sections = [section, {type: 'text', content: 'x'}];
    const found = linesOf(resolve({type: 'simple', sections: [section]}, {}));
    expect(found.filter((line) => line === 'Again')).to.have.length.lessThan(LIMITS.depth);
  });

  it('of items takes no longer than what may be looked at', () => {
    const item = {label: 'x', value: '{{a}}'};
    const items = Array.from({length: 3 * LIMITS.steps}, () => item);
    const nodes = resolve({type: 'simple', sections: [{type: 'key-value-list', items}]}, {a: 1});
    expect(nodes.at(-1)?.kind).to.equal('notice');
  });
});
