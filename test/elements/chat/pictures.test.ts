import {expect} from '@open-wc/testing';
import {drawPicture} from '../../../src/elements/chat/files.ts';

async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#0a7';
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob();
}

async function draw(blob: Blob): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  await drawPicture(canvas, () => Promise.resolve(blob), {signal: new AbortController().signal});
  return canvas;
}

describe('a picture in the chat', () => {
  for (const [what, size, shown] of [
    ['that is wide', [900, 400], [220, 98]],
    ['that is high', [300, 1400], [60, 280]],
    ['that is small', [100, 60], [100, 60]],
    ['that is tiny', [20, 12], [44, 44]],
    ['that is a line', [5, 2000], [44, 280]],
  ] as const)
    it(`${what} is ${shown.join(' by ')} pixels: as it is, as far as there is room`, async () => {
      const canvas = await draw(await picture(size[0], size[1]));
      expect([canvas.style.width, canvas.style.height]).to.deep.equal(shown.map((side) => `${side}px`));
      // What is drawn has the picture's own shape: the box cuts it, and does not bend it.
      expect(canvas.width / canvas.height).to.be.closeTo(size[0] / size[1], 0.02);
      expect([...canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data]).to.deep.equal([0, 170, 119, 255]);
    });

  it('that cannot be drawn says so, so that its name stands in its place', async () => {
    const canvas = await draw(new Blob(['no picture']));
    expect(canvas.dataset.failed).to.equal('');
  });
});
