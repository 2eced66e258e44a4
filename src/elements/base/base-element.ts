import {LitElement, type PropertyDeclarations} from 'lit';
import {loadedTranslation, loadTranslation, matchLanguage} from '../../i18n/translations.ts';
import type {Translation} from '../../i18n/translation.ts';

/** The nearest `lang` around the element, through the shadow roots that it is in. */
function surroundingLanguage(element: Element): string | undefined {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? undefined;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/**
 * What the inbox's elements have in common: a language with its words, and a theme.
 */
export abstract class BaseElement extends LitElement {
  // Declared without decorators, here and in all elements: their helpers would cost the bell's path 0.5 kB.
  static override properties: PropertyDeclarations = {language: {}, theme: {reflect: true}};

  /** The language whose words are on their way. */
  #wordsFor?: string;

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
    const language = this.resolvedLanguage;
    const words = loadedTranslation(language);
    if (!words && this.#wordsFor !== language) {
      this.#wordsFor = language;
      loadTranslation(language).then(
        () => this.requestUpdate(),
        () => (this.#wordsFor = undefined),
      );
    }
    return words ?? loadedTranslation('en');
  }

  /** The language that the element speaks; one that there are words for. */
  protected get resolvedLanguage(): string {
    return (
      matchLanguage(this.language) ??
      matchLanguage(surroundingLanguage(this)) ??
      matchLanguage(navigator.language) ??
      'en'
    );
  }
}
