import {sql} from 'kysely';
import type {Db} from '../database/schema.ts';
import {deflate, type Deflated} from '../http/deflated.ts';
import {LINE_FORMATS, writeLines, type LineFormat} from './chat-lines.ts';
import type {ChatRow} from './chat-rows.ts';

/** A day with more chats is written from the table each time: no answer holds more of them in memory at once. */
export const MAX_CHATS = 20_000;

/** A day's chats as the chat API writes them. */
export interface ChatText {
  day: number;
  chats: number;
  text: Deflated;
  /** Where each line ends, and the packed columns; where they were asked for. */
  ends: Uint32Array | undefined;
  columns: string | undefined;
}

/** As base64, for the drivers: see `pack`. */
const toBase64 = ({buffer, byteOffset, byteLength}: Uint8Array | Uint32Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

function toEnds(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  // Wide numbers have to begin at a multiple of four, and a small buffer is a part of a shared one.
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Keeps the text of a day, as it was at this version of the day. Undefined: there are too many chats for it. */
export async function keepTexts(
  db: Db,
  siteId: string,
  {day, version}: {day: number; version: number},
  rows: readonly ChatRow[] | undefined,
): Promise<void> {
  for (const format of LINE_FORMATS) {
    const lines = rows && writeLines(rows, format);
    const text = lines && (await deflate(lines.text));
    await sql`insert into chat_texts (site_id, day, format, version, chats, size, crc, ends, text) values (
        ${siteId}, ${day}, ${format}, ${version}, ${rows?.length ?? 0}, ${text?.size ?? 0}, ${text?.crc ?? 0},
        decode(${lines ? toBase64(lines.ends) : null}, 'base64'), decode(${text ? toBase64(text.bytes) : null}, 'base64'))
      on conflict (site_id, day, format) do update set version = excluded.version, chats = excluded.chats,
        size = excluded.size, crc = excluded.crc, ends = excluded.ends, text = excluded.text
        where chat_texts.version < excluded.version`.execute(db);
  }
}

export interface TextQuery {
  siteId: string;
  format: LineFormat;
  first: number;
  last: number;
  /** The days of which lines are picked, and those of which lines are changed. */
  picked: 'all' | readonly number[];
  isRewritten: boolean;
}

/** The texts that are kept of these days, and are still true. */
export async function readTexts(db: Db, query: TextQuery): Promise<Map<number, ChatText>> {
  const {siteId, format, first, last, picked} = query;
  const isPicked = picked === 'all' ? sql`true` : sql`t.day = any(${[...picked]}::int[])`;
  const {rows} = await sql<{
    day: number;
    chats: number;
    size: number;
    crc: number;
    text: string;
    ends: string | null;
    columns: string | null;
  }>`select t.day, t.chats, t.size, t.crc, encode(t.text, 'base64') as text,
      case when ${query.isRewritten} or ${isPicked} then encode(t.ends, 'base64') end as ends,
      case when ${isPicked} then encode(d.chats, 'base64') end as columns
    from chat_texts t join chat_days d on d.site_id = t.site_id and d.day = t.day
    where t.site_id = ${siteId} and t.day between ${first} and ${last} and t.format = ${format}
      and t.text is not null and d.chats is not null and d.version = t.version`.execute(db);
  return new Map(
    rows.map(({day, chats, size, crc, text, ends, columns}) => [
      day,
      {
        day,
        chats,
        text: {bytes: Buffer.from(text, 'base64'), size, crc},
        ends: ends === null ? undefined : toEnds(ends),
        columns: columns ?? undefined,
      },
    ]),
  );
}
