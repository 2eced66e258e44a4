/** Parsed JSON as it comes: of any shape. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const oneOf = <T>(value: unknown, known: readonly T[], fallback: T): T =>
  known.find((entry) => entry === value) ?? fallback;
