import {expect} from '@open-wc/testing';
import {adoptStyles} from '../../src/elements/base/adopt-styles.ts';
import {reset, tokens} from '../../src/themes/tokens.ts';

/** WCAG 2.2, 1.4.3. */
const TEXT = 4.5;
/** Around the wheel, from nearly black to nearly white: what a site may call its colour. */
const ACCENTS = [0.15, 0.3, 0.45, 0.55, 0.6, 0.65, 0.75, 0.9].flatMap((lightness) =>
  [0, 60, 120, 180, 240, 300].map((hue) => `oklch(${lightness} 0.15 ${hue})`),
);

/** What is written on what. */
const PAIRS = [
  ['_text', '_surface'],
  ['_text', '_raised'],
  ['_text', '_tint'],
  ['_muted', '_surface'],
  ['_muted', '_raised'],
  ['_muted', '_tint'],
  ['_link', '_surface'],
  ['_link', '_raised'],
  ['_link', '_tint'],
  ['_danger', '_surface'],
  ['_danger', '_tint'],
  ['_on-accent', '_accent'],
] as const;

const context = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!;

/** Relative luminance, 0 for black to 1 for white, of a colour in whatever notation. */
function luminance(colour: string): number {
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** An element that wears the tokens. */
function wear(theme: 'light' | 'dark') {
  const host = document.createElement('div');
  host.setAttribute('theme', theme);
  const root = host.attachShadow({mode: 'open'});
  adoptStyles(root, [tokens, reset]);
  const probe = document.createElement('span');
  root.append(probe);
  document.body.append(host);
  return {
    host,
    read: (name: string): string => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    },
  };
}

describe('the palette', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`can be read in ${theme}, whatever the accent is`, () => {
      const {host, read} = wear(theme);
      const bad: string[] = [];
      for (const accent of ACCENTS) {
        host.style.setProperty('--app-inbox-accent', accent);
        for (const [text, ground] of PAIRS) {
          const ratio = contrast(read(text), read(ground));
          if (ratio < TEXT) bad.push(`${accent}: ${text} on ${ground} is ${ratio.toFixed(2)}`);
        }
      }
      host.remove();
      expect(bad).to.deep.equal([]);
    });
  }

  it('is that of the page where the page names a colour', () => {
    const {host, read} = wear('light');
    host.style.setProperty('--app-inbox-surface', 'rgb(1, 2, 3)');
    expect(read('_surface')).to.equal('rgb(1, 2, 3)');
    host.remove();
  });
});
