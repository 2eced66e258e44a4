/** What an agent has opened of a view: kept by the parts' places, so that it survives fresh data. */
export class ViewState {
  #shown = new Set<string>();
  #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether all entries of the part are shown. */
  isWhole(key: string): boolean {
    return this.#shown.has(key);
  }

  toggle(key: string): void {
    if (!this.#shown.delete(key)) this.#shown.add(key);
    this.#onChange();
  }

  /** Another customer's view begins anew. */
  clear(): void {
    this.#shown.clear();
  }
}
