import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../src/agent/blocks/define.ts';
import type {AgentTemplateView} from '../../../src/agent/template-view/template-view.ts';
import type {Section, Template} from '../../../src/agent/templates/template.ts';
import {LONG, overflowOf} from '../support/overflow.ts';

const show = (sections: Section[], data: unknown) => {
  const template: Template = {version: 1, type: 'simple', sections};
  return fixture<AgentTemplateView>(
    html`<agent-template-view .template=${template} .data=${data}></agent-template-view>`,
  );
};
const all = (element: AgentTemplateView, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: AgentTemplateView, selector: string) => all(element, selector)[0]!;

/** So many sections, one below the other. */
const manySections = (count: number) =>
  Array.from({length: count}, (_, index): Section => ({type: 'text', content: `Part ${index}`}));
/** Whether the browser has laid it out, and would paint it. */
const isLaidOut = (element: HTMLElement) => element.checkVisibility({contentVisibilityAuto: true});
/** A busy machine draws few frames. */
const patient = {timeout: 10_000};

describe('<agent-template-view>', () => {
  it('lays out the parts of a long card when somebody comes to them', async () => {
    const element = await show(manySections(100), {});
    const texts = all(element, '.text');
    const [first, last] = [texts.at(0)!, texts.at(-1)!];
    await waitUntil(() => isLaidOut(first) && !isLaidOut(last), 'only what is in sight is laid out', patient);
    // Whoever searches the page finds it nevertheless.
    expect(last.textContent).to.equal('Part 99');
    last.scrollIntoView();
    await waitUntil(() => isLaidOut(last), 'what is come to is laid out', patient);
    await expect(element).to.be.accessible();
  });

  it('lays out all of a card of twenty parts', async () => {
    const element = await show(manySections(20), {});
    element.style.marginTop = '5000px';
    // Two frames: what is out of sight is decided in the first.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    expect(all(element, '.text').every(isLaidOut)).to.equal(true);
  });

  it('shows so many entries at first, and all of them on demand', async () => {
    const element = await show([{type: 'list', source: 'orders', item: {value: '{{item}}'}, limit: 3}], {
      orders: [1, 2, 3, 4, 5],
    });
    const entries = () => all(element, 'li').map(({textContent}) => textContent.trim());
    const more = () => one(element, '.more');
    expect(entries()).to.deep.equal(['1', '2', '3']);
    expect([more().textContent.trim(), more().ariaExpanded]).to.deep.equal(['Show 2 more', 'false']);
    more().click();
    await element.updateComplete;
    expect(entries()).to.have.length(5);
    expect([more().textContent.trim(), more().ariaExpanded]).to.deep.equal(['Show fewer', 'true']);
    more().click();
    await element.updateComplete;
    expect(entries()).to.have.length(3);
  });

  it('opens links and buttons in a new tab that knows nothing of the desk, also in repeated parts', async () => {
    const sections: Section[] = [
      {type: 'key-value-list', items: [{label: 'Site', value: '{{site}}', type: 'link'}]},
      {type: 'buttons', buttons: [{label: 'Open {{id}}', url: 'https://crm.test/{{id}}', style: 'primary'}]},
      {
        type: 'repeat',
        source: 'orders',
        sections: [{type: 'buttons', buttons: [{label: 'Order {{id}}', url: 'https://crm.test/o/{{id}}'}]}],
      },
    ];
    const element = await show(sections, {site: 'https://site.test/', id: 7, orders: [{id: 'a/b'}]});
    const links = all(element, 'a') as HTMLAnchorElement[];
    expect(links.map(({href}) => href)).to.deep.equal([
      'https://site.test/',
      'https://crm.test/7',
      'https://crm.test/o/a%2Fb',
    ]);
    for (const {target, relList} of links) {
      expect(target).to.equal('_blank');
      expect([...relList]).to.include.members(['noopener', 'noreferrer']);
    }
    expect(one(element, 'a.primary').textContent).to.contain('Open 7');
    await expect(element).to.be.accessible();
  });

  it('makes no link of an address that may not be followed, and no markup of anything', async () => {
    const evil = '<img src=x onerror="window.hit=1">';
    const sections: Section[] = [
      {type: 'text', title: '{{evil}}', content: '{{evil}}'},
      {type: 'table', source: 'rows', columns: [{header: '{{evil}}', value: '{{item}}'}]},
      {type: 'buttons', buttons: [{label: 'Run', url: '{{script}}'}]},
    ];
    const element = await show(sections, {evil, rows: [evil], script: 'javascript:window.hit=1'});
    expect(all(element, 'img, script, a')).to.deep.equal([]);
    expect(one(element, 'td').textContent.trim()).to.equal(evil);
    expect(one(element, '.buttons').textContent.trim()).to.equal('Run');
  });

  it('fits into 290 pixels, whatever words, numbers and columns it holds', async () => {
    const {word, number, url} = LONG;
    const item = {label: word, value: '{{word}}', copy: true, icon: 'person', badge: {value: '{{word}}'}};
    const column = {header: word, value: '{{number}}'};
    const pairs: Section = {
      type: 'key-value-list',
      title: word,
      items: [
        item,
        {label: 'Sum', value: '{{number}}', format: {kind: 'currency', currency: 'EUR'}},
        {label: word, value: '{{url}}', format: {kind: 'link', url: '{{url}}'}},
        {label: 'Tags', value: '{{words}}', format: {kind: 'tags'}},
        {label: 'All', value: '{{rows}}', format: {kind: 'json'}},
      ],
    };
    const sections: Section[] = [
      pairs,
      {...pairs, layout: 'stacked'},
      {type: 'table', title: word, source: 'rows', caption: word, columns: Array(12).fill(column) as []},
      {type: 'list', source: 'words', item: {...item, value: '{{item}}'}, ordered: true},
      ...(['body', 'heading', 'caption', 'code', 'callout'] as const).map((style): Section => ({
        type: 'text',
        content: '{{word}} {{number}}',
        style,
      })),
      {type: 'buttons', buttons: [0, 1, 2].map(() => ({label: '{{word}}', url: '{{url}}', icon: 'person'}))},
      {
        type: 'repeat',
        source: 'rows',
        itemTitle: '{{number}} {{root.word}}',
        layout: 'accordion',
        sections: [pairs],
      },
      {type: 'repeat', source: 'rows', itemTitle: '{{root.word}}', layout: 'cards', sections: [pairs]},
      {type: 'card', title: word, sections: [{type: 'card', title: word, sections: [pairs]}]},
    ];
    const data = {word, number, url, words: [word, word], rows: [{number}, {number}]};
    const element = await show(sections, data);
    for (const details of all(element, 'details') as HTMLDetailsElement[]) details.open = true;
    for (const width of [290, 400]) {
      element.style.width = `${width}px`;
      expect(overflowOf(element), `${width} px`).to.deep.equal([]);
    }
  });

  it('shows data that has no template as labels and values, folded where it is nested', async () => {
    const element = await fixture<AgentTemplateView>(
      html`<agent-template-view
        .data=${{first_name: 'Maya', address: {city: 'Leeds'}}}
      ></agent-template-view>`,
    );
    expect(all(element, 'dt').map(({textContent}) => textContent)).to.deep.equal(['First name', 'City']);
    expect(all(element, 'dd').map(({textContent}) => textContent.trim())).to.deep.equal(['Maya', 'Leeds']);
    expect((one(element, 'details') as HTMLDetailsElement).open).to.equal(false);
    await expect(element).to.be.accessible();
  });
});
