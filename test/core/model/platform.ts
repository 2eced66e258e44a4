/** The platform as a model: one contact's notifications, the log of what happened to them, and the keys that were there. */
import type {ContactEvent, ContactEventType} from '../../../src/protocol/contact-event.ts';
import type {Message} from '../../../src/protocol/message.ts';

interface Row {
  id: string;
  createdDate: number;
  readAt: number | null;
  seenAt: number | null;
  archivedAt: number | null;
  snoozedUntil: number | null;
  isDeleted: boolean;
}

/** An open stream's other end. */
export interface Listener {
  /** The number of the last event that it has been told. */
  place: number;
  tell(event: string): void;
}

const TOP = 20;

/** Applies what an event says; whether that has changed anything, and whether other devices see it. */
function change(row: Row, {type, at, until = 0}: Pick<ContactEvent, 'type' | 'at' | 'until'>): boolean {
  const before = JSON.stringify(row);
  if (type === 'read' && row.readAt === null) Object.assign(row, {readAt: at, seenAt: row.seenAt ?? at});
  else if (type === 'unread') row.readAt = null;
  else if (type === 'seen') row.seenAt ??= at;
  else if (type === 'archived') row.archivedAt ??= at;
  else if (type === 'unarchived') row.archivedAt = null;
  else if (type === 'snoozed') row.snoozedUntil = until;
  else if (type === 'unsnoozed') row.snoozedUntil = null;
  else if (type === 'deleted') row.isDeleted = true;
  return JSON.stringify(row) !== before;
}

export class ModelPlatform {
  /** Keys with what was done to which rows, in the order in which they first arrived. */
  readonly taken = new Map<string, ContactEvent>();
  readonly listeners = new Set<Listener>();
  #rows = new Map<string, Row>();
  #log: {type: string; data: unknown}[] = [];
  /** What lies before this place in the log has been forgotten. */
  #forgotten = 0;
  #newest = 0;

  constructor(private readonly now: () => number) {}

  get ids(): string[] {
    return [...this.#rows.keys()];
  }

  get #inbox(): Row[] {
    return [...this.#rows.values()]
      .filter((row) => !row.isDeleted && row.archivedAt === null && row.snoozedUntil === null)
      .sort((a, b) => b.createdDate - a.createdDate || (a.id < b.id ? 1 : -1));
  }

  get unread(): number {
    return this.#inbox.filter(({readAt}) => readAt === null).length;
  }

  /** The inbox as lines of text. */
  get lines(): string[] {
    return this.#inbox.map(({id, readAt}) => `${id} ${readAt === null ? 'unread' : 'read'}`);
  }

  send(): void {
    const id = `n${this.#rows.size}`;
    const row = {readAt: null, seenAt: null, archivedAt: null, snoozedUntil: null, isDeleted: false};
    // No two at the same time.
    this.#newest = Math.max(this.#newest + 1, this.now());
    this.#rows.set(id, {id, createdDate: this.#newest, ...row});
    this.#append('message', {id});
  }

  /** One event of the contact, on this device or another. */
  apply(event: ContactEvent): void {
    const {type, at, ids, until} = event;
    const which = [...this.#rows.values()].filter((row) =>
      ids ? ids.includes(row.id) : row.createdDate <= at,
    );
    const changed = which.filter((row) => !row.isDeleted && change(row, event)).map(({id}) => id);
    if (!changed.length) return;
    this.#append('state', {type, at, ...(ids && {ids: changed}), ...(type === 'snoozed' && {until})});
    if (/^un(archived|snoozed)$/.test(type)) for (const id of changed) this.#append('message', {id});
  }

  act(type: ContactEventType, ids?: string[]): void {
    this.apply({key: '', type, ids, at: this.now(), until: this.now() + 86_400_000});
  }

  /** Each key once. */
  receive(events: readonly ContactEvent[]): {results: {key: string; result: string; code?: string}[]} {
    const results = events.map((event) => {
      const {key, ids} = event;
      if (ids?.includes('bad')) return {key, result: 'rejected', code: 'invalid-request'};
      if (!this.taken.has(key)) this.apply(event);
      if (!this.taken.has(key)) this.taken.set(key, event);
      return {key, result: 'applied'};
    });
    return {results};
  }

  /** What is older than the cursor. */
  list(cursor = Infinity): unknown {
    const older = this.#inbox.filter(({createdDate}) => createdDate < cursor);
    const page = older.slice(0, TOP);
    const next = older.length > TOP ? String(page.at(-1)!.createdDate) : null;
    return {list: page.map((row) => this.#render(row)), next, counts: {unread: this.unread}};
  }

  /** A stream begins to hear, after `lastId` or from now on. */
  open(lastId: string | undefined, tell: (event: string) => void): Listener {
    const place = lastId === undefined ? NaN : Number(lastId);
    const isKnown = place >= this.#forgotten && place <= this.#log.length;
    const listener = {place: isKnown ? place : this.#log.length, tell};
    this.listeners.add(listener);
    if (!isKnown && lastId) this.#write(listener, 'resync', {}, this.#log.length);
    if (!isKnown) this.#write(listener, 'count', {count: this.unread}, this.#log.length);
    this.#goOn(listener);
    return listener;
  }

  /** A long time has passed: nobody may resume from before now. */
  forgetLog(): void {
    this.#forgotten = this.#log.length;
  }

  #append(type: string, data: unknown): void {
    this.#log.push({type, data});
    for (const listener of [...this.listeners]) this.#goOn(listener);
  }

  #goOn(listener: Listener): void {
    while (listener.place < this.#log.length) {
      const {type, data} = this.#log[listener.place++]!;
      const row = type === 'message' ? this.#rows.get((data as Row).id) : undefined;
      if (row?.isDeleted) this.#write(listener, 'removed', {ids: [row.id]}, listener.place);
      else this.#write(listener, type, row ? this.#render(row) : data, listener.place);
    }
    this.#write(listener, 'count', {count: this.unread});
  }

  #write(listener: Listener, type: string, data: unknown, id?: number): void {
    listener.tell(
      `event: ${type}\ndata: ${JSON.stringify(data)}\n${id === undefined ? '' : `id: ${id}\n`}\n`,
    );
  }

  #render({isDeleted: _, ...row}: Row): Message {
    return {...row, title: row.id, newMessage: row.readAt === null};
  }
}
