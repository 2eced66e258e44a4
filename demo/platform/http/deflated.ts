import {promisify} from 'node:util';
import {constants, crc32, deflateRaw, inflateRaw} from 'node:zlib';

/** A piece of a text, compressed so that it can stand anywhere in a gzip stream without being compressed again. */
export interface Deflated {
  /** Raw deflate (RFC 1951) that ends at a whole byte and is not the last of its stream. */
  readonly bytes: Uint8Array;
  /** Of the text: its bytes, and its checksum. */
  readonly size: number;
  readonly crc: number;
}

const deflateBytes = promisify(deflateRaw) as (
  text: Uint8Array,
  options: {finishFlush: number; level?: number},
) => Promise<Buffer>;
const inflateBytes = promisify(inflateRaw) as (
  bytes: Uint8Array,
  options: {finishFlush: number; chunkSize: number},
) => Promise<Buffer>;

/** Compresses beside the main thread. */
export async function deflate(text: Uint8Array, level?: number): Promise<Deflated> {
  const bytes = await deflateBytes(text, {finishFlush: constants.Z_SYNC_FLUSH, level});
  return {bytes, size: text.length, crc: crc32(text)};
}

export async function inflate({bytes, size}: Deflated): Promise<Uint8Array> {
  if (!size) return new Uint8Array();
  // In one go: by default each 16 kB would be a way to the other thread and back.
  return inflateBytes(bytes, {finishFlush: constants.Z_SYNC_FLUSH, chunkSize: Math.max(size, 64)});
}
