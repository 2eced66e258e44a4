import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../src/agent/blocks/define.ts';
import type {AgentBlocks} from '../../../src/agent/blocks/blocks.ts';
import type {AgentHtmlFrame} from '../../../src/agent/blocks/html-frame.ts';
import {FRAME_CHANNEL, readFrameMessage} from '../../../src/agent/blocks/frame-protocol.ts';
import {LONG, overflowOf} from '../support/overflow.ts';

const heightOf = (element: AgentHtmlFrame) => element.renderRoot.querySelector('iframe')?.clientHeight ?? 0;
const show = (markup: string) =>
  fixture<AgentHtmlFrame>(html`<agent-html-frame .html=${markup}></agent-html-frame>`);

describe('a frame for markup', () => {
  it('runs its scripts, has no origin, and is as high as its content', async () => {
    const heard: unknown[] = [];
    const listen = ({data}: MessageEvent<unknown>) => heard.push(data);
    addEventListener('message', listen);
    const element = await show(`<div style="height:320px">x</div><script>
      var reach = 'none'; try { reach = parent.document.title } catch (error) { reach = error.name }
      parent.postMessage({mine: true, origin: self.origin, reach: reach}, '*');
    </script>`);
    await waitUntil(() => heightOf(element) === 320, 'the frame follows its content');
    removeEventListener('message', listen);
    expect(heard).to.deep.include({mine: true, origin: 'null', reach: 'SecurityError'});
    expect(element.renderRoot.querySelector('iframe')!.getAttribute('sandbox')).not.to.contain('same-origin');
  });

  it('follows content that grows', async () => {
    const element = await show(
      `<button style="height:50px;border:0;display:block">x</button>
       <script>addEventListener('load',function(){document.querySelector('button').style.height='150px'})</script>`,
    );
    await waitUntil(() => heightOf(element) === 150);
  });

  it('begins anew with other markup', async () => {
    const element = await show('<p style="height:100px;margin:0">x</p>');
    await waitUntil(() => heightOf(element) === 100);
    const before = element.renderRoot.querySelector('iframe');
    element.html = '<p style="height:60px;margin:0">y</p>';
    await waitUntil(() => heightOf(element) === 60);
    expect(element.renderRoot.querySelector('iframe')).not.to.equal(before);
  });

  it('listens to its own window alone, and ends with the element', async () => {
    const element = await show('<p style="height:100px;margin:0">x</p>');
    await waitUntil(() => heightOf(element) === 100);
    dispatchEvent(
      new MessageEvent('message', {
        data: {channel: FRAME_CHANNEL, type: 'height', height: 900},
        source: window,
      }),
    );
    expect(heightOf(element)).to.equal(100);
    element.remove();
    expect(element.renderRoot.querySelector('iframe')).to.equal(null);
  });

  for (const [sentence, url] of [
    ['whose page never says that its script runs', 'about:blank'],
    ['that has no address', 'https://['],
  ] as const) {
    it(`${sentence} says that the content cannot run, and does not stay white`, async () => {
      const element = await fixture<AgentHtmlFrame>(
        html`<agent-html-frame .html=${'<p>x</p>'} frame-url=${url}></agent-html-frame>`,
      );
      const note = () => element.renderRoot.querySelector('[role="note"]');
      // It is patient for two seconds and a half.
      await waitUntil(note, 'the note', {timeout: 10_000});
      expect(note()!.textContent).to.contain('can’t run here').and.to.contain('security policy');
      expect(element.renderRoot.querySelector('iframe')).to.equal(null);
      await expect(element).to.be.accessible();
    });
  }

  it('takes no height that is none', () => {
    const height = (value: unknown) =>
      readFrameMessage({channel: FRAME_CHANNEL, type: 'height', height: value});
    for (const value of ['5', NaN, Infinity, null, {}]) expect(height(value)).to.equal(undefined);
    expect(height(1e9)).to.deep.include({height: 2000});
    expect(height(-5)).to.deep.include({height: 0});
    expect(readFrameMessage({type: 'ready'})).to.equal(undefined);
  });
});

describe('blocks', () => {
  it('fit into 290 pixels, whatever words, numbers and columns they hold', async () => {
    const {word, number, url} = LONG;
    const rows = [word, String(number), url].map((text) => ({label: word, text}));
    const cells = Array.from({length: 9}, () => ({text: word}));
    const items = [
      {type: 'list', rows},
      {type: 'table', headers: cells, rows: [cells, Array.from({length: 9}, () => ({text: String(number)}))]},
      {type: 'html', html: `<table><tr><td>${word}</td><td>${word}</td></tr></table>`},
    ];
    const accordion = {type: 'accordion', items: [{name: word, icon: 'person', open: true, data: items}]};
    const response = {
      contactName: word,
      contactLink: {url, text: word},
      blocks: [{name: word, icon: 'person', data: [...items, accordion, {type: word}]}],
    };
    const element = await fixture<AgentBlocks>(html`<agent-blocks .response=${response}></agent-blocks>`);
    for (const width of [290, 400]) {
      element.style.width = `${width}px`;
      expect(overflowOf(element), `${width} px`).to.deep.equal([]);
    }
  });

  it('show markup of another system only within the frame', async () => {
    const response = {
      contactName: '<b>Maya</b>',
      blocks: [
        {name: '<img src=x onerror="window.hit=1">', data: [{type: 'html', html: '<i>inside</i>'}]},
        {name: 'List', data: [{type: 'list', rows: [{label: '<script>', text: '<b>bold</b>'}]}]},
      ],
    };
    const element = await fixture<AgentBlocks>(html`<agent-blocks .response=${response}></agent-blocks>`);
    expect(element.renderRoot.querySelectorAll('b, img, i, script')).to.have.length(0);
    expect(element.renderRoot.textContent).to.contain('<b>bold</b>');
    expect(element.renderRoot.querySelectorAll('agent-html-frame')).to.have.length(1);
    await expect(element).to.be.accessible();
  });
});
