import type {Db} from '../database/schema.ts';
import {inflate, type Deflated} from '../http/deflated.ts';
import {unpack} from './chat-columns.ts';
import {DAY} from './chat-columns.ts';
import {createChatTest, type ChatTest} from './chat-filter.ts';
import {inZone, pickLines, writeLines, type ChatLines, type LineFormat} from './chat-lines.ts';
import {readChats, type ChatFilter} from './chat-rows.ts';
import {readTexts, type ChatText, type TextQuery} from './chat-texts.ts';
import {createOffsets} from './offsets.ts';

/** Some lines in a row. */
export interface Piece {
  chats: number;
  text: Uint8Array | Deflated;
}

export interface PieceOptions {
  format: LineFormat;
  /** Of the times in CSV; without it they are in UTC. */
  timezone?: string | undefined;
}

/** Days whose texts are in memory at once. */
const BATCH = 8;

/** The chats that fit as lines, oldest first. Days that are packed are sent as they are kept. */
export async function* readPieces(db: Db, filter: ChatFilter, options: PieceOptions): AsyncGenerator<Piece> {
  const {from, to, siteIds} = filter;
  const [siteId, ...others] = siteIds;
  // Those of several sites go through one another.
  if (siteId === undefined || others.length) {
    yield* readTable(db, filter, options);
    return;
  }
  const test = await createChatTest(db, siteId, filter);
  const isNarrow = [filter.agents, filter.channels, filter.pageFilterIds].some(({length}) => length);
  const [begin, end] = [Math.floor(from / DAY), Math.floor(to / DAY)];
  const isCut = (day: number) => day * DAY < from || (day + 1) * DAY - 1 > to;
  const picked: TextQuery['picked'] = isNarrow ? 'all' : [begin, end].filter(isCut);
  for (let first = begin; first <= end; first += BATCH) {
    const last = Math.min(first + BATCH - 1, end);
    const query = {siteId, format: options.format, first, last, picked, isRewritten: !!options.timezone};
    const texts = await readTexts(db, query);
    for (let day = first; day <= last; day++) {
      const known = texts.get(day);
      if (known) {
        const piece = await cut(known, test, options);
        if (piece.chats) yield piece;
        continue;
      }
      const unknown = day;
      while (day < last && !texts.has(day + 1)) day++;
      const part = {...filter, from: Math.max(from, unknown * DAY), to: Math.min(to, (day + 1) * DAY - 1)};
      yield* readTable(db, part, options);
    }
  }
}

async function* readTable(db: Db, filter: ChatFilter, options: PieceOptions): AsyncGenerator<Piece> {
  for await (const rows of readChats(db, filter))
    yield {chats: rows.length, text: finish(writeLines(rows, options.format), options)};
}

const finish = (lines: ChatLines, {timezone}: PieceOptions) =>
  timezone ? inZone(lines, createOffsets(timezone)) : lines.text;

/** What of a day fits. */
async function cut(known: ChatText, test: ChatTest, options: PieceOptions): Promise<Piece> {
  const {day, chats, text, ends, columns} = known;
  if (!ends) return {chats, text};
  const read = async () => ({text: await inflate(text), ends});
  if (columns === undefined) return {chats, text: finish(await read(), options)};
  const packed = unpack(columns);
  const isPicked = Array.from({length: chats}, (_, index) => test(day, packed, index));
  const count = isPicked.filter(Boolean).length;
  // Most days of a narrow question have none: they stay packed.
  if (!count) return {chats: 0, text: new Uint8Array()};
  const lines = await read();
  const left = count === chats ? lines : pickLines(lines, options.format, (index) => isPicked[index]!);
  return {chats: count, text: finish(left, options)};
}
