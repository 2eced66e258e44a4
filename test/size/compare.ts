import type {Sizes} from './measure.ts';

/** Bytes, by what a site pays for: README's architecture section. Twelve thousand fit into TCP's first window (RFC 6928). */
export const BUDGETS: Sizes = {loader: 1500, bell: 12_000, inbox: 25_000};

/** Other versions of Node bring other versions of brotli. */
const GROWTH = 1.01;
/** A number that is larger than what it stands for would let the next growth pass. */
const SHRINKAGE = 0.98;

const UPDATE = 'node --import tsx test/size/update.ts';
const bytes = (count: number) => `${count.toLocaleString('en')} bytes`;

/** What a budget says of a size; undefined: it is kept. */
export function findExcess(name: string, size: number, budget: number): string | undefined {
  return size > budget ? `${name} is ${bytes(size)}, over its budget of ${bytes(budget)}.` : undefined;
}

/** What has changed, a sentence each. `noted`: what the sizes were when somebody last looked at them. */
export function compare(sizes: Sizes, noted: Sizes): string[] {
  const sentences: string[] = [];
  for (const [name, size] of Object.entries(sizes)) {
    const before = noted[name];
    if (before === undefined) sentences.push(`${name} is new (${bytes(size)}). Note its size: ${UPDATE}`);
    else if (size > before * GROWTH)
      sentences.push(
        `${name} has grown from ${bytes(before)} to ${bytes(size)}. If it is worth it, note the size: ${UPDATE}`,
      );
    else if (size < before * SHRINKAGE)
      sentences.push(`${name} has shrunk from ${bytes(before)} to ${bytes(size)}. Keep it so: ${UPDATE}`);
  }
  for (const name of Object.keys(noted)) {
    if (!(name in sizes)) sentences.push(`${name} is gone. Take its size out: ${UPDATE}`);
  }
  return sentences;
}
