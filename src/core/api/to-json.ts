/**
 * Plain data as JSON. `JSON.stringify` asks every array and object for a `toJSON`, and old libraries (Prototype.js up to
 * 1.6) have put one on all of them that makes a string of an array.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  if (typeof value !== 'object' || !value) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${toJson(field)}`).join()}}`;
}
