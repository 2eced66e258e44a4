/** What the platform itself says, asked without a proxy in between. */
import type {Message} from '../../../src/protocol/message.ts';
import {openStream} from '../../platform/support/stream.ts';
import type {KillablePlatform} from './platform.ts';

/** One change that the platform has made and told, in its order. */
export interface Told {
  type: string;
  at: number;
  ids?: string[];
}

export interface Truth {
  /** The inbox as text: a line for each notification and the number, to be compared. */
  inbox: string;
  list: readonly Message[];
}

const lineOf = (id: string, isUnread: boolean) => `${id} ${isUnread ? 'unread' : 'read'}`;

export const describe = (rows: readonly {id: string; isUnread: boolean}[], count: number | undefined) =>
  [...rows.map(({id, isUnread}) => lineOf(id, isUnread)), `count ${count}`].join('\n');

/** A connection may be one to the process that was killed, and a busy machine takes its time: neither is a fault. */
const isHarmless = (error: unknown) => error instanceof TypeError || /No .* came$/.test(String(error));
const ATTEMPTS = 6;

async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS || !isHarmless(error)) throw error;
    }
  }
}

export function createObserver(platform: KillablePlatform, contact: string) {
  const base = `http://127.0.0.1:${platform.port}/appinbox/v1`;
  let token = '';

  async function freshToken(): Promise<string> {
    const answer = await platform.backend('/v1/auth/contact/token', {externalCustomerId: contact});
    return String(answer.token);
  }

  async function read(): Promise<Truth> {
    token ||= await freshToken();
    const spent = token;
    token = '';
    const response = await fetch(`${base}/messages?limit=100`, {headers: {'ES-TOKEN': spent}});
    // Node's server, to a connection that has waited for its first request for too long: nobody has read this one.
    if (response.status === 408) return read();
    token = response.headers.get('ES-TOKEN') ?? '';
    if (!response.ok) throw new Error(`The list was answered ${response.status}`);
    const {list, counts} = (await response.json()) as {list: Message[]; counts: {unread: number}};
    const rows = list.map(({id, newMessage}) => ({id, isUnread: newMessage}));
    return {inbox: describe(rows, counts.unread), list};
  }

  async function readLog(): Promise<Told[]> {
    const first = await openStream(`${base}/stream`, {'ES-TOKEN': await freshToken()});
    const head = Number((await first.until('count')).id);
    first.close();
    const stream = await openStream(`${base}/stream`, {'ES-TOKEN': first.token, 'Last-Event-ID': '0'});
    const told: Told[] = [];
    for (let place = 0; place < head;) {
      const event = await stream.next();
      if (!event) throw new Error('The log ended before its head');
      if (event.type === 'resync') throw new Error('The log is too long to be read from its beginning');
      if (!event.id) continue;
      place = Number(event.id);
      if (event.type === 'state') told.push(event.data as unknown as Told);
    }
    stream.close();
    return told;
  }

  return {
    read: () => persistently(read),
    /** Everything that the contact's stream has ever told, from its first event on. */
    readLog: () => persistently(readLog),
  };
}
