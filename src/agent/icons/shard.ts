/** Into how many files the rest of the icons is spread: some nine kilobytes each. */
export const SHARDS = 64;

/** The file that holds an icon: spread evenly, which first letters are not. */
export function shardOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash % SHARDS;
}
