import {loadedTranslation, loadTranslation} from '../../i18n/translations.ts';
import type {Translation} from '../../i18n/translation.ts';
import {languageOf} from './language.ts';
import {ReactiveElement, type PropertyDeclarations} from './reactive-element.ts';

/**
 * What the elements that open with the inbox have in common: a language with its words, and a theme.
 */
export abstract class BaseElement extends ReactiveElement {
  // Declared without decorators, here and in all elements: their helpers would cost half a kilobyte.
  static override properties: PropertyDeclarations = {language: {}, theme: {reflect: true}};

  /** The language whose words are on their way. */
  #wordsFor?: string;
  /** The words that were there last: they stay while those of another language are on their way. */
  #lastWords?: Translation;

  /** ISO 639-1 or BCP 47. @default the nearest `lang` around the element, then the visitor's first language */
  language?: string;

  /** @default 'auto', the visitor's preference */
  theme?: 'light' | 'dark' | 'auto';

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved in the page, the element may be in another language.
    this.requestUpdate();
  }

  /** The words, once they are there: asking starts loading them, and their arrival renders the element again. */
  protected get words(): Translation | undefined {
    const language = languageOf(this);
    const words = loadedTranslation(language);
    if (!words && this.#wordsFor !== language) {
      this.#wordsFor = language;
      loadTranslation(language).then(
        () => this.requestUpdate(),
        () => (this.#wordsFor = undefined),
      );
    }
    return (this.#lastWords = words ?? this.#lastWords ?? loadedTranslation('en'));
  }
}
