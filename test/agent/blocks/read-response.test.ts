import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {readResponse} from '../../../src/agent/blocks/read-response.ts';
import {linesOf} from '../templates/support/box.ts';

const lines = (data: unknown) => linesOf(readResponse({blocks: [{name: 'B', data}]}).blocks[0]!.nodes);

describe('the answer of a client integration', () => {
  it('has blocks of lists, tables and accordions, with icons', () => {
    const {contactName, contactLink, blocks} = readResponse({
      contactName: 'Maya',
      contactLink: {url: 'https://crm.example/1', text: 'Open in CRM'},
      blocks: [
        {
          name: 'Customer',
          icon: 'person',
          data: [
            {type: 'list', rows: [{label: 'Tier', text: 'Gold'}]},
            {type: 'table', headers: [{text: 'A'}, {text: 'B'}], rows: [[{text: '1'}, {text: '2'}]]},
            {
              type: 'accordion',
              items: [
                {
                  name: 'More',
                  icon: 'info',
                  open: true,
                  data: [{type: 'list', rows: [{label: 'x', text: 'y'}]}],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(contactName).to.equal('Maya');
    expect(contactLink).to.deep.equal({url: 'https://crm.example/1', text: 'Open in CRM'});
    expect(blocks[0]!.icon).to.equal('person');
    expect(linesOf(blocks[0]!.nodes)).to.deep.equal(['Tier Gold', 'A | B', '1 | 2', 'More', 'x y']);
    const accordion = blocks[0]!.nodes[2];
    expect(accordion?.kind === 'repeat' && accordion.items[0]?.isOpen).to.equal(true);
  });

  it('is read in other words as well', () => {
    expect(
      readResponse({contactLink: {href: 'https://a.example/', label: 'There'}}).contactLink?.text,
    ).to.equal('There');
    expect(readResponse({contactLink: 'https://a.example/'}).contactLink?.url).to.equal('https://a.example/');
    expect(lines({type: 'list', items: [{name: 'a', value: 5}]})).to.deep.equal(['a 5']);
    expect(lines([{type: 'table', columns: ['A'], rows: [['x'], [5], [null], 'alone']}])).to.deep.equal([
      'A',
      'x',
      '5',
      '—',
      'alone',
    ]);
    expect(lines(['just a text'])).to.deep.equal(['just a text']);
  });

  it('keeps the columns in line where a row lacks cells', () => {
    expect(lines([{type: 'table', headers: ['A', 'B'], rows: [['1'], ['1', '2', '3']]}])).to.deep.equal([
      'A | B | ',
      '1 | — | —',
      '1 | 2 | 3',
    ]);
  });

  it('says of an unknown type that it is unknown, and shows the others', () => {
    expect(lines([{type: 'hologram'}, {type: 'list', rows: ['x']}])).to.deep.equal([
      'Unsupported block: hologram',
      'x',
    ]);
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://a:b@x.example', '//x', 5, null]) {
    it(`has no contact link to ${String(url)}`, () =>
      expect(readResponse({contactLink: {url, text: 'x'}}).contactLink).to.equal(undefined));
  }

  it('of a thousand nested accordions ends soon', () => {
    let item: object = {type: 'list', rows: []};
    for (let depth = 0; depth < 1000; depth++) item = {type: 'accordion', items: [{name: 'x', data: [item]}]};
    expect(lines([item]).at(-1)).to.equal('Unsupported block: accordion');
  });

  it('of any shape is read without a word of JavaScript in it', () => {
    const type = fc.constantFrom('list', 'table', 'html', 'accordion', 'x', '__proto__');
    const anything = fc.anything({maxDepth: 3});
    const item = fc.record({type, rows: anything, headers: anything, items: anything, html: anything});
    const blocks = fc.array(fc.record({name: anything, icon: anything, data: fc.array(item)}));
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.record({contactName: anything, contactLink: anything, blocks})),
        (answer) => {
          const view = readResponse(answer);
          const text = view.blocks.flatMap(({name, nodes}) => [name, ...linesOf(nodes)]).join('\n');
          return !/\[object |function |native code/.test(text);
        },
      ),
      {numRuns: 300, seed: 5},
    );
  });
});
