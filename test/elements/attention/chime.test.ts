import {expect} from '@open-wc/testing';
import {Chime} from '../../../src/elements/attention/chime.ts';

function setUp({isUsed = true} = {}) {
  const contexts: AudioContext[] = [];
  let now = 0;
  class Counted extends AudioContext {
    constructor() {
      super();
      contexts.push(this);
    }
  }
  const chime = new Chime({AudioContext: Counted, isUsed: () => isUsed, elapsed: () => now});
  return {chime, contexts, pass: (milliseconds: number) => (now += milliseconds)};
}

describe('Chime', () => {
  it('is silent until the visitor has used the page', () => {
    const {chime, contexts} = setUp({isUsed: false});
    chime.ring();
    expect(contexts).to.be.empty;
  });

  it('rings once for a burst, and again later', async () => {
    const {chime, contexts, pass} = setUp();
    chime.ring();
    chime.ring();
    pass(2999);
    chime.ring();
    expect(contexts).to.have.length(1);
    pass(1);
    chime.ring();
    expect(contexts).to.have.length(2);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('does without where the browser makes no sound', () => {
    const chime = new Chime({AudioContext: undefined, isUsed: () => true, elapsed: () => 0});
    expect(() => chime.ring()).to.not.throw();
  });
});
