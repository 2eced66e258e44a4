/** What runs in the page of `paint.ts`: the real element, over the sample. */
import '../../../src/agent/blocks/define.ts';
import {makeData, template} from './sample.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** After the frame that shows what has been rendered. */
const painted = () => frame().then(() => new Promise((resolve) => setTimeout(resolve)));

const view = document.createElement('agent-template-view');
document.body.append(view);

export const bench = {
  /**
   * Gives the element another answer.
   *
   * @returns milliseconds from there to the end of the frame that shows it
   */
  async paint(version: number): Promise<number> {
    const data = makeData(version);
    // Each begins where a frame has just ended, so that none of them waits for one.
    await painted();
    const start = performance.now();
    Object.assign(view, {template, data, scope: {now: 0, timeZone: 'UTC', locale: 'en-US'}});
    await painted();
    return performance.now() - start;
  },
  rows: () => view.shadowRoot!.querySelectorAll('dd').length,
  clear: () => Object.assign(view, {template: {version: 1, type: 'simple', sections: []}, data: {}}),
};

declare global {
  interface Window {
    templates: typeof bench;
  }
}
window.templates = bench;
