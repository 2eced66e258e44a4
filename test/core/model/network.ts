/** What lies between the tabs and the model of the platform: requests and streams, and all that can happen to them. */
import type {ContactEvent} from '../../../src/protocol/contact-event.ts';
import type {Listener, ModelPlatform} from './platform.ts';

/** What happens to a request. */
export const FATES = [
  'dropped before', // it never arrives
  'dropped after', // it takes effect, and its answer is lost
  'doubled', // it arrives twice
  'held', // it arrives when the network lets go
  'held after', // it takes effect, and its answer waits
  'cut', // half of the answer arrives
  'hanging', // nothing is ever said
  ...([503, 502, 429, 401] as const), // 502: by something in between, with the effect
] as const;
export type Fate = (typeof FATES)[number];

/** A client's end of a stream. */
class Pipe {
  isSilent = false;
  #chunks: string[] = [];
  #wake = () => {};
  #end: 'closed' | 'broken' | undefined;

  push(text: string): void {
    if (this.isSilent || this.#end) return;
    this.#chunks.push(text);
    this.#wake();
  }

  end(how: 'closed' | 'broken'): void {
    this.#end ??= how;
    this.#wake();
  }

  async read(): Promise<{done: boolean; value?: Uint8Array}> {
    while (!this.#chunks.length && !this.#end) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#end === 'broken') throw new TypeError('network error');
    const chunk = this.#chunks.shift();
    return chunk === undefined ? {done: true} : {done: false, value: new TextEncoder().encode(chunk)};
  }
}

/** As much of a `Response` as the transport looks at: a real one takes a browser's task for each read. */
function respond(status: number, body?: unknown, pipe?: Pipe, retryAfter?: string): Response {
  const headers = new Map<string, string>();
  if (pipe) headers.set('Content-Type', 'text/event-stream');
  if (retryAfter) headers.set('Retry-After', retryAfter);
  return {
    status,
    ok: status < 300,
    headers: {get: (name: string) => headers.get(name) ?? null},
    json: () => (body === CUT ? Promise.reject(new TypeError('network error')) : Promise.resolve(body)),
    body: pipe && {getReader: () => ({read: () => pipe.read(), cancel: () => Promise.resolve()})},
  } as unknown as Response;
}
const CUT = Symbol('half of an answer');

export class ModelNetwork {
  /** What happens to the next requests, first things first; to those after these, nothing. */
  readonly fates: Fate[] = [];
  /** Called with each batch that leaves a tab. */
  onBatch: (events: readonly ContactEvent[]) => void = () => {};
  isDown = false;
  #held: (() => void)[] = [];
  #streams = new Map<Listener, Pipe>();
  /** What the streams say twice, and what they keep back until the next thing has overtaken it. */
  #isDoubling = false;
  #isSwapping = false;
  /** Let go of what a stream keeps back. */
  #releases = new Set<() => void>();

  constructor(readonly platform: ModelPlatform) {}

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const {pathname, searchParams} = new URL(url);
    const events = pathname.endsWith('/events')
      ? (JSON.parse(init.body as string) as {events: ContactEvent[]}).events
      : undefined;
    if (events) this.onBatch(events);
    if (this.isDown) throw new TypeError('Failed to fetch');
    const answer = this.#meet(this.fates.shift(), () => {
      if (events) return respond(200, this.platform.receive(events));
      if (pathname.endsWith('/count')) return respond(200, {count: this.platform.unread});
      if (pathname.endsWith('/messages'))
        return respond(200, this.platform.list(Number(searchParams.get('cursor') ?? Infinity)));
      return this.#open(init);
    });
    return Promise.race([
      answer,
      new Promise<never>((_, reject) =>
        init.signal!.addEventListener('abort', () => reject(new TypeError('aborted'))),
      ),
    ]);
  }

  /** Lets go of what is held, the last one first or the first one. */
  letGo(isLastFirst = false): void {
    (isLastFirst ? this.#held.pop() : this.#held.shift())?.();
  }

  cutStreams(): void {
    for (const [listener, pipe] of this.#streams) this.#close(listener, pipe, 'broken');
  }

  /** The open streams go on, and nothing of them arrives. */
  silenceStreams(): void {
    for (const pipe of this.#streams.values()) pipe.isSilent = true;
  }

  doubleNext(): void {
    this.#isDoubling = true;
  }

  swapNext(): void {
    this.#isSwapping = true;
  }

  /** Proof of life. */
  beat(): void {
    for (const pipe of this.#streams.values()) pipe.push(': still here\n\n');
  }

  heal(): void {
    this.fates.length = 0;
    this.isDown = this.#isDoubling = this.#isSwapping = false;
    for (const release of this.#releases) release();
    while (this.#held.length) this.letGo();
  }

  async #meet(fate: Fate | undefined, effect: () => Response): Promise<Response> {
    const wait = () => new Promise<void>((resolve) => this.#held.push(resolve));
    if (fate === 'dropped before') throw new TypeError('Failed to fetch');
    if (fate === 'hanging') return new Promise(() => {});
    if (fate === 503 || fate === 401) return respond(fate, {});
    if (fate === 429) return respond(fate, {}, undefined, '7');
    if (fate === 'held') await wait();
    if (fate === 'doubled') effect();
    const response = effect();
    if (fate === 'held after') await wait();
    if (fate === 'dropped after') throw new TypeError('Failed to fetch');
    if (fate === 502) return respond(502, {});
    return fate === 'cut' ? respond(200, CUT, undefined) : response;
  }

  #open({headers, signal}: RequestInit): Response {
    const pipe = new Pipe();
    let kept: string | undefined;
    const release = () => {
      if (kept !== undefined) pipe.push(kept);
      kept = undefined;
    };
    this.#releases.add(release);
    const listener = this.platform.open((headers as Record<string, string>)['Last-Event-ID'], (event) => {
      if (this.#isSwapping && kept === undefined) {
        this.#isSwapping = false;
        kept = event;
        return;
      }
      pipe.push(event);
      if (this.#isDoubling) pipe.push(event);
      this.#isDoubling = false;
      if (kept !== undefined) pipe.push(kept);
      kept = undefined;
    });
    this.#streams.set(listener, pipe);
    signal!.addEventListener('abort', () => this.#close(listener, pipe, 'broken'));
    if (signal!.aborted) this.#close(listener, pipe, 'broken');
    return respond(200, undefined, pipe);
  }

  #close(listener: Listener, pipe: Pipe, how: 'closed' | 'broken'): void {
    this.platform.listeners.delete(listener);
    this.#streams.delete(listener);
    pipe.end(how);
  }
}
