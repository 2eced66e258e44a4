import {expect} from '@open-wc/testing';
import {createImbox, type ImboxHost} from '../../../src/elements/chat/imbox.ts';
import type {Visitor} from '../../../src/core/chat/visitor.ts';
import type {VisitorReport} from '../../../src/protocol/visitor.ts';
import {settle} from '../../core/fake-environment.ts';

function world({isStarted = true} = {}) {
  const done: unknown[] = [];
  const warnings: string[] = [];
  let confirm: (() => void)[] = [];
  const visitor = {
    report(report: VisitorReport) {
      done.push(report);
      return new Promise<void>((resolve) => confirm.push(resolve));
    },
  } as Visitor;
  let current: Visitor | undefined = isStarted ? visitor : undefined;
  const host: ImboxHost = {
    get visitor() {
      return current;
    },
    async begin(options) {
      done.push(['begin', options]);
      current = visitor;
    },
    async refresh() {
      done.push(['refresh']);
    },
    openChat: () => done.push(['open']),
    warn: (command, advice) => warnings.push(`${command} ${advice}`),
  };
  return {
    run: createImbox(host),
    done,
    warnings,
    confirmAll: () => {
      confirm.forEach((resolve) => resolve());
      confirm = [];
    },
  };
}

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
      ['begin', {showLauncher: false}],
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
    expect(done).to.deep.equal([['begin', {}], ['begin', {siteId: 's2'}], ['refresh']]);
    expect(order).to.deep.equal(['reset', 'changed', 'refreshed']);
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
