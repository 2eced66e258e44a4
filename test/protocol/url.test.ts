import {expect} from '@open-wc/testing';
import {safeUrl} from '../../src/protocol/url.ts';

describe('safeUrl', () => {
  for (const link of [
    'https://shop.example/order?id=1',
    'http://a.example/',
    'mailto:a@b.example',
    'tel:+4612345',
  ]) {
    it(`lets ${link} pass`, () => expect(safeUrl(link)).to.equal(link));
  }

  it('keeps links relative to the page as they are', () => {
    expect(safeUrl('/orders/1042#top')).to.equal('/orders/1042#top');
    expect(safeUrl('?tab=2')).to.equal('?tab=2');
  });

  for (const link of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    '\ufeffjavascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://a.example/1',
    'filesystem:https://a.example/1',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://user:secret@evil.example/',
    'http://[broken',
    '',
    '   ',
  ]) {
    it(`refuses ${JSON.stringify(link)}`, () => expect(safeUrl(link)).to.equal(undefined));
  }

  for (const value of [
    null,
    undefined,
    7,
    {},
    ['https://a.example/'],
    {toString: () => 'javascript:alert(1)'},
  ]) {
    it(`refuses what is not a string: ${JSON.stringify(value)}`, () =>
      expect(safeUrl(value)).to.equal(undefined));
  }
});
