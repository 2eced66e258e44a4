import {crc32} from 'node:zlib';
import {deflate, type Deflated} from './deflated.ts';
import {mapAhead} from './map-ahead.ts';

/** Deflate; no name, no time, an unknown system (RFC 1952, 2.3). */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** A last block with nothing in it (RFC 1951, 3.2.6). */
const END = Uint8Array.of(3, 0);
/** What is smaller stands in the stream as it is. */
const MIN_DEFLATED = 64;
/** For what is compressed while somebody waits. */
const FASTEST = 1;

/** The polynomial of the checksum, its bits the other way round. */
const POLYNOMIAL = 0xedb8_8320;

/** The product of two polynomials over GF(2), modulo that of the checksum. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0x8000_0000; bit; bit >>>= 1) {
    if (a & bit) product ^= b;
    b = b & 1 ? (b >>> 1) ^ POLYNOMIAL : b >>> 1;
  }
  return product >>> 0;
}

/** x to the power of 2^n, for each n. */
const POWERS = [0x4000_0000];
for (let n = 1; n < 64; n++) POWERS.push(multiply(POWERS[n - 1]!, POWERS[n - 1]!));

/** The checksum of two texts in a row: that of the first, moved on by the bits of the second, and that of the second. */
export function joinChecksums(first: number, second: number, size: number): number {
  let shift = 0x8000_0000;
  for (let n = 3, rest = size; rest; n++, rest = Math.floor(rest / 2))
    if (rest % 2) shift = multiply(POWERS[n]!, shift);
  return (multiply(shift, first) ^ second) >>> 0;
}

/** A block that is not compressed (RFC 1951, 3.2.4). */
function store(text: Uint8Array): Deflated {
  const {length} = text;
  const bytes = new Uint8Array(5 + length);
  bytes.set([0, length, 0, length ^ 0xff, 0xff]);
  bytes.set(text, 5);
  return {bytes, size: length, crc: crc32(text)};
}

function toDeflated(piece: Uint8Array | Deflated): Deflated | Promise<Deflated> {
  if (!(piece instanceof Uint8Array)) return piece;
  return piece.length < MIN_DEFLATED ? store(piece) : deflate(piece, FASTEST);
}

/** One gzip stream of pieces, of which some were compressed long ago. */
export async function* gzip(pieces: AsyncIterable<Uint8Array | Deflated>): AsyncGenerator<Uint8Array, void> {
  let [crc, size] = [0, 0];
  yield HEADER;
  for await (const piece of mapAhead(pieces, toDeflated)) {
    crc = joinChecksums(crc, piece.crc, piece.size);
    size += piece.size;
    yield piece.bytes;
  }
  const trailer = Buffer.alloc(END.length + 8);
  trailer.set(END);
  trailer.writeUInt32LE(crc, END.length);
  trailer.writeUInt32LE(size % 2 ** 32, END.length + 4);
  yield trailer;
}
