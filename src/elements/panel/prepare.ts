/** Rows that are rendered in one step: on a slow phone such a step is well below a long task (50 ms). */
const ROWS_AHEAD = 2;

/** The panel's side of it. */
export interface Preparable {
  readonly isShown: boolean;
  /** Whether there is anything of it. */
  isRendered: boolean;
  /** How many rows are rendered of those that are there: as many as it opens with, until something is done. */
  rowLimit: number;
  /** Loads what else is in a row, so that no row is rendered twice. */
  loadBehaviour(): Promise<void>;
}

/**
 * Renders a list before it is opened, so that the opening finds it there: in steps that are short enough for nobody to
 * feel them.
 *
 * @param whenIdle calls back when the page has nothing better to do
 * @returns when all is there, or the contact was faster
 */
export async function prepare(panel: Preparable, whenIdle: (callback: () => void) => void): Promise<void> {
  const idle = () => new Promise<void>((resolve) => whenIdle(resolve));
  await idle();
  // The first formatter of a page takes as long as several rows, whatever it is for: lists of all languages are read. A
  // collator reads about half of them, so that neither step is a long task.
  Intl.Collator();
  await idle();
  Intl.NumberFormat();
  await idle();
  if (panel.isRendered) return;
  const rows = panel.rowLimit;
  panel.rowLimit = 0;
  panel.isRendered = true;
  await idle();
  await panel.loadBehaviour();
  while (!panel.isShown && panel.rowLimit < rows) {
    await idle();
    // The first row brings what all of them need.
    panel.rowLimit += panel.rowLimit ? ROWS_AHEAD : 1;
  }
}
