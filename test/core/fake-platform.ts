import type {Message} from '../../src/protocol/message.ts';
import type {FakeEnvironment} from './fake-environment.ts';

/**
 * A platform of a few lines, for what the real one will not do on demand: failing, hanging, answering out of turn. It
 * speaks the base contract, and the stream and events where a test asks for them.
 */
export class FakePlatform {
  messages: Message[] = [];
  requests: string[] = [];
  tokens: (string | null)[] = [];
  events: {key: string; type: string; ids?: string[]}[] = [];
  /** Replaces the answer to a request; undefined lets it through. */
  intercept: (request: string) => Response | Promise<Response> | undefined = () => undefined;
  #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #serial = 0;

  constructor(environment: FakeEnvironment) {
    environment.handler = (url, init) => this.#answer(url, init);
  }

  get unread(): number {
    return this.messages.filter(({newMessage}) => newMessage).length;
  }

  get openStreams(): number {
    return this.#streams.size;
  }

  /** A new unread message, the newest. */
  add(id: string, extra: Partial<Message> = {}): Message {
    const message = {
      id,
      title: `Title ${id}`,
      createdDate: 1000 + this.messages.length,
      newMessage: true,
      ...extra,
    };
    this.messages.unshift(message);
    return message;
  }

  /** Sends an event to every open stream. */
  push(type: string, data: unknown, id?: number): void {
    const text = `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Ends every open stream, as a restart does. */
  hangUp(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  async #answer(url: string, {method = 'GET', headers, body, signal}: RequestInit): Promise<Response> {
    const {pathname, search} = new URL(url);
    const request = `${method} ${pathname.replace('/appinbox/v1/', '')}${search}`;
    this.requests.push(request);
    this.tokens.push((headers as Record<string, string>)['ES-TOKEN'] ?? null);
    const special = this.intercept(request);
    if (special) return special;
    const next = {'ES-TOKEN': `${this.tokens.at(-1)!.replace(/~.*/, '')}~${++this.#serial}`};
    if (request === 'GET messages/count') return Response.json({count: this.unread}, {headers: next});
    if (request === 'GET messages')
      return Response.json({list: this.messages, totalPages: 1}, {headers: next});
    if (request === 'GET stream') return this.#stream(signal ?? undefined, next);
    const {ids, events} = JSON.parse(body as string) as {ids?: string[]; events?: FakePlatform['events']};
    if (request === 'POST messages/status') this.#read(ids);
    for (const event of events ?? []) {
      this.events.push(event);
      if (event.type === 'read') this.#read(event.ids);
    }
    return events ? Response.json({results: []}, {headers: next}) : new Response(null, {headers: next});
  }

  #read(ids?: string[]): void {
    for (const message of this.messages) if (!ids || ids.includes(message.id)) message.newMessage = false;
  }

  #stream(signal: AbortSignal | undefined, headers: Record<string, string>): Response {
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (started) => {
        controller = started;
        this.#streams.add(controller);
      },
    });
    signal?.addEventListener('abort', () => {
      if (this.#streams.delete(controller)) controller.error(signal.reason);
    });
    return new Response(body, {headers: {...headers, 'Content-Type': 'text/event-stream'}});
  }
}
