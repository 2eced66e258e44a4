import type {Message} from '../../../src/protocol/message.ts';

/** The fields of all events' data together. */
export interface StreamData extends Message {
  count: number;
  ids: string[];
  type: string;
}

/** A server-sent event as it came; a comment has only `comment`. */
export interface StreamEvent {
  type?: string;
  id?: string;
  data: StreamData;
  retry?: string;
  comment?: string;
}

export interface TestStream {
  token: string;
  headers: Headers;
  /** The next event, comments included; undefined at the end. */
  next(): Promise<StreamEvent | undefined>;
  /** The next event of that type: others before it are passed over. */
  until(type: string): Promise<StreamEvent>;
  close(): void;
}

/** So that a test that waits in vain says so. */
const PATIENCE = 10_000;

function parse(block: string): StreamEvent {
  const event = {} as StreamEvent;
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/.exec(line)!;
    if (field === '') event.comment = value;
    else if (field === 'event') event.type = value;
    else if (field === 'id') event.id = value;
    else if (field === 'retry') event.retry = value;
    else if (field === 'data') event.data = JSON.parse(value) as StreamData;
  }
  return event;
}

export async function openStream(url: string, headers: Record<string, string>): Promise<TestStream> {
  const stop = new AbortController();
  const response = await fetch(url, {headers, signal: stop.signal});
  if (response.status !== 200)
    throw new Error(`The stream was answered ${response.status}: ${await response.text()}`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const events: StreamEvent[] = [];
  let rest = '';

  async function next(): Promise<StreamEvent | undefined> {
    while (!events.length) {
      const {done, value} = await reader.read();
      if (done) return undefined;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop()!;
      events.push(...blocks.map(parse));
    }
    return events.shift();
  }

  function patiently<T>(promise: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`No ${what} came`)), PATIENCE);
    });
    return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
  }

  const it: TestStream = {
    token: response.headers.get('ES-TOKEN') ?? '',
    headers: response.headers,
    next: () => patiently(next(), 'event'),
    async until(type) {
      for (;;) {
        const event = await patiently(next(), type);
        if (!event) throw new Error(`The stream ended without ${type}`);
        if (event.type === type) return event;
      }
    },
    close: () => stop.abort(),
  };
  return it;
}
