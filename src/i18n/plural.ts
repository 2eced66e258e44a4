/** A phrase in each plural form that its language has; `other` is the one that every language has. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};

/**
 * Gives the function that puts a number into the right plural form of a phrase.
 *
 * `#` in a form becomes the number in the language's own digits; a form without one says the number in words (as the
 * Arabic dual does). The rules come from the browser (Unicode CLDR), so none are kept here.
 */
export function pluralize(language: string): (count: number, forms: PluralForms) => string {
  // When they are first needed: the first of the browser's formatters costs a slow phone some 50 ms.
  let rules: Intl.PluralRules | undefined;
  let digits: Intl.NumberFormat | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    digits ??= new Intl.NumberFormat(language);
    return (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
  };
}
