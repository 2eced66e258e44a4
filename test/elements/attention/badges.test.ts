import {expect} from '@open-wc/testing';
import {FaviconBadge} from '../../../src/elements/attention/favicon-badge.ts';
import {TitleBadge} from '../../../src/elements/attention/title-badge.ts';

/** Observers are called in a microtask. */
const observed = () => new Promise((resolve) => setTimeout(resolve));

describe('TitleBadge', () => {
  afterEach(() => (document.title = ''));

  it('puts the number before the title, and takes it away again', () => {
    document.title = 'Shop';
    const badge = new TitleBadge();
    badge.set(3);
    expect(document.title).to.equal('(3) Shop');
    badge.set(120);
    expect(document.title).to.equal('(99+) Shop');
    badge.set(0);
    expect(document.title).to.equal('Shop');
  });

  it('keeps its number when the page changes its title, and leaves the page the last word', async () => {
    document.title = 'Shop';
    const badge = new TitleBadge();
    badge.set(3);
    document.title = 'Basket';
    await observed();
    expect(document.title).to.equal('(3) Basket');
    badge.clear();
    document.title = 'Paid';
    await observed();
    expect(document.title).to.equal('Paid');
  });

  it('leaves a title alone that has a number of its own', () => {
    document.title = '(2) A novel';
    const badge = new TitleBadge();
    badge.set(0);
    expect(document.title).to.equal('(2) A novel');
    badge.set(5);
    expect(document.title).to.equal('(5) (2) A novel');
    badge.set(0);
    expect(document.title).to.equal('(2) A novel');
  });
});

describe('FaviconBadge', () => {
  /** A blue square. */
  const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#00f"/></svg>')}`;
  const links = () => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];

  async function pixel(address: string, x: number, y: number): Promise<number[]> {
    const image = new Image();
    image.src = address;
    await image.decode();
    const context = new OffscreenCanvas(64, 64).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return [...context.getImageData(x, y, 1, 1).data];
  }

  beforeEach(() => {
    const link = Object.assign(document.createElement('link'), {rel: 'icon', href: ICON});
    document.head.append(link);
  });
  afterEach(() => links().forEach((link) => link.remove()));

  it('draws a badge over the page’s own icon, which comes back', async () => {
    const badge = new FaviconBadge();
    await badge.set(4);
    expect(links()).to.have.length(1);
    const {href} = links()[0]!;
    expect(await pixel(href, 4, 4)).to.deep.equal([0, 0, 255, 255]);
    const [red, , blue] = await pixel(href, 46, 28);
    expect(red).to.be.above(180);
    expect(blue).to.be.below(80);
    await badge.set(0);
    expect(links().map((link) => link.href)).to.deep.equal([ICON]);
  });

  it('shows the last of two numbers that come together', async () => {
    const badge = new FaviconBadge();
    const other = new FaviconBadge();
    await Promise.all([badge.set(4), badge.set(0)]);
    expect(links().map((link) => link.href)).to.deep.equal([ICON]);
    await other.set(7);
    other.clear();
    expect(links().map((link) => link.href)).to.deep.equal([ICON]);
  });

  it('shows a plain badge where the icon cannot be read', async () => {
    links()[0]!.href = 'data:image/png;base64,bm9uZQ==';
    const badge = new FaviconBadge();
    await badge.set(4);
    const [red] = await pixel(links()[0]!.href, 32, 8);
    expect(red).to.be.above(180);
    badge.clear();
  });
});
