import type {ChatMessage, VisitorEvent} from '../../../src/protocol/visitor.ts';

/** The visitors' API in memory, as much of it as a chat needs. */
export class FakeVisitors {
  /** What was asked for, as `POST /events`. */
  asked: string[] = [];
  events: VisitorEvent[] = [];
  messages: ChatMessage[] = [];
  tokens = new Set<string>();
  /** Nothing can be reached. */
  isOffline = false;
  /** Keys of events that are refused for good. */
  refused = new Set<string>();
  /** Answered with this in place of the events' answer. */
  refusal?: () => Response;
  hasConversation = false;
  /** Names of the files that were uploaded. */
  files: string[] = [];
  /** The pause that streams ask for. */
  retry = 2000;
  /** Names of files that are not taken. */
  badFiles = new Set<string>();

  readonly state = {
    status: 'open',
    agent: null,
    isAway: false,
    readByAgent: 0,
    readByVisitor: 0,
    unread: 0,
    rating: null,
  };

  answer = async (url: string, init: RequestInit): Promise<Response> => {
    if (this.isOffline) throw new TypeError('Failed to fetch');
    const path = new URL(url).pathname.replace('/visitor/v1', '');
    this.asked.push(`${init.method} ${path}`);
    const token = (init.headers as Record<string, string>)['Visitor-Token'] ?? '';
    if (path === '/session') {
      const isKnown = this.tokens.has(token);
      const next = `v_${this.tokens.size + 1}`;
      if (!isKnown) this.tokens.add(next);
      return Response.json({
        ...(!isKnown && {token: next}),
        hasConversation: this.hasConversation,
        state: this.state,
      });
    }
    if (!this.tokens.has(token)) return Response.json({code: 'invalid-token'}, {status: 401});
    if (path === '/conversation') return Response.json({messages: this.messages, state: this.state});
    if (path === '/stream') return this.stream(init.signal!);
    if (path === '/attachments') {
      const name = new URL(url).searchParams.get('name')!;
      if (this.badFiles.has(name)) return Response.json({code: 'invalid-request'}, {status: 400});
      const {size} = init.body as Blob;
      this.files.push(name);
      return Response.json({id: `a${this.files.length}`, name, type: 'text/plain', size});
    }
    if (path === '/events') return this.refusal?.() ?? this.take(String(init.body));
    return new Response(null, {status: 204});
  };

  /** Ends what is open, as a platform does that is restarted. */
  endStreams = () => {};

  /** Open until somebody ends it. */
  private stream(signal: AbortSignal): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(`retry: ${this.retry}\n\nevent: ready\ndata: {}\n\n`));
        signal.addEventListener('abort', () => controller.error(signal.reason));
        this.endStreams = () => controller.close();
      },
    });
    return new Response(body, {headers: {'Content-Type': 'text/event-stream'}});
  }

  private take(body: string): Response {
    const {events} = JSON.parse(body) as {events: VisitorEvent[]};
    const known = new Set(this.events.map(({key}) => key));
    for (const event of events) {
      if (known.has(event.key) || this.refused.has(event.key)) continue;
      this.events.push(event);
      if (event.type === 'message') this.say('visitor', event.text, event.key);
    }
    return Response.json({
      results: events.map(({key}) =>
        this.refused.has(key) ? {key, result: 'rejected', code: 'invalid-request'} : {key, result: 'applied'},
      ),
    });
  }

  say(author: 'visitor' | 'agent', text: string, key: string | null = null): void {
    const id = this.messages.length + 1;
    this.messages.push({id, author, name: author, avatar: null, text, at: id, key, attachments: []});
  }
}
