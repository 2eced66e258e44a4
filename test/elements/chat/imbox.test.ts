import {expect} from '@open-wc/testing';
import {createImbox, type ImboxHost} from '../../../src/elements/chat/imbox.ts';
import {InboxError} from '../../../src/core/errors.ts';
import type {Visitor} from '../../../src/core/chat/visitor.ts';
import type {VisitorReport} from '../../../src/protocol/visitor.ts';
import {settle} from '../../core/fake-environment.ts';

function world({isStarted = true} = {}) {
  const done: unknown[] = [];
  const warnings: string[] = [];
  let reports: {resolve: () => void; reject: (error: Error) => void}[] = [];
  let endPause = () => {};
  const visitor = {
    report(report: VisitorReport) {
      done.push(report);
      return new Promise<void>((resolve, reject) => reports.push({resolve, reject}));
    },
  } as Visitor;
  let current: Visitor | undefined = isStarted ? visitor : undefined;
  const host: ImboxHost = {
    get visitor() {
      return current;
    },
    async begin() {
      done.push(['begin']);
      // As a visitor's end does.
      for (const {reject} of reports.splice(0)) reject(new InboxError('ended', ''));
      current = visitor;
    },
    setSite: (siteId) => done.push(['site', siteId]),
    async refresh() {
      done.push(['refresh']);
    },
    setLauncher: (isShown) => done.push(['launcher', isShown]),
    openChat: () => done.push(['open']),
    pause: () => new Promise((resolve) => (endPause = resolve)),
    warn: (command, advice) => warnings.push(`${command} ${advice}`),
  };
  const run = createImbox(host);
  if (isStarted) run(['start']);
  return {
    run,
    done,
    warnings,
    endPause: () => endPause(),
    confirmAll: () => {
      for (const {resolve} of reports) resolve();
      reports = [];
    },
  };
}

/** Whether a session has been begun anew. */
const begun = (done: unknown[]) =>
  done.some((entry) => Array.isArray(entry) && ['begin', 'refresh'].includes(String(entry[0])));

describe('the commands of _imbox', () => {
  it('become reports, in their order', async () => {
    const {run, done} = world();
    run(['setExternalContactId', 42]);
    run(['changeName', 'Ada']);
    run(['insertCard', 'c1', {total: 3}]);
    run(['insertCard', 'c1', 'text']);
    await settle();
    expect(done).to.deep.equal([
      {type: 'externalId', id: '42'},
      {type: 'name', name: 'Ada'},
      {type: 'card', id: 'c1', data: '{"total":3}'},
      {type: 'card', id: 'c1', data: 'text'},
    ]);
  });

  it('call back when they have taken effect, and not before', async () => {
    const {run, confirmAll} = world();
    let calls = 0;
    run(['changeName', 'Ada', () => calls++]);
    await settle();
    expect(calls).to.equal(0);
    confirmAll();
    await settle();
    expect(calls).to.equal(1);
  });

  it('are kept, in order, until the visitor has agreed', async () => {
    const {run, done} = world({isStarted: false});
    run(['changeName', 'Ada']);
    run(['insertCard', 'c', 'd']);
    await settle();
    expect(done).to.deep.equal([]);
    run(['start', {showLauncher: false}]);
    await settle();
    expect(done).to.deep.equal([
      ['launcher', false],
      ['begin'],
      {type: 'name', name: 'Ada'},
      {type: 'card', id: 'c', data: 'd'},
    ]);
  });

  it('reset, change the site and read the settings anew one after the other', async () => {
    const {run, done} = world();
    const order: string[] = [];
    run(['reset', () => order.push('reset')]);
    run(['changeSid', 's2', () => order.push('changed')]);
    run(['refreshGlobalSettings', () => order.push('refreshed')]);
    await settle();
    expect(done).to.deep.equal([['begin'], ['site', 's2'], ['begin'], ['refresh']]);
    expect(order).to.deep.equal(['reset', 'changed', 'refreshed']);
  });

  it('let what was said before arrive first, where the platform can be reached', async () => {
    for (const command of [['reset'], ['changeSid', 's2'], ['refreshGlobalSettings']]) {
      const {run, done, confirmAll} = world();
      const order: string[] = [];
      run(['changeName', 'Ada', () => order.push('named')]);
      run([...command, () => order.push('begun')]);
      await settle();
      expect(begun(done)).to.equal(false);
      confirmAll();
      await settle();
      expect(order).to.deep.equal(['named', 'begun']);
      expect(begun(done)).to.equal(true);
    }
  });

  it('wait no longer than a while for a platform that cannot be reached, and say it again in the next session', async () => {
    const {run, done, warnings, endPause, confirmAll} = world();
    let calls = 0;
    run(['changeName', 'Ada', () => calls++]);
    run(['reset']);
    await settle();
    endPause();
    await settle();
    expect(done.slice(1)).to.deep.equal([['begin'], {type: 'name', name: 'Ada'}]);
    confirmAll();
    await settle();
    expect(calls).to.equal(1);
    expect(warnings).to.deep.equal([]);
  });

  it('tell another site nothing of what was said to the one before', async () => {
    const {run, done, warnings, endPause} = world();
    run(['changeName', 'Ada']);
    run(['changeSid', 's2']);
    await settle();
    endPause();
    await settle();
    expect(done.slice(1)).to.deep.equal([['site', 's2'], ['begin']]);
    expect(warnings).to.have.length(1);
  });

  it('begin no session before the visitor has agreed', async () => {
    const {run, done, warnings} = world({isStarted: false});
    let calls = 0;
    for (const command of [['reset'], ['changeSid', 's2'], ['refreshGlobalSettings'], ['openChat']])
      run([...command, () => calls++]);
    await settle();
    expect(done).to.deep.equal([['site', 's2']]);
    expect(calls).to.equal(3);
    expect(warnings).to.have.length(1);
    run(['start']);
    await settle();
    expect(done.slice(1)).to.deep.equal([['begin']]);
  });

  it('begin nothing anew with a start that is said twice', async () => {
    const {run, done} = world();
    let calls = 0;
    run(['changeName', 'Ada']);
    run(['start', {showLauncher: true}, () => calls++]);
    await settle();
    expect(done.slice(1)).to.deep.equal([['launcher', true]]);
    expect(calls).to.equal(1);
  });

  it('warn of what is no command or lacks something, and throw nothing', async () => {
    const {run, done, warnings} = world();
    for (const entry of [['dance'], ['changeName'], ['insertCard'], ['changeSid'], 'text', null, [], 7])
      run(entry);
    await settle();
    expect(done).to.deep.equal([]);
    expect(warnings).to.have.length(8);
    expect(warnings[0]).to.match(/dance is no command. There are: setExternalContactId/);
  });
});
