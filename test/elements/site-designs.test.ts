import {expect} from '@open-wc/testing';
import {addDesigns} from '../../src/elements/panel/tools/site-designs.ts';
import {VECTORS} from './xss-vectors.ts';
import {FakeInbox, makeNotification} from './fake-inbox.ts';
import {openPanel} from './open-panel.ts';

/** What a design becomes. */
function designed(html: string): HTMLTemplateElement {
  const panel = document.createElement('div');
  addDesigns(panel, {orders: html});
  return panel.querySelector('template')!;
}

describe('designs of a site’s configuration', () => {
  it('show the notifications of their category, with its fields', async () => {
    const inbox = FakeInbox.with([
      makeNotification(0, {category: 'orders', customData: {price: 12}}),
      makeNotification(1),
    ]);
    const site = {
      designs: {
        orders:
          '<p style="color: rgb(1, 2, 3)"><b data-field="title"></b>: <i data-field="customData.price"></i></p>',
      },
    };
    const {rows, root} = await openPanel(inbox, {site});
    const paragraph = rows()[0]!.querySelector('p')!;
    expect(paragraph.textContent).to.equal('Notification 0: 12');
    expect(getComputedStyle(paragraph).color).to.equal('rgb(1, 2, 3)');
    expect(rows()[1]!.querySelector('p')).to.equal(null);
    expect(root.querySelectorAll('.design')).to.have.length(1);
  });

  it('keep what lays out and marks text, and nothing that could run, load, leave the row or look like the inbox', () => {
    const {content} = designed(
      '<div class="panel" id="x" onclick="hit()" style="display:flex; position:fixed; background:url(//evil); gap:4px">' +
        '<script>hit()</script><style>*{}</style><img src="https://shop.example/a.png" srcset="b.png" alt="A">' +
        '<img src="javascript:hit()"><a href="javascript:hit()">x</a><a href="/orders" target="_top">y</a>' +
        '<iframe src="//evil"></iframe><button popovertarget="x">z</button><svg><path d="M0 0"/></svg></div>',
    );
    expect((content.firstElementChild as HTMLElement).outerHTML).to.equal(
      '<div style="display: flex; gap: 4px;"><img alt="A" src="https://shop.example/a.png"><img><a>x</a><a href="/orders">y</a></div>',
    );
  });

  it('are harmless whatever they hold', () => {
    for (const vector of Object.values(VECTORS).flat()) {
      const {content} = designed(vector);
      for (const element of content.querySelectorAll('*')) {
        expect(element.localName, vector).not.to.match(
          /^(script|style|iframe|object|embed|form|input|svg|math|link|base|meta)$/,
        );
        for (const {name, value} of element.attributes) {
          expect(name, vector).to.match(
            /^(data-field|alt|width|height|title|lang|dir|datetime|style|src|href)$/,
          );
          if (name === 'src' || name === 'href')
            expect(value, vector).not.to.match(/^\s*(javascript|data|vbscript):/i);
          if (name === 'style') expect(value, vector).not.to.match(/url|position|@/i);
        }
      }
    }
  });
});
