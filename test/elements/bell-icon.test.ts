import {expect} from '@open-wc/testing';
import {readBellIcon} from '../../src/elements/bell/bell-icon.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${attributes}>${inside}</svg>`;

describe('readBellIcon', () => {
  it('keeps a drawing', () => {
    const icon = readBellIcon(
      svg('<g fill="none"><path d="M1 1h5" stroke="currentColor"/><circle r="2"/></g>'),
    );
    expect(icon.getAttribute('viewBox')).to.equal('0 0 24 24');
    expect(icon.querySelector('g > path')?.getAttribute('d')).to.equal('M1 1h5');
    expect(icon.slot).to.equal('icon');
  });

  for (const inside of [
    '<script>window.__hit = 1</script>',
    '<path d="M1 1" onclick="window.__hit = 1"/>',
    '<a href="javascript:window.__hit = 1"><path d="M1 1"/></a>',
    '<image href="https://evil.example/x.png"/>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<animate attributeName="href" to="javascript:1"/>',
    '<set attributeName="onload" to="window.__hit = 1"/>',
    '<path d="M1 1" style="background: url(https://evil.example/x)"/>',
    '<path d="M1 1" fill="url(https://evil.example/x#a)"/>',
  ]) {
    it(`takes the danger out of ${inside}`, () => {
      const icon = readBellIcon(svg(inside, 'onload="window.__hit = 1"'));
      const dangerous = /script|onload|onclick|href|evil|style|foreignObject|iframe|animate|<set/;
      expect(new XMLSerializer().serializeToString(icon)).not.to.match(dangerous);
    });
  }

  for (const source of [
    '',
    'bell',
    '<p>bell</p>',
    '<svg>',
    svg('<path').slice(0, -6),
    svg('x'.repeat(30_000)),
  ]) {
    it(`refuses ${source.slice(0, 30) || 'nothing'}`, () =>
      expect(() => readBellIcon(source)).to.throw(TypeError));
  }
});
