import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {encodeContext} from '../../../src/agent/dashboard-apps/app-context.ts';
import {AppCommandError, readCommand, readParts} from '../../../src/agent/dashboard-apps/commands.ts';
import {isFetchInfo} from '../../../src/agent/dashboard-apps/fetch-info.ts';
import {
  isIsolated,
  readFeatures,
  readReferrerPolicy,
  readSandbox,
} from '../../../src/agent/dashboard-apps/permissions.ts';
import {nextStatus, type AppSignal, type AppStatus} from '../../../src/agent/dashboard-apps/status.ts';
import {Allowance, Debounce, Throttle} from '../../../src/agent/dashboard-apps/timing.ts';
import {FakeClock} from '../../elements/fake-clock.ts';
import {sampleContext} from './support/context.ts';
import {differences} from './support/schema.ts';
import {DEFAULT_SANDBOX} from '../../../src/protocol/app-permissions.ts';

const NAME = 'chatwoot-dashboard-app:fetch-info';

describe('the context for an app', () => {
  it('has every attribute with its type, and no others', () => {
    const {event, data} = JSON.parse(encodeContext(sampleContext())) as {event: string; data: unknown};
    expect(event).to.equal('appContext');
    expect(differences(data)).to.deep.equal([]);
  });

  it('says of the agent only who they are', () => {
    const currentAgent = {email: 'a@b', id: 1, name: 'Ada', access_token: 'secret', role: 'admin'};
    const {data} = JSON.parse(encodeContext(sampleContext({currentAgent}))) as {
      data: {currentAgent: object};
    };
    expect(data.currentAgent).to.deep.equal({email: 'a@b', id: 1, name: 'Ada'});
  });

  it('is checked by a schema that sees what is missing, wrong or too much', () => {
    const context = JSON.parse(JSON.stringify(sampleContext())) as Record<string, Record<string, unknown>>;
    delete context.contact!.email;
    context.conversation!.muted = 'no';
    context.currentAgent!.token = 'x';
    expect(differences(context)).to.have.members([
      'contact.email is missing',
      'conversation.muted is no boolean',
      'currentAgent.token is not part of it',
    ]);
  });
});

describe('an app’s question', () => {
  const asked: [string, unknown][] = [
    ['as a bare text', NAME],
    ['with spaces around', ` ${NAME}\n`],
    ['as a JSON string', JSON.stringify(NAME)],
    ['as a JSON object', JSON.stringify({event: NAME})],
    ['as an object', {event: NAME}],
  ];
  for (const [form, data] of asked) it(`is heard ${form}`, () => expect(isFetchInfo(data)).to.equal(true));

  const other = [
    '',
    'hello',
    `${NAME}!`,
    '{',
    '"',
    7,
    null,
    undefined,
    true,
    [],
    {},
    {event: 'x'},
    {type: NAME},
  ];
  for (const data of other)
    it(`is not ${JSON.stringify(data)}`, () => expect(isFetchInfo(data)).to.equal(false));

  it('is heard under an alias, in all forms', () => {
    for (const data of ['ours:get', '"ours:get"', '{"event":"ours:get"}', {event: 'ours:get'}]) {
      expect(isFetchInfo(data)).to.equal(false);
      expect(isFetchInfo(data, ['ours:get'])).to.equal(true);
    }
  });

  it('is not looked for in what an object only inherits', () => {
    expect(isFetchInfo(Object.create({event: NAME}))).to.equal(false);
  });
});

describe('what a frame is allowed', () => {
  it('never includes leading the desk elsewhere, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...['allow-top-navigation', 'allow-top-navigation-by-user-activation', 'allow-scripts'],
            ...['ALLOW-TOP-NAVIGATION', 'allow-top-navigation-to-custom-protocols', 'allow-forms', 'x'],
          ),
        ),
        (words) => !/top-navigation|x/i.test(readSandbox(words.join(' '))),
      ),
    );
    expect(readSandbox('  Allow-Scripts allow-forms allow-scripts ')).to.equal('allow-scripts allow-forms');
  });

  it('lends features to the app’s own origin alone', () => {
    expect(readFeatures('camera *; microphone https://evil.example; clipboard-write')).to.equal(
      'clipboard-write',
    );
    expect(readFeatures('camera; microphone')).to.equal('camera; microphone');
  });

  it('tells no more of the desk’s address than its origin', () => {
    expect(readReferrerPolicy('unsafe-url')).to.equal('no-referrer');
    expect(readReferrerPolicy('Origin ')).to.equal('origin');
  });

  it('is isolated without its own origin', () => {
    expect(isIsolated(DEFAULT_SANDBOX)).to.equal(false);
    expect(isIsolated('allow-scripts')).to.equal(true);
    expect(isIsolated('')).to.equal(true);
  });
});

