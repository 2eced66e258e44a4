/** Whole numbers below 2^32, as many as come. */
export class Numbers {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  add(index: number, more: number): void {
    this.#values[index]! += more;
  }

  /** A copy. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.length);
  }
}

/** The value below or at which this share of the values lies; null: there are none. Sorted, smallest first. */
export function percentile(sorted: Uint32Array, share: number): number | null {
  return sorted.length ? sorted[Math.ceil(share * sorted.length) - 1]! : null;
}

/** Chats that have something in common: a day, an hour, an agent. */
export interface Tally<Key> {
  key: Key;
  chats: number;
  answered: number;
  rated: number;
  /** The sum of the ratings. */
  stars: number;
  /** The median of the response times: milliseconds. */
  responseTime: number | null;
}

/** Counts chats by a key. Groups keep the order in which they came up. */
export class Grouping<Key> {
  readonly #places = new Map<Key, number>();
  readonly #chats = new Numbers();
  readonly #answered = new Numbers();
  readonly #rated = new Numbers();
  readonly #stars = new Numbers();
  /** Of each answered chat, in the order of counting. */
  readonly #placeOfAnswer = new Numbers();

  count(key: Key, isAnswered: boolean, rating: number): void {
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(key, place);
      for (const counts of [this.#chats, this.#answered, this.#rated, this.#stars]) counts.push(0);
    }
    this.#chats.add(place, 1);
    if (isAnswered) {
      this.#answered.add(place, 1);
      this.#placeOfAnswer.push(place);
    }
    if (rating) {
      this.#rated.add(place, 1);
      this.#stars.add(place, rating);
    }
  }

  /**
   * The `max` groups with the most chats; the earlier of two with as many.
   *
   * @param responses of each answered chat, in the order of counting; without it there are no medians
   */
  tallies(responses?: Numbers, max = Infinity): Tally<Key>[] {
    const medians = responses && this.#medians(responses);
    return [...this.#places]
      .sort(([, a], [, b]) => this.#chats.at(b) - this.#chats.at(a) || a - b)
      .slice(0, max)
      .map(([key, place]) => ({
        key,
        chats: this.#chats.at(place),
        answered: this.#answered.at(place),
        rated: this.#rated.at(place),
        stars: this.#stars.at(place),
        responseTime: medians?.[place] ?? null,
      }));
  }

  /** The medians by place: the responses are brought together by group, and each group is sorted. */
  #medians(responses: Numbers): (number | null)[] {
    const ends = new Uint32Array(this.#places.size);
    let end = 0;
    for (let place = 0; place < ends.length; place++) ends[place] = end += this.#answered.at(place);
    const sorted = new Uint32Array(responses.length);
    const free = ends.slice();
    for (let index = responses.length - 1; index >= 0; index--)
      sorted[--free[this.#placeOfAnswer.at(index)]!] = responses.at(index);
    return Array.from(ends, (end, place) => percentile(sorted.subarray(free[place], end).sort(), 0.5));
  }
}
