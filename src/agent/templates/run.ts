import {LIMITS} from './limits.ts';
import type {Scope, Settled, Warning} from './scope.ts';

/** One resolving: what it may name beside the data, and what it has left of its budgets. */
export class Run {
  readonly scope: Settled;
  #onWarning: Scope['onWarning'];
  #steps: number = LIMITS.steps;
  #texts: number = LIMITS.texts;

  constructor(scope: Settled) {
    this.scope = scope;
    this.#onWarning = scope.onWarning;
  }

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

  /** A text cut to what is left. */
  cut(text: string): string {
    const {length} = text;
    if (length > LIMITS.text || length > this.#texts) return this.#shorten(text);
    this.#texts -= length;
    return text;
  }

  #shorten(text: string): string {
    const max = Math.max(0, Math.min(LIMITS.text, this.#texts));
    this.#texts -= max;
    // Half of a surrogate pair would be shown as a box.
    const end = /[\ud800-\udbff]/.test(text[max - 1] ?? '') ? max - 1 : max;
    return `${text.slice(0, end)}…`;
  }

  warn(code: Warning['code'], at: string, detail: string): void {
    this.#onWarning?.({code, at, detail});
  }
}
