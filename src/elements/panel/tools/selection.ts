import type {Notification} from '../../../protocol/notification.ts';

/** The rows that the contact has chosen; while there is no choosing, there are no `ids`. */
export class Selection {
  #ids?: Set<string>;

  get ids(): ReadonlySet<string> | undefined {
    return this.#ids;
  }

  /** Begins, and chooses this one, or no longer. */
  toggle(id?: string): void {
    const ids = new Set(this.#ids);
    if (id !== undefined && !ids.delete(id)) ids.add(id);
    this.#ids = ids;
  }

  /** Exactly these. */
  choose(ids: readonly string[]): void {
    this.#ids = new Set(ids);
  }

  end(): void {
    this.#ids = undefined;
  }

  /** What is not there any more is not chosen. */
  keep(rows: readonly Notification[]): void {
    if (!this.#ids?.size) return;
    const there = new Set(rows.map(({id}) => id));
    for (const id of this.#ids) if (!there.has(id)) this.#ids.delete(id);
  }

  /** Whether it is true of each of the chosen ones among these. */
  isEach(rows: readonly Notification[], test: (row: Notification) => boolean): boolean {
    return rows.filter(({id}) => this.#ids?.has(id)).every(test);
  }
}
