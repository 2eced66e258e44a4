import {setTimeout as pause} from 'node:timers/promises';
import {createChance} from './chance.ts';
import {startKillablePlatform, type KillablePlatform} from './platform.ts';
import {startFaultProxy, type FaultProxy} from './proxy.ts';
import {runSchedule, type Report} from './schedule.ts';

/** Schedules at the same time, on one platform: they wait more than they work. */
const WAVE = 25;

/** Kills the platform when it has done a batch and before its answer is out; resolves when it is back. */
async function killOnce(platform: KillablePlatform, proxy: FaultProxy, after: number): Promise<void> {
  await pause(after);
  await new Promise<void>((resolve) => {
    const give = setTimeout(resolve, 1000); // nobody marks anything just now: killed all the same
    proxy.onEffect = () => {
      clearTimeout(give);
      proxy.onEffect = () => false;
      resolve();
      return true;
    };
  });
  await platform.kill();
  await platform.start();
}

/** A schedule that could not be played to its end. */
const broken = (seed: number, error: unknown): Report => ({
  ...{seed, faults: [String(error)], kept: 0, lost: 0, doubled: 0, disordered: 0, converged: Infinity},
  network: new Map(),
});

/** Runs schedules in waves, on one platform; in the first of two it is killed. */
export async function runSchedules(
  seeds: readonly number[],
  onReport: (report: Report) => void,
): Promise<{kills: number}> {
  const platform = await startKillablePlatform();
  const proxy = await startFaultProxy(platform.port);
  let kills = 0;
  try {
    for (let start = 0; start < seeds.length; start += WAVE) {
      const wave = seeds.slice(start, start + WAVE);
      const isKilled = (start / WAVE) % 2 === 0;
      kills += Number(isKilled);
      let begin = () => {};
      const trouble = new Promise<void>((resolve) => (begin = resolve));
      const settled = isKilled
        ? trouble.then(() => killOnce(platform, proxy, createChance(wave[0]!).between(100, 600)))
        : Promise.resolve();
      const world = {platform, proxy, settled, onTrouble: begin};
      const run = (seed: number) => runSchedule(seed, world).catch((error: unknown) => broken(seed, error));
      for (const report of await Promise.all(wave.map(run))) onReport(report);
    }
  } finally {
    await proxy.stop();
    await platform.stop();
  }
  return {kills};
}
