/** The first letters of the first and the last name; of a name in a script without capitals the first one alone. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word) ?? []);
  const [first = '', ...others] = letters;
  const hasCapitals = first.toLowerCase() !== first.toUpperCase();
  return (first + (hasCapitals ? (others.at(-1) ?? '') : '')).toUpperCase();
}
