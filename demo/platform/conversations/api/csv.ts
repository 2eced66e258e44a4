type Value = string | number | null | readonly string[];

/** RFC 4180: quotes where there must be some, and doubled inside. */
function cell(value: Value): string {
  const text = typeof value === 'object' ? (value?.join(', ') ?? '') : String(value);
  // A spreadsheet would run it as a formula (OWASP, "CSV Injection"): a quote before it makes it a text.
  const safe = typeof value !== 'number' && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(values: readonly Value[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}
