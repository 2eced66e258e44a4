/** Reads values as the platform sends them: a number may be a text, a date may be none, a field may be missing. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A text that says something. */
export const readOptional = (value: unknown): string | null => readText(value).trim() || null;

export function readNumber(value: unknown): number | null {
  if (typeof value === 'string' && !value.trim()) return null;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** The platform writes `"0"` and `"1"`. */
export const readBoolean = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^(1|true)$/i.test(value.trim()));

/** `2020-00-00T00:00:00.000Z` and the like are no dates. */
export function readDate(value: unknown): Date | null {
  const date = typeof value === 'string' || typeof value === 'number' ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

/** A list of texts, or one text with commas in it. */
export function readTexts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : readText(value).split(',');
  return list.map((entry) => readText(entry).trim()).filter(Boolean);
}
