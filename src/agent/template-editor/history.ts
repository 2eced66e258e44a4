/** What was, what is, and what was taken back. Changes of the same thing in quick succession are one. */
export class History<T> {
  #past: T[] = [];
  #future: T[] = [];
  #present: T;
  #topic: string | undefined;
  readonly #max: number;

  constructor(present: T, max = 200) {
    this.#present = present;
    this.#max = max;
  }

  get present(): T {
    return this.#present;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** @param topic what is being typed into: each letter is no step of its own */
  push(next: T, topic?: string): void {
    if (topic === undefined || topic !== this.#topic || !this.canUndo) this.#past.push(this.#present);
    if (this.#past.length > this.#max) this.#past.shift();
    this.#topic = topic;
    this.#future = [];
    this.#present = next;
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#present);
    this.#present = before;
    this.#topic = undefined;
  }

  redo(): void {
    const next = this.#future.pop();
    if (next === undefined) return;
    this.#past.push(this.#present);
    this.#present = next;
    this.#topic = undefined;
  }
}
