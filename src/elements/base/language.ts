import {matchLanguage} from '../../i18n/translations.ts';

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

/** The language that an element speaks, one that there are words for: its own, the page's around it, the visitor's. */
export function languageOf(element: Element & {language?: string}): string {
  return (
    matchLanguage(element.language) ??
    matchLanguage(surroundingLanguage(element)) ??
    matchLanguage(navigator.language) ??
    'en'
  );
}