describe('a command of an app', () => {
  const refused: [string, unknown, unknown, string][] = [
    ['an unknown name', 'reboot', {}, 'unknown'],
    ['a name that an object inherits', 'constructor', {}, 'unknown'],
    ['a height that is none', 'resize', {height: 'tall'}, 'invalid'],
    ['an endless height', 'resize', {height: Infinity}, 'invalid'],
    ['no parameters', 'resize', undefined, 'invalid'],
    ['a script as a link', 'openLink', {url: 'javascript:alert(1)'}, 'invalid'],
    ['a data link', 'openLink', {url: 'data:text/html,x'}, 'invalid'],
    ['a link with a password', 'openLink', {url: 'https://a:b@c.example'}, 'invalid'],
    ['a link into the desk', 'openLink', {url: '/desk/settings'}, 'invalid'],
    ['an empty toast', 'toast', {text: '\n\t'}, 'invalid'],
    ['a toast of markup objects', 'toast', {text: {html: '<b>'}}, 'invalid'],
  ];
  for (const [what, name, parameters, code] of refused) {
    it(`is refused: ${what}`, () => {
      expect(() => readCommand(name, parameters))
        .to.throw(AppCommandError)
        .with.property('code', code);
    });
  }

  it('is read within limits', () => {
    expect(readCommand('resize', {height: 1e9}).parameters).to.deep.equal({height: 4000});
    expect(readCommand('resize', {height: -4}).parameters).to.deep.equal({height: 0});
    expect(readCommand('openLink', {url: 'https://a.example/x'}).parameters).to.deep.equal({
      url: 'https://a.example/x',
    });
    const {parameters} = readCommand('toast', {text: `two\nlines ${'😀'.repeat(300)}`});
    expect((parameters as {text: string}).text).to.match(/^two lines 😀+$/u);
    expect([...(parameters as {text: string}).text]).to.have.length(200);
  });

  it('subscribes to the parts that there are', () => {
    expect(readParts(['contact', 'password', 'theme'])).to.deep.equal(['contact', 'theme']);
    expect(readParts([])).to.deep.equal([]);
    expect(readParts('contact')).to.deep.equal(['conversation', 'contact', 'currentAgent', 'theme']);
  });
});

describe('an app’s status', () => {
  const after = (...signals: AppSignal[]) => signals.reduce<AppStatus>(nextStatus, 'loading');

  it('is ready when the page has loaded, also late', () => {
    expect(after('load')).to.equal('ready');
    expect(after('wait')).to.equal('slow');
    expect(after('wait', 'load')).to.equal('ready');
  });
  it('stays failed when the browser’s error page loads after all', () => {
    expect(after('wait', 'unreachable', 'load')).to.equal('failed');
    expect(after('load', 'unreachable')).to.equal('failed');
  });
  it('stays moved until the app itself speaks again', () => {
    expect(after('foreign', 'load', 'wait', 'silence')).to.equal('moved');
    expect(after('foreign', 'answer')).to.equal('ready');
  });
  it('is silent only after it has been ready, and until it answers', () => {
    expect(after('silence')).to.equal('loading');
    expect(after('load', 'silence')).to.equal('silent');
    expect(after('load', 'silence', 'answer')).to.equal('ready');
  });
  it('begins anew from anywhere', () => {
    for (const signal of ['load', 'unreachable', 'foreign', 'refuse', 'wait'] as const)
      expect(after(signal, 'start')).to.equal('loading');
  });
});

describe('timing', () => {
  function setUp<T>(make: (clock: FakeClock, act: () => void) => T) {
    const clock = new FakeClock();
    const start = clock.now();
    const times: number[] = [];
    return {clock, times, it: make(clock, () => times.push(clock.now() - start))};
  }

  it('debounces: once after a burst, and not for ever put off', () => {
    const {clock, times, it} = setUp((clock, act) => new Debounce(clock, act, {pause: 100, limit: 1000}));
    it.call();
    clock.pass(50);
    it.call();
    clock.pass(500);
    expect(times).to.deep.equal([150]);
    for (let i = 0; i < 40; i++) {
      it.call();
      clock.pass(50);
    }
    clock.pass(500);
    expect(times.slice(1)).to.deep.equal([1550, 2550]);
  });

  it('throttles: at once, then once for all that came meanwhile', () => {
    const {clock, times, it} = setUp((clock, act) => new Throttle(clock, act, 250));
    for (let i = 0; i < 1000; i++) {
      it.call();
      clock.pass(1);
    }
    clock.pass(1000);
    expect(times).to.deep.equal([0, 250, 500, 750, 1000]);
  });

  it('does nothing after it has been cancelled', () => {
    const {clock, times, it} = setUp((clock, act) => new Throttle(clock, act, 250));
    it.call();
    it.call();
    it.cancel();
    clock.pass(1000);
    expect(times).to.deep.equal([0]);
    expect(clock.timerCount).to.equal(0);
  });

  it('allows so many at once, and so many a second', () => {
    const clock = new FakeClock();
    const allowance = new Allowance(clock, {perSecond: 10, burst: 5});
    const taken = () => Array.from({length: 100}, () => allowance.take()).filter(Boolean).length;
    expect(taken()).to.equal(5);
    clock.pass(300);
    expect(taken()).to.equal(3);
    clock.pass(60_000);
    expect(taken()).to.equal(5);
  });
});
