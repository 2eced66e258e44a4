import type {AppInboxPanel} from '../../src/elements/panel/panel.ts';

/** When a panel has rendered, and what it fetches for its list has arrived. */
export async function whenReady(panel: AppInboxPanel): Promise<void> {
  await panel.updateComplete;
  await import('../../src/elements/panel/list-behaviour.ts');
  await import('../../src/elements/panel/no-rows.ts');
  const tools = await import('../../src/elements/panel/tools/panel-tools.ts');
  await tools.prepare(panel);
  // The panel waits for the same modules; its turn comes before a timer's.
  await new Promise((resolve) => setTimeout(resolve));
  await panel.updateComplete;
}
