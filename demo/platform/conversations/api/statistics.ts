import type {Db} from '../../database/schema.ts';
import {inflate, type Deflated} from '../../http/deflated.ts';
import {gzip} from '../../http/gzip.ts';
import {mapAhead} from '../../http/map-ahead.ts';
import {SEPARATORS} from '../chat-lines.ts';
import {readPieces, type PieceOptions} from '../chat-pieces.ts';
import {CHAT_COLUMNS, type ChatFilter} from '../chat-rows.ts';
import {csvLine} from './csv.ts';

type Part = Uint8Array | Deflated;

const encoder = new TextEncoder();

/** A body that is made as it is taken: nothing is made far ahead, and nothing goes on when nobody takes it. */
function stream(parts: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await parts.next();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          console.error('Statistics broke off:', error);
          throw error;
        }
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    {highWaterMark: 0},
  );
}

const toText = (part: Part) => (part instanceof Uint8Array ? part : inflate(part));

export interface StatisticsOptions extends PieceOptions {
  encoding: 'gzip' | 'identity';
}

/** Each chat that fits, as JSON in the chat API's envelope or as CSV. However many there are, few are in memory. */
export function streamStatistics(
  db: Db,
  filter: ChatFilter,
  options: StatisticsOptions,
): ReadableStream<Uint8Array> {
  const {format, encoding} = options;
  async function* write(): AsyncGenerator<Part> {
    let length = 0;
    yield encoder.encode(format === 'json' ? '{"result":"success","json":[' : csvLine(CHAT_COLUMNS));
    for await (const {chats, text} of readPieces(db, filter, options)) {
      if (length && SEPARATORS[format]) yield encoder.encode(SEPARATORS[format]);
      yield text;
      length += chats;
    }
    if (format === 'json') yield encoder.encode(`],"length":${length}}`);
  }
  return stream(encoding === 'gzip' ? gzip(write()) : mapAhead(write(), toText));
}
