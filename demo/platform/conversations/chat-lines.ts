import {csvLine} from './api/csv.ts';
import {DAY} from './chat-columns.ts';
import {CHAT_COLUMNS, type ChatRow} from './chat-rows.ts';
import type {createOffsets} from './offsets.ts';

export type LineFormat = 'json' | 'csv';
export const LINE_FORMATS = ['json', 'csv'] as const satisfies readonly LineFormat[];

/** What stands between two lines. */
export const SEPARATORS: Readonly<Record<LineFormat, string>> = {json: ',', csv: ''};

/** Chats as the chat API writes them, one after another. */
export interface ChatLines {
  text: Uint8Array;
  /** Where each line ends in the text, before the separator. */
  ends: Uint32Array;
}

const MINUTE = 60_000;

const iso = (time: number) => new Date(time).toISOString();

/** The time is in the last column, in UTC and so of one length. */
function writeLine(row: ChatRow, format: LineFormat): string {
  const cells = {...row, startedAt: iso(row.startedAt)};
  return format === 'json' ? JSON.stringify(cells) : csvLine(CHAT_COLUMNS.map((name) => cells[name]));
}

export function writeLines(rows: readonly ChatRow[], format: LineFormat): ChatLines {
  const lines = rows.map((row) => writeLine(row, format));
  const separator = SEPARATORS[format];
  let end = -separator.length;
  const ends = Uint32Array.from(lines, (line) => (end += separator.length + Buffer.byteLength(line)));
  return {text: Buffer.from(lines.join(separator)), ends};
}

/** Those lines that are picked. */
export function pickLines(
  {text, ends}: ChatLines,
  format: LineFormat,
  isPicked: (index: number) => boolean,
): ChatLines {
  const gap = SEPARATORS[format].length;
  const picked = new Uint8Array(text.length);
  const pickedEnds: number[] = [];
  let size = 0;
  for (let index = 0; index < ends.length; index++) {
    if (!isPicked(index)) continue;
    // With the separator before it, but for the first.
    const start = index ? ends[index - 1]! + (size ? 0 : gap) : 0;
    picked.set(text.subarray(start, ends[index]), size);
    size += ends[index]! - start;
    pickedEnds.push(size);
  }
  return {text: picked.subarray(0, size), ends: Uint32Array.from(pickedEnds)};
}

const DAY_SIZE = '2020-01-01'.length;
const MINUTE_SIZE = '2020-01-01T00:00'.length;
const UTC_SIZE = '2020-01-01T00:00:00.000Z'.length;
const ZONE_GROWTH = '+00:00'.length - 'Z'.length;
const LINE_END = '\r\n';
const TWO_DIGITS = Array.from({length: 60}, (_, number) => String(number).padStart(2, '0'));

const formatDay = (day: number) => iso(day * DAY).slice(0, DAY_SIZE);
const zeroBased = (digit: number) => digit - 48;
const readTwo = (text: Uint8Array, at: number) => zeroBased(text[at]!) * 10 + zeroBased(text[at + 1]!);

/** The end of a line. */
function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  return `${offset < 0 ? '-' : '+'}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}${LINE_END}`;
}

/** The text of lines of CSV with their times in a time zone: `2020-01-01T01:00:00.000+01:00`. */
export function inZone({text, ends}: ChatLines, offsetsOf: ReturnType<typeof createOffsets>): Uint8Array {
  const source = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  const local = Buffer.allocUnsafe(text.length + ends.length * ZONE_GROWTH);
  let [start, size] = [0, 0];
  let known = '';
  let [yesterday, today, tomorrow] = ['', '', ''];
  let offsetOf = offsetsOf(0);
  let [knownOffset, zone] = [0, formatOffset(0)];
  // Seconds are the same everywhere: what is before them and what is after them is written anew.
  for (const end of ends) {
    const at = end - LINE_END.length - UTC_SIZE;
    const date = source.toString('latin1', at, at + DAY_SIZE);
    if (date !== known) {
      const day = Date.parse(date) / DAY;
      offsetOf = offsetsOf(day);
      [yesterday, today, tomorrow] = [formatDay(day - 1), date, formatDay(day + 1)];
      known = date;
    }
    const minute = readTwo(source, at + DAY_SIZE + 1) * 60 + readTwo(source, at + DAY_SIZE + 4);
    const offset = offsetOf(minute * MINUTE);
    if (offset !== knownOffset) [knownOffset, zone] = [offset, formatOffset(offset)];
    const minutes = minute + offset / MINUTE;
    const [localDate, left] =
      minutes < 0
        ? [yesterday, minutes + 1440]
        : minutes < 1440
          ? [today, minutes]
          : [tomorrow, minutes - 1440];
    const line = size;
    size += source.copy(local, size, start, end - LINE_END.length - 1);
    const clock = `${TWO_DIGITS[Math.floor(left / 60)]}:${TWO_DIGITS[left % 60]}`;
    local.write(`${localDate}T${clock}`, line + at - start, MINUTE_SIZE, 'latin1');
    size += local.write(zone, size, 'latin1');
    start = end;
  }
  return local;
}
