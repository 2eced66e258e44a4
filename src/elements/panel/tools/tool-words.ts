import {loadedMoreTerms, loadMoreTerms} from '../../../i18n/more/more.ts';
import type {MoreTerms} from '../../../i18n/more/more-terms.ts';
import type {Translation} from '../../../i18n/translation.ts';

export interface ToolWords {
  translation: Translation;
  more: MoreTerms;
}

/** The words of what can be done; those of another language until the right ones are there. */
export class WordsLoader {
  #onLoad: () => void;
  /** The language whose words have been asked for. */
  #asked?: string;
  #last?: ToolWords;

  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  get(translation: Translation): ToolWords | undefined {
    const more = loadedMoreTerms(translation.language);
    if (more) this.#last = {translation, more};
    else this.#load(translation.language);
    return this.#last;
  }

  /** One language at a time; what fails is tried again when it is asked for again. */
  #load(language: string): void {
    if (language === this.#asked) return;
    this.#asked = language;
    loadMoreTerms(language).then(this.#onLoad, () => (this.#asked = undefined));
  }
}
