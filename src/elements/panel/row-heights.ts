/** What a row is taken for until some have been measured: as `contain-intrinsic-size` in the styles. */
const TYPICAL = 86;
/** So many tell what a row is like. After that the guess stays, because each other one would move the whole list. */
const ENOUGH = 10;

/**
 * Where rows lie in a list of which only some are rendered: measured where they have been, guessed where not. Pure
 * arithmetic; all in pixels from the first row's top.
 */
export class RowHeights {
  #known = new Map<string, number>();
  #sum = 0;
  #guess = TYPICAL;
  #ids: readonly string[] = [];
  /** Tops of the rows of `#ids`, and the end of the last one; made when asked for after a change. */
  #tops?: Float64Array;

  /** The rows that there are, in order. */
  setRows(ids: readonly string[]): void {
    if (ids === this.#ids) return;
    this.#ids = ids;
    this.#tops = undefined;
  }

  /** A row is as high as this, with the heading over it. */
  measure(id: string, height: number): void {
    const before = this.#known.get(id);
    if (before === height || height <= 0) return;
    this.#known.set(id, height);
    this.#sum += height - (before ?? 0);
    if (this.#known.size <= ENOUGH) this.#guess = this.#sum / this.#known.size;
    this.#tops = undefined;
  }

  /** Where the row with this index begins; with the number of rows: where the last one ends. */
  top(index: number): number {
    const tops = (this.#tops ??= this.#add());
    return tops[Math.max(0, Math.min(index, tops.length - 1))]!;
  }

  get total(): number {
    return this.top(this.#ids.length);
  }

  /** The index of the row at this place; the first or the last one beyond the ends. */
  at(place: number): number {
    let low = 0;
    let high = Math.max(0, this.#ids.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #add(): Float64Array {
    const tops = new Float64Array(this.#ids.length + 1);
    for (const [index, id] of this.#ids.entries())
      tops[index + 1] = tops[index]! + (this.#known.get(id) ?? this.#guess);
    return tops;
  }
}
