/** How much a template may be and show. What is beyond is left out, and the view says so. */
export const LIMITS = {
  /** Characters of a template as JSON. */
  template: 64 * 1024,
  depth: 6,
  sections: 100,
  columns: 12,
  buttons: 8,
  /** Entries of a list that are shown at first, and at all. */
  shown: 50,
  entries: 200,
  /** Characters of one text, and of all. */
  text: 5000,
  texts: 1024 * 1024,
  path: 255,
  conditionDepth: 8,
  /** Variables, conditions and parts that one template may look at: what it costs, whatever it nests. */
  steps: 100_000,
} as const;

/** What one resolving has left. */
export class Budget {
  #steps: number = LIMITS.steps;
  #texts: number = LIMITS.texts;
  #sections = new Set<object>();

  /** Takes one step; false: there are none left. */
  step(): boolean {
    return this.#steps-- > 0;
  }

  /** What went through many characters costs steps as well. */
  charge(characters: number): void {
    this.#steps -= Math.ceil(characters / 64);
  }

  get isSpent(): boolean {
    return this.#steps <= 0 || this.#texts <= 0;
  }

  /** Whether a section of the template is one of the first hundred, however often it is repeated. */
  admits(section: object): boolean {
    if (this.#sections.size < LIMITS.sections) this.#sections.add(section);
    return this.#sections.has(section);
  }

  /** A text cut to what is left. */
  cut(text: string): string {
    const max = Math.max(0, Math.min(LIMITS.text, this.#texts));
    this.#texts -= Math.min(text.length, max);
    if (text.length <= max) return text;
    // Half of a surrogate pair would be shown as a box.
    const end = /[\ud800-\udbff]/.test(text[max - 1] ?? '') ? max - 1 : max;
    return `${text.slice(0, end)}…`;
  }
}
