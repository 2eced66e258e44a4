import {expect} from '@open-wc/testing';
import {cleanDraft, emptyDraft, looksSecret, readObject} from '../../../src/agent/integrations/draft.ts';

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
