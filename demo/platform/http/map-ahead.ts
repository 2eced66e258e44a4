/** Maps what comes, in order; while one result is being taken, the next is in the making, and no more. */
export async function* mapAhead<From, To>(
  source: AsyncIterable<From>,
  map: (value: From) => To | Promise<To>,
): AsyncGenerator<Awaited<To>, void> {
  let before: Promise<Awaited<To>> | undefined;
  for await (const value of source) {
    const result = Promise.resolve(map(value)) as Promise<Awaited<To>>;
    // Who takes it hears of a failure; nobody does when what is before it failed.
    result.catch(() => {});
    if (before) yield await before;
    before = result;
  }
  if (before) yield await before;
}
