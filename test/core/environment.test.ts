import {expect} from '@open-wc/testing';
import {defaultEnvironment} from '../../src/core/environment.ts';

describe('the environment of a page', () => {
  it('waits where a pause is longer than 32 bits hold, and does not call back at once', async () => {
    let isOver = false;
    const cancel = defaultEnvironment.after(2 ** 31 + 1, () => (isOver = true));
    // A timer that has run over counts as none: it would come before this one.
    await new Promise((resolve) => setTimeout(resolve, 20));
    cancel();
    expect(isOver).to.equal(false);
  });
});
