import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {urlVariables} from '../../../src/agent/dashboard-apps/app-context.ts';
import {resolveAppUrl, type AppUrlOptions} from '../../../src/agent/dashboard-apps/app-url.ts';
import {sampleContext} from './support/context.ts';

const PAGE = 'https://desk.example';
const resolve = (template: string, options: Partial<AppUrlOptions> = {}) =>
  resolveAppUrl(template, {pageOrigin: PAGE, isIsolated: false, ...options});
const filled = (template: string, data: unknown) => resolve(template, {data});

describe('the address of a dashboard app', () => {
  it('is taken as it is without variables', () => {
    expect(resolve(' https://app.example/orders?a=1#b ')).to.deep.equal({
      url: 'https://app.example/orders?a=1#b',
      origin: 'https://app.example',
    });
  });

  it('names contact, conversation and inbox as contact integrations do', () => {
    const data = urlVariables(sampleContext(), {id: 3, name: 'Shop & more'});
    const names = ['contact.id', 'contact.email', 'contact.external_id', 'contact.attributes.odd key'];
    const query = [...names, 'conversation.id', 'conversation.subject', 'inbox.id', 'inbox.name'].map(
      (name) => `{{${name}}}`,
    );
    const {url} = filled(`https://app.example/?x=${query.join('|')}`, data) as {url: string};
    expect(new URL(url).searchParams.get('x')).to.equal(
      '7|ada.secret@example.com|customer-7|1|41|Late tomatoes|3|Shop & more',
    );
  });

  it('is empty where nothing is known, and never says undefined', () => {
    const data = {contact: {name: null, tags: ['a'], odd: {}}};
    for (const name of ['contact.name', 'contact.tags', 'contact.odd', 'contact.missing', 'nothing', ''])
      expect(filled(`https://app.example/?x={{${name}}}`, data)).to.have.property(
        'url',
        'https://app.example/?x=',
      );
  });

  it('is case-sensitive in its variables, and lets them have spaces around', () => {
    const data = {contact: {email: 'a@b'}};
    expect(filled('https://app.example/{{ contact.email }}', data)).to.have.property(
      'url',
      'https://app.example/a%40b',
    );
    expect(filled('https://app.example/{{Contact.email}}', data)).to.have.property(
      'url',
      'https://app.example/',
    );
  });

  it('reads no more than what is there: not the language around it', () => {
    for (const name of ['__proto__', 'constructor.name', 'contact.constructor.name', 'contact.toString'])
      expect(filled(`https://app.example/?x={{${name}}}`, {contact: {}})).to.have.property(
        'url',
        'https://app.example/?x=',
      );
  });

  const refused: [string, string][] = [
    ['', 'invalid-url'],
    ['/orders', 'invalid-url'],
    ['app.example/orders', 'invalid-url'],
    ['javascript:alert(1)', 'invalid-url'],
    ['javascript://app.example/%0aalert(1)', 'invalid-url'],
    ['data:text/html,hello', 'invalid-url'],
    ['blob:https://app.example/1', 'invalid-url'],
    ['ftp://app.example/', 'invalid-url'],
    ['https://', 'invalid-url'],
    ['https://ada@app.example/', 'invalid-url'],
    ['https://ada:secret@app.example/', 'invalid-url'],
    ['{{contact.url}}', 'variable-origin'],
    ['https://{{contact.host}}/', 'variable-origin'],
    ['https://app.example:{{contact.port}}/', 'variable-origin'],
    ['https://app.example{{contact.host}}/', 'variable-origin'],
    ['{{contact.scheme}}://app.example/', 'variable-origin'],
    ['https://desk.example/orders', 'own-origin'],
    ['HTTPS://DESK.EXAMPLE:443/orders', 'own-origin'],
  ];
  for (const [template, problem] of refused) {
    it(`is refused: ${template || 'nothing'} (${problem})`, () =>
      expect(resolve(template)).to.deep.equal({problem}));
  }

  it('may lie at the origin of the page where the app is isolated', () => {
    expect(resolve('https://desk.example/orders', {isIsolated: true})).to.have.property('origin', PAGE);
  });

  it('leads out of no folder, whatever a variable says', () => {
    for (const name of ['..', '.', '../..', '..\\..', '%2e%2e', '/etc', '//evil.example', '\\evil.example']) {
      const address = filled('https://app.example/of/{{name}}/orders', {name});
      if ('problem' in address) expect(address.problem, name).to.equal('invalid-url');
      else expect(address.url, name).to.match(/^https:\/\/app\.example\/of\/[^/]+\/orders$/);
    }
  });

  it('keeps its origin, its path’s length, and its query’s names for every text', () => {
    const template = 'https://app.example/of/{{a}}/orders?first={{b}}&second=2#{{a}}';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({unit: 'binary'}),
          fc.webUrl(),
          fc.constantFrom('..', '.', '\ud800', '?', '#', '&'),
        ),
        fc.string({unit: 'binary'}),
        (a, b) => {
          const address = filled(template, {a, b});
          if ('problem' in address) return address.problem === 'invalid-url' && /^\.{1,2}$/.test(a);
          const url = new URL(address.url);
          return (
            url.origin === 'https://app.example' &&
            url.pathname.split('/').length === 4 &&
            [...url.searchParams.keys()].join() === 'first,second'
          );
        },
      ),
      {numRuns: 2000},
    );
  });
});
