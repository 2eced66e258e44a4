/**
 * List, outbox, stream and tabs of one device against a model of the platform, by random commands on a clock of their own.
 *
 * What holds after each command:
 * - a mark is shown at once in the tab where it was made
 * - a mark is kept by this device before it is sent, and its promise resolves only then; where the device refuses to keep it,
 *   the promise says so
 * - what is held is not sent before its time, and what was taken back is never sent
 * - the number is never negative
 * - each tab announces a notification once at most
 *
 * What holds in the end, when the network, the storage and the tabs have come back, within a few minutes of their clock:
 * - every mark that was kept has taken effect: none is lost, whichever tabs have crashed
 * - so has every mark of a tab that was closed, whether storage had taken it or not
 * - each has taken effect once
 * - of the marks of one tab on one notification that were kept, an earlier one never after a later one
 * - only what the platform has refused was rolled back, and that was told by an event
 * - every tab shows what the platform has, row by row, and its number, and nothing waits
 * - the device keeps no mark any more
 *
 * 500 runs by default, 2 s of a processor. `MODEL_RUNS=10000 npm test -- --only unit model-inbox` makes it that many, `MODEL_SEED` and `MODEL_PATH`
 * repeat one.
 */
import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {commands, type Command} from './model/commands.ts';
import {Run} from './model/run.ts';

/** How often, and from which seed: from the environment, which the test runner's server hands on. */
const settings = (await (await fetch('/model-settings.json')).json()) as {
  numRuns?: number;
  seed?: number;
  path?: string;
};

/** Lets everything come back in the end, and says what is not as it should be. */
async function play(list: readonly Command[]): Promise<Run> {
  const run = new Run();
  for (let first = 0; first < 4; first++) run.platform.send();
  await run.open();
  for (const command of list) await run.do(command);
  await run.heal();
  const faults = [...run.faults, ...run.differences(), ...run.disorder];
  expect(faults.join('\n'), `sent\n${run.story.join('\n')}\n`).to.equal('');
  for (const tab of run.tabs) tab.sync.dispose();
  return run;
}

const markOf = (tab: number, type: 'read' | 'unread', row: number): Command => ({
  ...{what: 'mark', tab, type, row, other: row},
});

/** What the model has found once. */
const FOUND: Readonly<Record<string, readonly Command[]>> = {
  'all that a tab shows, before it shows anything': [
    {what: 'offline'},
    {what: 'open'},
    {what: 'close', tab: 0},
    {what: 'read all', tab: 0},
  ],
  'a mark that was sent while another tab was still loading': [
    {what: 'wait', milliseconds: 45_000},
    markOf(0, 'read', 1),
    {what: 'open slowly'},
  ],
  'news from before a tab listened': [
    {what: 'wait', milliseconds: 45_000},
    {what: 'open slowly'},
    {what: 'elsewhere', type: 'read', row: 1},
    markOf(1, 'read', 2),
  ],
  'news that comes while the storage takes its time': [
    {what: 'fate', fate: 'dropped before'},
    {what: 'open'},
    {what: 'storage', state: 'slow'},
    {what: 'wait', milliseconds: 16_000},
    {what: 'elsewhere', type: 'read', row: 0},
  ],
  'a mark of another tab that is heard of after it was undone elsewhere': [
    {what: 'freeze', tab: 0},
    {what: 'open'},
    markOf(0, 'read', 1),
    {what: 'wait', milliseconds: 20},
    {what: 'elsewhere', type: 'unread', row: 1},
  ],
  'all marked by another tab, heard of after the next one has come': [
    {what: 'freeze', tab: 0},
    {what: 'wait', milliseconds: 20},
    {what: 'open'},
    {what: 'read all', tab: 0},
    {what: 'close', tab: 0},
    {what: 'send'},
  ],
};

describe('list, outbox, stream and tabs, against a model', () => {
  it('lose nothing, do nothing twice, and agree in the end, whatever happens in whatever order', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(commands, {maxLength: 60, size: 'max'}), async (list) => {
        const {platform} = await play(list);
        taken += platform.taken.size;
      }),
      {numRuns: 500, includeErrorInReport: true, ...settings},
    );
    if (settings.seed === undefined) expect(taken, 'marks were made to be checked').to.be.above(300);
  }).timeout(3_600_000);

  for (const [what, list] of Object.entries(FOUND))
    it(`agree after ${what}`, async () => void (await play(list)));
});
