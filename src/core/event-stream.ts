/** One event of a `text/event-stream` (HTML, "Server-sent events"). */
export interface StreamEvent {
  id: string;
  type: string;
  data: string;
}

/** More than any notification: a line without an end is broken or hostile. */
const MAX_LINE = 1_000_000;

/**
 * Splits the text of an event stream into events, however it is cut into chunks.
 *
 * @param onEvent an event with data
 * @param onRetry the server's wish for the pause before a reconnect: milliseconds
 * @returns takes the next chunk; throws a `RangeError` where a line has no end
 */
export function createEventParser(
  onEvent: (event: StreamEvent) => void,
  onRetry?: (milliseconds: number) => void,
): (chunk: string) => void {
  let rest = '';
  let isFirst = true;
  let id = '';
  let type = '';
  let data: string[] = [];

  function line(text: string): void {
    if (!text) {
      if (data.length) onEvent({id, type: type || 'message', data: data.join('\n')});
      type = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + (text[colon + 1] === ' ' ? 2 : 1));
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
  }

  return (chunk) => {
    rest += chunk;
    if (isFirst && rest) {
      if (rest.charCodeAt(0) === 0xfeff) rest = rest.slice(1);
      isFirst = false;
    }
    // A carriage return at the very end may be half of a CRLF: it waits for the next chunk.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    if (rest.length > MAX_LINE) throw new RangeError('A line of the stream has no end');
    for (const text of lines) line(text);
  };
}

/** Reads a stream's body to its end, calling back with each piece of text. */
export async function readText(
  body: ReadableStream<Uint8Array>,
  onText: (text: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      onText(decoder.decode(value, {stream: true}));
    }
  } finally {
    // The parser may have thrown: the connection is of no use any more.
    void reader.cancel().catch(() => {});
  }
}
