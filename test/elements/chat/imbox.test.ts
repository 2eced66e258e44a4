import {expect} from '@open-wc/testing';
import {createImbox, type ImboxHost} from '../../../src/elements/chat/imbox.ts';
import {InboxError} from '../../../src/core/errors.ts';
import type {Visitor} from '../../../src/core/chat/visitor.ts';
import type {VisitorReport} from '../../../src/protocol/visitor.ts';
import {settle} from '../../core/fake-environment.ts';

function world({isStarted = true} = {}) {
  const done: unknown[] = [];
  const warnings: string[] = [];
  const waiting: {resolve: () => void; reject: (error: Error) => void}[] = [];
  /** Resolves when the platform has it. */
  function tell(what: unknown): Promise<void> {
    done.push(what);
    return new Promise<void>((resolve, reject) => waiting.push({resolve, reject}));
  }
  const visitor = {report: (report: VisitorReport) => tell(report)} as Visitor;
  let current: Visitor | undefined;
  let knowsSite = true;
  const host: ImboxHost = {
    get visitor() {
      return current;
    },
    begin() {
      if (!knowsSite) return undefined;
      current = visitor;
      return tell(['begin']);
    },
    setSite: (siteId) => done.push(['site', siteId]),
    setLauncher: (isShown) => done.push(['launcher', isShown]),
    openChat: () => done.push(['open']),
    warn: (command, advice) => warnings.push(`${command} ${advice}`),
  };
  const run = createImbox(host);
  if (isStarted) run(['start']);
  done.length = 0;
  return {
    run,
    done,
    warnings,
    setKnowsSite: (isKnown: boolean) => (knowsSite = isKnown),
    confirmAll: async () => {
      for (const {resolve} of waiting.splice(0)) resolve();
      await settle();
    },
    refuseAll: async () => {
      for (const {reject} of waiting.splice(0)) reject(new InboxError('refused', 'No such site'));
      await settle();
    },
  };
}

describe('the commands of _imbox', () => {
  it('become reports, in their order', () => {
    const {run, done} = world();
    run(['setExternalContactId', 42]);
    run(['changeName', 'Ada']);
    run(['insertCard', 'c1', {total: 3}]);
    run(['insertCard', 'c1', 'text']);
    expect(done).to.deep.equal([
      {type: 'externalId', id: '42'},
      {type: 'name', name: 'Ada'},
      {type: 'card', id: 'c1', data: '{"total":3}'},
      {type: 'card', id: 'c1', data: 'text'},
    ]);
  });

  it('call back when they have taken effect, in their order, and not before', async () => {
    const {run, confirmAll} = world();
    const order: string[] = [];
    run(['changeName', 'Ada', () => order.push('named')]);
    for (const command of [['reset'], ['changeSid', 's2'], ['refreshGlobalSettings']])
      run([...command, () => order.push(command[0]!)]);
    await settle();
    expect(order).to.deep.equal([]);
    await confirmAll();
    expect(order).to.deep.equal(['named', 'reset', 'changeSid', 'refreshGlobalSettings']);
  });

  it('are kept, in order, until the visitor has agreed', () => {
    const {run, done} = world({isStarted: false});
    run(['changeName', 'Ada']);
    run(['insertCard', 'c', 'd']);
    expect(done).to.deep.equal([]);
    run(['start', {showLauncher: false}]);
    expect(done).to.deep.equal([
      ['launcher', false],
      ['begin'],
      {type: 'name', name: 'Ada'},
      {type: 'card', id: 'c', data: 'd'},
    ]);
  });

  it('are kept, in order, until it is known whose site it is', async () => {
    const {run, done, setKnowsSite, confirmAll} = world({isStarted: false});
    const order: string[] = [];
    setKnowsSite(false);
    run(['changeName', 'Ada', () => order.push('named')]);
    run(['start', () => order.push('started')]);
    run(['insertCard', 'c', 'd', () => order.push('card')]);
    expect(done).to.deep.equal([]);
    setKnowsSite(true);
    run(['start']);
    await confirmAll();
    expect(done.slice(1)).to.deep.equal([
      {type: 'name', name: 'Ada'},
      {type: 'card', id: 'c', data: 'd'},
    ]);
    expect([...order].sort()).to.deep.equal(['card', 'named', 'started']);
  });

  it('take effect one after the other without waiting for a platform that cannot be reached', () => {
    const {run, done, warnings} = world();
    run(['changeName', 'A']);
    run(['reset']);
    run(['changeName', 'B']);
    run(['changeSid', 's2']);
    run(['changeName', 'C']);
    run(['refreshGlobalSettings']);
    expect(done).to.deep.equal([
      {type: 'name', name: 'A'},
      ['begin'],
      {type: 'name', name: 'B'},
      ['site', 's2'],
      ['begin'],
      {type: 'name', name: 'C'},
      ['begin'],
    ]);
    expect(warnings).to.deep.equal([]);
  });

  it('that the platform refuses for good are warned of, and call nobody back', async () => {
    const {run, warnings, refuseAll} = world();
    let calls = 0;
    run(['changeSid', 'nobody', () => calls++]);
    await refuseAll();
    expect(calls).to.equal(0);
    expect(warnings).to.include('changeSid No such site');
  });

  it('begin no session before the visitor has agreed', () => {
    const {run, done, warnings} = world({isStarted: false});
    let calls = 0;
    for (const command of [['reset'], ['changeSid', 's2'], ['refreshGlobalSettings'], ['openChat']])
      run([...command, () => calls++]);
    expect(done).to.deep.equal([['site', 's2']]);
    expect(calls).to.equal(3);
    expect(warnings).to.have.length(1);
    run(['start']);
    expect(done.slice(1)).to.deep.equal([['begin']]);
  });

  it('begin nothing anew with a start that is said twice', () => {
    const {run, done} = world();
    let calls = 0;
    run(['changeName', 'Ada']);
    run(['start', {showLauncher: true}, () => calls++]);
    expect(done.slice(1)).to.deep.equal([['launcher', true]]);
    expect(calls).to.equal(1);
  });

  it('open the chat, once there is a visitor', () => {
    const {run, done} = world();
    run(['openChat']);
    expect(done).to.deep.equal([['open']]);
  });

  it('warn of what is no command or lacks something, and throw nothing', () => {
    const {run, done, warnings} = world();
    for (const entry of [['dance'], ['changeName'], ['insertCard'], ['changeSid'], 'text', null, [], 7])
      run(entry);
    expect(done).to.deep.equal([]);
    expect(warnings).to.have.length(8);
    expect(warnings[0]).to.match(/dance is no command. There are: setExternalContactId/);
  });
});
