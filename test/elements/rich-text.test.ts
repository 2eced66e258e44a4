import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {toPlainText} from '../../src/elements/base/plain-text.ts';
import {readRichText, sanitizeNatively, sanitizeWithLibrary} from '../../src/elements/base/rich-text.ts';
import {hasNativeSanitizer} from '../../src/elements/base/trusted-html.ts';

const hit = 'window.__hit=(window.__hit??0)+1';
/** Deeper than a parser goes (512 levels): where it stops, it makes another tree of what it has written itself. */
const DEEP = `<b><i><u><s><small><sub>${'<div>'.repeat(600)}deep`;
/** What senders, or who has taken over their account, may try. Each would run, load or send something. */
const HOSTILE = [
  `<script>${hit}</script>`,
  `<img src=x onerror="${hit}">`,
  `<img src="/canary.png" srcset="/canary2.png 2x">`,
  `<svg onload="${hit}"><script>${hit}</script></svg>`,
  `<svg><animate onbegin="${hit}" attributeName=x dur=1s></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><a/></svg>#x"></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${hit}&gt;">`,
  `<math href="javascript:${hit}">x</math>`,
  `<style>@import '/canary.css'; *{background:url(/canary.png)}</style>`,
  `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
  `<iframe src="javascript:${hit}"></iframe>`,
  `<object data="javascript:${hit}"></object><embed src="javascript:${hit}">`,
  `<form action="/canary"><input name=attributes><input name=children autofocus onfocus="${hit}"><button>Go</button></form>`,
  `<form id=document><input name=body></form><img name=currentScript>`,
  `<a href="javascript:${hit}">x</a>`,
  `<a href="java\nscript:${hit}">x</a>`,
  `<a href=" \u0001javascript:${hit}">x</a>`,
  `<a href="data:text/html,<script>${hit}</script>">x</a>`,
  `<a href="vbscript:x" onclick="${hit}" style="position:fixed;inset:0">x</a>`,
  `<a href="https://bank.example@evil.example/" target=_self ping="/canary">x</a>`,
  `<p style="background:url(/canary.png)" class="panel" id="heading" part="panel" slot="x" data-do="read">x</p>`,
  `<details open ontoggle="${hit}">x</details>`,
  `<video src=/canary.mp4 onerror="${hit}"><source onerror="${hit}"></video><audio src=x onerror="${hit}">`,
  `<template><script>${hit}</script></template><noscript><img src=x onerror="${hit}"></noscript>`,
  `<base href="//evil.example/"><link rel=stylesheet href="/canary.css"><meta http-equiv=refresh content="0;url=//evil.example">`,
  `<div><template shadowrootmode=open><script>${hit}</script></template></div>`,
  `<x-evil is="x" onclick="${hit}">x</x-evil><app-inbox-panel open></app-inbox-panel>`,
  DEEP,
  `<p>unclosed <a href="https://shop.example" <b onmouseover=${hit}>x`,
];

const ALLOWED = /^(P|BR|DIV|SPAN|UL|OL|LI|BLOCKQUOTE|PRE|CODE|B|STRONG|I|EM|U|S|SMALL|SUB|SUP|A)$/;

function expectHarmless(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('*')) {
    expect(element.tagName).to.match(ALLOWED);
    expect(element.shadowRoot).to.be.null;
    for (const {name, value} of element.attributes) {
      expect(`${element.tagName} ${name}`).to.match(/^A (href|target|rel)$/);
      if (name === 'href') expect(value).to.match(/^(https?:|mailto:|tel:|[/?#])/);
      if (name === 'target') expect(value).to.equal('_blank');
      if (name === 'rel') expect(value).to.equal('noopener noreferrer nofollow');
    }
  }
}

function toHtml(fragment: DocumentFragment): string {
  const box = document.createElement('div');
  box.append(fragment.cloneNode(true));
  return box.innerHTML;
}

const sanitizers: Record<string, (html: string) => DocumentFragment | Promise<DocumentFragment>> = {
  'the library': sanitizeWithLibrary,
  ...(hasNativeSanitizer ? {'the browser': sanitizeNatively} : {}),
};

for (const [name, sanitize] of Object.entries(sanitizers)) {
  describe(`rich text, sanitised by ${name}`, () => {
    const page = window as {__hit?: number};
    beforeEach(() => delete page.__hit);

    for (const html of HOSTILE) {
      it(`makes ${JSON.stringify(html.slice(0, 60))} harmless`, async () => {
        const fragment = await sanitize(html);
        expectHarmless(fragment);
        const box = document.createElement('div');
        box.append(fragment);
        document.body.append(box);
        for (const element of box.querySelectorAll<HTMLElement>('*')) {
          element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
          if (!element.matches('a')) element.click();
        }
        // Two turns of the event loop and a frame: an image that fails tells so in one of them.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        box.remove();
        expect(page.__hit).to.be.undefined;
      });
    }

    it('keeps text styles, lists and links, and opens links in a tab that knows nothing of this one', async () => {
      const box = document.createElement('div');
      box.append(
        await sanitize(
          '<b>Bold</b> and <ul><li><em>one</em></ul><a href="https://shop.example/a?b=1&amp;c=2">go</a>',
        ),
      );
      expect(box.querySelector('b')!.textContent).to.equal('Bold');
      expect(box.querySelector('ul li em')!.textContent).to.equal('one');
      const link = box.querySelector('a')!;
      expect(link.href).to.equal('https://shop.example/a?b=1&c=2');
      expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer nofollow']);
    });

    it('keeps the words of elements that are not allowed themselves', async () => {
      const box = document.createElement('div');
      box.append(
        await sanitize('<h2>Big</h2> <table><tr><td>cell</td></tr></table><font color=red>red</font>'),
      );
      expect(box.textContent).to.contain('Big').and.contain('cell').and.contain('red');
    });

    it('keeps a page harmless whatever is thrown at it', async () => {
      const piece = fc.constantFrom(
        ...HOSTILE,
        '<',
        '>',
        '"',
        "'",
        '&lt;',
        '</p>',
        '<p ',
        '<!--',
        '-->',
        '<![CDATA[',
        'text',
      );
      await fc.assert(
        fc.asyncProperty(fc.array(piece, {maxLength: 6}), async (pieces) => {
          const once = await sanitize(pieces.join(''));
          expectHarmless(once);
          if (pieces.includes(DEEP)) return;
          const text = toHtml(once);
          expect(toHtml(await sanitize(text)), 'what is clean stays as it is').to.equal(text);
        }),
        {numRuns: 60},
      );
    });
  });
}

describe('readRichText', () => {
  it('takes a content without a tag for text, its signs included', async () => {
    expect(await readRichText('Tom & Jerry: 1 < 2, 3 > 2 &amp; <3')).to.equal(
      'Tom & Jerry: 1 < 2, 3 > 2 &amp; <3',
    );
  });

  it('reads entities where there are tags', async () => {
    const rich = await readRichText('<b>Tom</b> &amp; Jerry');
    expect(rich).to.be.instanceOf(DocumentFragment);
    expect((rich as DocumentFragment).textContent).to.equal('Tom & Jerry');
  });
});

describe('toPlainText', () => {
  it('does not part a word in bold or a link from what stands around it', () =>
    expect(toPlainText('It <b>be</b>gins <a href="#x">at once</a>.<br>Soon')).to.equal(
      'It begins at once. Soon',
    ));

  it('leaves the words and takes the markup with what is no word', () => {
    expect(
      toPlainText('<p>One<br>two &amp; <b>three</b></p><script>alert(1)</script><style>p{}</style>'),
    ).to.equal('One two & three');
  });

  it('leaves nothing that could be read as a tag, for any input', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '<b>', '</b>', '<!--', '-->', '<script>', 'x', ' ', '&')),
        (parts) => {
          expect(toPlainText(parts.join(''))).to.not.match(/<[a-z!/][^]*>/i);
        },
      ),
    );
  });
});
