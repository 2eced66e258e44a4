import {expect} from '@open-wc/testing';
import {
  complete,
  matching,
  piecesOf,
  typingAt,
  unknownIn,
} from '../../../src/agent/variables/variable-text.ts';

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
