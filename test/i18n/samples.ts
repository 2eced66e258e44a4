/** One count for each plural category that a language has, whole numbers first. */
export function sampleCounts(language: string): number[] {
  const rules = new Intl.PluralRules(language);
  const found = new Map<string, number>();
  for (const count of [...Array.from({length: 200}, (_, index) => index), 1_000_000, 1.5, 0.1]) {
    const category = rules.select(count);
    if (!found.has(category)) found.set(category, count);
  }
  return [...found.values()];
}

/** Phrases of the chat that speak of a name or a size. */
export const CHAT_NAMES = [
  'remove',
  'typing',
  'download',
  'image',
  'tooLarge',
  'badFile',
  'noRoom',
  'downloadFailed',
] as const;

/** Every phrase of a set of words, those with a number once for each plural category. */
export function sayEverything(words: object, language: string): {term: string; said: string}[] {
  return Object.entries(words).flatMap(([term, phrase]: [string, unknown]) => {
    if (typeof phrase !== 'function') return [{term, said: String(phrase)}];
    const say = phrase as (...args: unknown[]) => string;
    if (term === 'bell') return sampleCounts(language).map((count) => ({term, said: say('x', count)}));
    if (['notFound', 'snoozedUntil', ...CHAT_NAMES].includes(term)) return [{term, said: say('x', 'y')}];
    return sampleCounts(language).map((count) => ({term, said: say(count)}));
  });
}
