import {DAY} from '../chat-days.ts';
import {CHAT_COLUMNS, type ChatRow} from '../chat-rows.ts';
import {createOffsets} from '../offsets.ts';
import {csvLine} from './csv.ts';

const iso = (time: number) => new Date(time).toISOString();

/** A moment as local time with its offset: `2020-01-01T01:00:00.000+01:00`. */
function isoAt(time: number, offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${iso(time + offset).slice(0, -1)}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** A body that is made as it is taken: nothing is made ahead, and nothing goes on when nobody takes it. */
function stream(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next();
          if (next.done) controller.close();
          else controller.enqueue(encoder.encode(next.value));
        } catch (error) {
          console.error('Statistics broke off:', error);
          throw error;
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    {highWaterMark: 0},
  );
}

export function streamJson(batches: AsyncGenerator<ChatRow[]>): ReadableStream<Uint8Array> {
  return stream(
    (async function* () {
      let length = 0;
      yield '{"result":"success","json":[';
      for await (const rows of batches) {
        const text = rows.map((row) => JSON.stringify({...row, startedAt: iso(row.startedAt)})).join(',');
        yield length ? `,${text}` : text;
        length += rows.length;
      }
      yield `],"length":${length}}`;
    })(),
  );
}

export function streamCsv(
  batches: AsyncGenerator<ChatRow[]>,
  timezone: string | undefined,
): ReadableStream<Uint8Array> {
  const offsetsOf = timezone ? createOffsets(timezone) : undefined;
  const format = (time: number) =>
    offsetsOf ? isoAt(time, offsetsOf(Math.floor(time / DAY))(time % DAY)) : iso(time);
  return stream(
    (async function* () {
      yield csvLine(CHAT_COLUMNS);
      for await (const rows of batches) {
        yield rows
          .map((row) => {
            const cells = {...row, startedAt: format(row.startedAt)};
            return csvLine(CHAT_COLUMNS.map((name) => cells[name]));
          })
          .join('');
      }
    })(),
  );
}
