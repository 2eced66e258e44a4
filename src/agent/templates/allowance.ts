import {LIMITS} from './limits.ts';

/** What compiling one template may still take: a template comes from people, and may be of any size. */
export class Allowance {
  #sections: number = LIMITS.sections;
  #parts: number = LIMITS.steps;

  /** False: there are as many sections as a template may have. */
  section(): boolean {
    return this.#sections-- > 0;
  }

  /** False: there are more conditions, items and columns than anybody could look at. */
  part(): boolean {
    return this.#parts-- > 0;
  }

  /** Whether something had to be left out. */
  get isSpent(): boolean {
    return this.#parts < 0;
  }
}
