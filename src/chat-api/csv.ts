import {ChatApiError} from './errors.ts';

const LINE_END = 10;

/**
 * The pieces of one table as one: of each piece but the first, the line with the names is left out. Nothing is held but
 * the chunk that is being passed on.
 *
 * @param open fetches one piece
 */
export function joinCsv(pieces: readonly (() => Promise<Response>)[]): ReadableStream<Uint8Array> {
  let index = 0;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let isInHeader = false;
  let endsLine = true;

  /** Brings the next chunk that has something to pass on; undefined at the end. */
  async function next(): Promise<Uint8Array | undefined> {
    for (;;) {
      if (!reader) {
        const open = pieces[index];
        if (!open) return undefined;
        isInHeader = index++ > 0;
        reader = (await open()).body?.getReader();
        if (!reader) continue;
        if (isInHeader && !endsLine) {
          endsLine = true;
          return Uint8Array.of(13, LINE_END);
        }
      }
      const {done, value} = await reader.read();
      if (done) {
        reader = undefined;
        continue;
      }
      const rest = isInHeader ? afterHeader(value) : value;
      if (!rest) continue;
      // Also where nothing follows it in this chunk.
      isInHeader = false;
      if (!rest.length) continue;
      endsLine = rest.at(-1) === LINE_END;
      return rest;
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const chunk = await next();
          if (chunk) controller.enqueue(chunk);
          else controller.close();
        } catch (error) {
          throw error instanceof ChatApiError
            ? error
            : new ChatApiError('unreachable', 'The answer broke off before its end');
        }
      },
      async cancel(reason) {
        await reader?.cancel(reason);
      },
    },
    {highWaterMark: 0},
  );
}

/** What follows the first line; undefined while that has not ended. The names hold no line ends. */
function afterHeader(chunk: Uint8Array): Uint8Array | undefined {
  const end = chunk.indexOf(LINE_END);
  return end < 0 ? undefined : chunk.subarray(end + 1);
}
