/**
 * The session against a model, by random commands on a clock of its own. What holds after each command:
 *
 * - the callback is never asked while it is being asked, and never more than three times in a minute of being online
 * - a token that is handed out is the last one that the callback or an answer gave, for the contact who is named, and not
 *   the one that was refused
 * - a contact is named only if a token named them, and not any more after `''`, `forget` or `end`
 * - the epoch never goes back, and is another whenever the contact is
 * - after the end nothing is asked, and nothing is handed out
 * - all of that whatever the visitor's clock says, wrong by a day or set meanwhile
 */
import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createSession, type Session} from '../../src/core/session.ts';
import {FakeEnvironment} from './fake-environment.ts';

type Command =
  | {what: 'ask'}
  | {what: 'answer'; with: 'anna' | 'bert' | 'nobody' | 'rubbish' | 'failure' | 'the refused one'}
  | {what: 'rotate' | 'rotate late' | 'refuse' | 'refuse late' | 'forget' | 'retry' | 'end' | 'offline'}
  | {what: 'wait'; milliseconds: number}
  | {what: 'set the clock'; by: number};

const DAY = 86_400_000;

const commands: fc.Arbitrary<Command> = fc.oneof(
  {weight: 6, arbitrary: fc.constant<Command>({what: 'ask'})},
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('anna', 'anna', 'bert', 'nobody', 'rubbish', 'failure', 'failure', 'the refused one')
      .map((answer): Command => ({what: 'answer', with: answer})),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        'rotate',
        'rotate late',
        'refuse',
        'refuse',
        'refuse late',
        'forget',
        'retry',
        'offline' as const,
      )
      .map((what): Command => ({what})),
  },
  {weight: 1, arbitrary: fc.constant<Command>({what: 'end'})},
  {
    weight: 4,
    arbitrary: fc
      // The last one is longer than a browser's timers can be.
      .constantFrom(100, 5000, 10_000, 30_000, 61_000, 2 ** 31 + 5000)
      .map((milliseconds): Command => ({what: 'wait', milliseconds})),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(-DAY, -61_000, 61_000, DAY, 2 ** 31)
      .map((by): Command => ({what: 'set the clock', by})),
  },
);

const refOf = (token: string | undefined) => token && /^(c_\w+)\./.exec(token)?.[1];

/** Lets promises settle; nothing here waits for anything else. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 15; turn++) await Promise.resolve();
}

class Run {
  readonly environment = new FakeEnvironment();
  readonly session: Session;
  /** What the model knows: the token that may be handed out, and who was named last. */
  good: string | undefined;
  refused: string | undefined;
  stale = 'c_anna0000.before';
  contact: string | undefined;
  isEnded = false;
  #answer: ((value: unknown) => void) | undefined;
  #fail: ((reason: unknown) => void) | undefined;
  #deadline = 0;
  #calls: number[] = [];
  #serial = 0;
  #epoch = 0;

  constructor() {
    this.session = createSession({
      getAuthTokenCallback: () => this.#called(),
      environment: this.environment,
      onChange: () => this.#changed(),
    });
  }

  #called(): Promise<string> {
    const now = this.environment.elapsed();
    expect(this.isEnded, 'asked after the end').to.be.false;
    expect(this.#answer === undefined || now >= this.#deadline, 'asked twice at once').to.be.true;
    if (this.environment.online) this.#calls.push(now);
    this.#deadline = now + 10_000;
    return new Promise<string>((resolve, reject) => {
      this.#answer = resolve as (value: unknown) => void;
      this.#fail = reject;
    });
  }

  #changed(): void {
    const {contact, epoch} = this.session;
    expect(epoch).to.be.at.least(this.#epoch);
    if (contact !== this.contact) expect(epoch, 'another contact, the same epoch').to.be.above(this.#epoch);
    this.#epoch = epoch;
    this.contact = contact;
  }

  async do(command: Command): Promise<void> {
    const {session, environment} = this;
    if (command.what === 'wait') await environment.advance(command.milliseconds);
    else if (command.what === 'set the clock') environment.skew += command.by;
    else if (command.what === 'ask') {
      session.token().then(
        (token) => {
          expect(this.isEnded, 'handed out after the end').to.be.false;
          expect([undefined, '', this.refused]).to.not.include(token);
          if (this.good !== undefined) expect(token).to.equal(this.good);
          expect(session.contact).to.equal(refOf(token));
        },
        () => {},
      );
    } else if (command.what === 'answer') this.#answerWith(command.with);
    else if (command.what === 'rotate' && this.good) {
      this.stale = this.good;
      this.good = `${refOf(this.good)}.${++this.#serial}`;
      session.rotate(this.stale, this.good);
    } else if (command.what === 'rotate late') session.rotate(this.stale, 'c_late0000.token');
    else if (command.what === 'refuse' && this.good) {
      this.refused = this.stale = this.good;
      this.good = undefined;
      session.refuse(this.refused);
    } else if (command.what === 'refuse late') session.refuse((this.refused = this.stale));
    else if (command.what === 'forget') {
      this.good = this.refused = undefined;
      session.forget();
    } else if (command.what === 'retry') {
      this.#calls = [];
      session.retry();
    } else if (command.what === 'offline') environment.online = !environment.online;
    else if (command.what === 'end') {
      this.isEnded = true;
      this.good = undefined;
      session.end();
    }
    await settle();
    this.#check();
  }

  #answerWith(what: Extract<Command, {what: 'answer'}>['with']): void {
    const [answer, fail] = [this.#answer, this.#fail];
    if (!answer || !fail) return;
    this.#answer = this.#fail = undefined;
    if (what === 'failure') return fail(new Error('The site is down'));
    if (what === 'nobody') return answer('');
    if (what === 'rubbish') return answer({token: 'x'});
    if (what === 'the refused one') return answer(this.refused ?? '{}');
    answer(`c_${what}0000.${++this.#serial}`);
  }

  #check(): void {
    const {session} = this;
    const now = this.environment.elapsed();
    expect(this.#calls.filter((at) => at > now - 60_000).length, 'calls in a minute').to.be.at.most(3);
    this.#changed();
    if (['anonymous', 'ended'].includes(session.state)) expect(session.contact).to.be.undefined;
    if (session.state === 'authenticated') expect(session.contact).to.match(/^c_(anna|bert)0000$/);
    if (this.isEnded) expect(session.state).to.equal('ended');
  }

  /** What the session would hand out without asking: the model's view of it is renewed by what was handed out. */
  async learn(): Promise<void> {
    const {session} = this;
    if (session.state !== 'authenticated' || this.good !== undefined) return;
    let token: string | undefined;
    session.token().then(
      (value) => (token = value),
      () => {},
    );
    await settle();
    if (token !== undefined) this.good = token;
  }
}

describe('the session, against a model', () => {
  it('keeps its promises whatever happens in whatever order', async () => {
    let handedOut = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(commands, {maxLength: 60, size: 'max'}), async (list) => {
        const run = new Run();
        for (const command of list) {
          await run.do(command);
          await run.learn();
          if (run.good) handedOut++;
        }
      }),
      {numRuns: 300},
    );
    expect(handedOut, 'tokens were there to be checked').to.be.above(100);
  }).timeout(30_000);
});
