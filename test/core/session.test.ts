import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {InboxError} from '../../src/core/errors.ts';
import {createSession} from '../../src/core/session.ts';
import {FakeEnvironment, settle} from './fake-environment.ts';

function setUp(callback: () => unknown) {
  const environment = new FakeEnvironment();
  const states: string[] = [];
  let calls = 0;
  const session = createSession({
    getAuthTokenCallback: () => {
      calls++;
      return callback() as Promise<string>;
    },
    environment,
    onChange: () => states.push(session.state),
  });
  return {
    environment,
    session,
    states,
    get calls() {
      return calls;
    },
  };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error as InboxError).code,
  );

describe('createSession', () => {
  it('asks the callback once for everybody who waits', async () => {
    const test = setUp(() => Promise.resolve('t1'));
    expect(
      await Promise.all([test.session.token(), test.session.token(), test.session.token()]),
    ).to.deep.equal(['t1', 't1', 't1']);
    expect(test.calls).to.equal(1);
    expect(test.states).to.deep.equal(['authenticating', 'authenticated']);
  });

  it('hands out the token that the last answer brought', async () => {
    const test = setUp(() => Promise.resolve('t1'));
    test.session.rotate(await test.session.token(), 't2');
    expect(await test.session.token()).to.equal('t2');
    expect(test.calls).to.equal(1);
  });

  it('asks again after a refusal', async () => {
    const tokens = ['t1', 't2'];
    const test = setUp(() => Promise.resolve(tokens.shift()));
    test.session.refuse(await test.session.token());
    expect(await test.session.token()).to.equal('t2');
    expect(test.calls).to.equal(2);
  });

  it('treats the token that was just refused as a failure', async () => {
    const test = setUp(() => Promise.resolve('stale'));
    test.session.refuse(await test.session.token());
    expect(await codeOf(test.session.token())).to.equal('token-failed');
    expect(test.session.state).to.equal('expired');
  });

  it('knows nobody when the token is empty, and does not ask again by itself', async () => {
    const test = setUp(() => Promise.resolve(''));
    expect(await codeOf(test.session.token())).to.equal('unknown-contact');
    expect(await codeOf(test.session.token())).to.equal('unknown-contact');
    expect(test.session.state).to.equal('anonymous');
    expect(test.calls).to.equal(1);
  });

  it('asks again for an unknown contact when told to', async () => {
    const tokens = ['', 't1'];
    const test = setUp(() => Promise.resolve(tokens.shift()));
    await codeOf(test.session.token());
    test.session.retry();
    expect(await test.session.token()).to.equal('t1');
  });

  const bad: [string, () => unknown][] = [
    ['gives undefined', () => Promise.resolve(undefined)],
    ['gives null', () => Promise.resolve(null)],
    ['gives an object', () => Promise.resolve({token: 't'})],
    ['gives a number', () => Promise.resolve(5)],
    ['gives the text "undefined"', () => Promise.resolve('undefined')],
    ['gives the text "null"', () => Promise.resolve('null')],
    ['gives JSON', () => Promise.resolve('{"token":"t"}')],
    ['gives 200 KiB', () => Promise.resolve('t'.repeat(200 * 1024))],
    ['gives a line break', () => Promise.resolve('a\r\nX-Evil: 1')],
    ['gives letters that no header can hold', () => Promise.resolve('ключ')],
    ['rejects', () => Promise.reject(new Error('no'))],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a site's callback may
    ['rejects with nothing', () => Promise.reject()],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ];
  for (const [name, callback] of bad) {
    it(`fails, and can be asked again, when the callback ${name}`, async () => {
      const test = setUp(callback);
      expect(await codeOf(test.session.token())).to.equal('token-failed');
      expect(test.session.state).to.equal('expired');
      await codeOf(test.session.token());
      expect(test.calls).to.equal(2);
    });
  }

  it('takes a token that comes without a promise', async () => {
    expect(await setUp(() => 't1').session.token()).to.equal('t1');
  });

  it('gives up after 10 s, and does not look at a late answer', async () => {
    let answer: (token: string) => void = () => {};
    const test = setUp(() => new Promise((resolve) => (answer = resolve)));
    const result = codeOf(test.session.token());
    await test.environment.advance(9_999);
    expect(test.session.state).to.equal('authenticating');
    await test.environment.advance(1);
    expect(await result).to.equal('token-failed');
    answer('late');
    await settle();
    expect(test.session.state).to.equal('expired');
    expect(test.environment.leftovers.timers).to.equal(0);
  });

  it('calls a failing callback no more than three times a minute', async () => {
    const test = setUp(() => Promise.reject(new Error('no')));
    for (let i = 0; i < 50; i++) {
      await codeOf(test.session.token());
      await test.environment.advance(1000);
    }
    expect(test.calls).to.equal(3);
    await test.environment.advance(11_000);
    await codeOf(test.session.token());
    expect(test.calls).to.equal(4);
  });

  for (const [what, skew] of Object.entries({forward: 86_400_000, back: -86_400_000})) {
    it(`calls it no more often when the clock is set ${what} by a day`, async () => {
      const test = setUp(() => Promise.reject(new Error('no')));
      for (let i = 0; i < 8; i++) {
        await codeOf(test.session.token());
        await test.environment.advance(5000);
        test.environment.skew += skew;
      }
      expect(test.calls).to.equal(3);
      await test.environment.advance(60_000);
      await codeOf(test.session.token());
      expect(test.calls).to.equal(4);
    });
  }

  it('tells two contacts apart where the token names them', async () => {
    const tokens = ['c_anna1234.one', 'c_bert1234.one'];
    const test = setUp(() => Promise.resolve(tokens.shift()));
    const first = await test.session.token();
    expect(test.session.contact).to.equal('c_anna1234');
    const {epoch} = test.session;
    test.session.rotate(first, 'c_anna1234.two');
    expect(test.session.epoch).to.equal(epoch);
    test.session.refuse('c_anna1234.two');
    await test.session.token();
    expect(test.session.contact).to.equal('c_bert1234');
    expect(test.session.epoch).to.be.greaterThan(epoch);
  });

  it('ends for good', async () => {
    let answer: (token: string) => void = () => {};
    const test = setUp(() => new Promise((resolve) => (answer = resolve)));
    const result = codeOf(test.session.token());
    test.session.end();
    answer('t1');
    expect(await result).to.equal('ended');
    expect(await codeOf(test.session.token())).to.equal('ended');
    expect(test.session.state).to.equal('ended');
  });

  it('never calls twice at once, never beyond its budget, and recovers with a good callback', async () => {
    const answers = {
      token: () => Promise.resolve('good'),
      empty: () => Promise.resolve(''),
      nothing: () => Promise.resolve(undefined),
      object: () => Promise.resolve({}),
      reject: () => Promise.reject(new Error('no')),
      never: () => new Promise(() => {}),
      throw: () => {
        throw new Error('no');
      },
    };
    const command = fc.oneof(
      fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[])).map((answer) => ({answer})),
      fc.constantFrom('token' as const, 'refuse' as const, 'retry' as const).map((act) => ({act})),
      fc.integer({min: 1, max: 90_000}).map((wait) => ({wait})),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(command, {maxLength: 40}), async (commands) => {
        let behaviour: keyof typeof answers = 'token';
        let open = 0;
        let most = 0;
        let serial = 0;
        const called: number[] = [];
        const environment = new FakeEnvironment();
        const session = createSession({
          environment,
          onChange: () => {},
          getAuthTokenCallback: () => {
            called.push(environment.elapsed());
            most = Math.max(most, ++open);
            const done = () => open--;
            let result: unknown;
            try {
              result = answers[behaviour]();
            } catch (error) {
              done();
              throw error;
            }
            const cancel = environment.after(10_000, done); // the session has given up on it by then
            return Promise.resolve(result)
              .then((value) => (value === 'good' ? `good-${++serial}` : value) as string)
              .finally(() => {
                cancel();
                done();
              });
          },
        });
        let last = '';
        let sinceRetry = 0;
        for (const step of commands) {
          if ('answer' in step) behaviour = step.answer;
          else if ('wait' in step) await environment.advance(step.wait);
          else if (step.act === 'refuse') session.refuse(last);
          else if (step.act === 'retry') {
            session.retry();
            sinceRetry = called.length;
          } else {
            session.token().then(
              (token) => (last = token),
              () => {},
            );
            await settle();
          }
          const recent = called.slice(sinceRetry).filter((at) => at > environment.elapsed() - 60_000);
          expect(recent.length).to.be.at.most(3);
          expect(most).to.be.at.most(1);
        }
        behaviour = 'token';
        await environment.advance(10_000);
        session.retry();
        expect(await session.token()).to.match(/^good-/);
      }),
      {numRuns: 60},
    );
  });
});
