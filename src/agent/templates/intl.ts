/** Formatters of the browser, each made once: making one costs as much as using it a thousand times. */
const MAX_KEPT = 200;
const kept = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  let found = kept.get(key) as T | undefined;
  if (found === undefined) {
    if (kept.size >= MAX_KEPT) kept.clear();
    found = make();
    kept.set(key, found);
  }
  return found;
}

/** @throws RangeError for options that the browser does not know */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  keep(
    `n${locale}${options.style}${options.currency}${options.maximumFractionDigits}${options.unit}${options.unitDisplay}`,
    () => new Intl.NumberFormat(locale, options),
  );

/** @throws RangeError for options that the browser does not know */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions, timeZone?: string) =>
  keep(
    `d${locale}${options.dateStyle}${options.timeStyle}${timeZone}`,
    () => new Intl.DateTimeFormat(locale, {...options, timeZone}),
  );

export const relativeFormat = (locale: string) =>
  keep(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, {numeric: 'auto', style: 'long'}));

export const listFormat = (locale: string) =>
  keep(`l${locale}`, () => new Intl.ListFormat(locale, {type: 'unit', style: 'short'}));
