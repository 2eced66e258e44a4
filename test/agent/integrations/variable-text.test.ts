import {expect} from '@open-wc/testing';
import {cleanDraft, emptyDraft, looksSecret, readObject} from '../../../src/agent/integrations/draft.ts';
import {
  complete,
  matching,
  piecesOf,
  typingAt,
  unknownIn,
} from '../../../src/agent/integrations/variable-text.ts';

const variables = ['contact.email', 'contact.external_id', 'contact.name', 'inbox.name'].map((name) => ({
  name,
  description: '',
  sample: '',
}));

describe('a text with variables', () => {
  it('falls into pieces that together are the text again', () => {
    for (const text of [
      '',
      'plain',
      '{{contact.email}}',
      'a{{ contact.email }}b{{x}}',
      '{{{{}}}}',
      '{{a',
      'a}}',
    ]) {
      const pieces = piecesOf(text, variables);
      expect(pieces.map((piece) => piece.text).join('')).to.equal(text);
    }
  });

  it('knows its variables by their exact names, and any attribute', () => {
    expect(unknownIn('{{contact.email}}{{ inbox.name }}{{contact.attributes.tier}}', variables)).to.eql([]);
    expect(unknownIn('{{Contact.email}}{{x}}{{x}}{{contact.attributes.}}{{}}', variables)).to.eql([
      'Contact.email',
      'x',
      'contact.attributes.',
      '{{}}',
    ]);
  });

  it('is completed where the caret is, and nowhere else', () => {
    expect(typingAt('{{con', 5)?.prefix).to.equal('con');
    expect(typingAt('{{ con', 6)?.prefix).to.equal('con');
    for (const [text, caret] of [
      ['{con', 4],
      ['{{con}}', 7],
      ['a {{con', 2],
      ['{{con x', 7],
    ] as const)
      expect(typingAt(text, caret), text).to.equal(undefined);
  });

  it('gets the whole variable in place of what was typed, closing braces included', () => {
    for (const [text, caret, expected] of [
      ['{{', 2, '{{contact.name}}'],
      ['a/{{con/b', 7, 'a/{{contact.name}}/b'],
      ['{{con}}', 5, '{{contact.name}}'],
      ['{{contact.email}}', 7, '{{contact.name}}'],
      ['{{ con }}!', 6, '{{contact.name}}!'],
    ] as const) {
      const completed = complete(text, typingAt(text, caret)!, 'contact.name');
      expect(completed.text).to.equal(expected);
      expect(completed.text.slice(0, completed.caret).endsWith('}}')).to.equal(true);
    }
  });

  it('offers first what begins as it was typed', () => {
    expect(matching('name', variables).map(({name}) => name)).to.eql(['contact.name', 'inbox.name']);
    expect(matching('in', variables).map(({name}) => name)).to.eql(['inbox.name']);
    expect(matching('', variables).length).to.equal(4);
  });
});

describe('a draft', () => {
  it('leaves out the rows that nobody filled in, and keeps a secret that nobody typed anew', () => {
    const draft = {
      ...emptyDraft(),
      name: ' CRM ',
      body: '  ',
      query: [
        {name: '', value: ''},
        {name: ' a ', value: ' b '},
      ],
      headers: [
        {name: '', value: '', secret: false},
        {name: 'Kept', value: '', secret: true, hasValue: true},
        {name: 'Typed', value: 'x', secret: true, hasValue: true},
      ],
    };
    const {name, body, query, headers} = cleanDraft(draft);
    expect({name, body, query}).to.eql({name: 'CRM', body: null, query: [{name: 'a', value: ' b '}]});
    expect(headers).to.eql([
      {name: 'Kept', value: null, secret: true},
      {name: 'Typed', value: 'x', secret: true},
    ]);
  });

  it('advises to hide what looks like a credential', () => {
    for (const name of ['Authorization', 'X-Api-Key', 'x-auth-token', 'Cookie', 'Client-Secret'])
      expect(looksSecret({name, value: 'x', secret: false}), name).to.equal(true);
    for (const header of [
      {name: 'Authorization', value: '', secret: false},
      {name: 'Authorization', value: 'x', secret: true},
      {name: 'Accept', value: 'x', secret: false},
    ])
      expect(looksSecret(header)).to.equal(false);
  });

  it('takes only an object for attributes', () => {
    expect(readObject('{"a": 1}')).to.eql({a: 1});
    expect(readObject(' ')).to.eql({});
    for (const text of ['[]', '1', 'null', '{', '"a"']) expect(readObject(text), text).to.equal(undefined);
  });
});
