import {createCrm} from './crm/server.ts';
import {startSystem, type RunningSystem} from './listen.ts';
import {createRefunds} from './refunds/server.ts';

/** The keys of the demo's other systems: known to everybody, and of use on this machine alone. */
export const CRM_KEY = 'demo-key-of-the-crm-000000';
export const REFUNDS_KEY = 'demo-key-of-refunds-000000';

export interface Systems {
  readonly crm: RunningSystem;
  readonly refunds: RunningSystem;
  stop(): Promise<void>;
}

/**
 * Starts the two systems that the demo's integrations ask.
 *
 * @param port of the first, the second has the next; 0: any free ones
 */
export async function startSystems(port: number): Promise<Systems> {
  const crm: RunningSystem = await startSystem(createCrm({apiKey: CRM_KEY, publicUrl: () => crm.url}), port);
  const refunds: RunningSystem = await startSystem(
    createRefunds({apiKey: REFUNDS_KEY, publicUrl: () => refunds.url}),
    port && port + 1,
  );
  return {
    crm,
    refunds,
    async stop() {
      await Promise.all([crm.stop(), refunds.stop()]);
    },
  };
}
