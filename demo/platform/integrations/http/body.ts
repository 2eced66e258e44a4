import type {IncomingMessage} from 'node:http';
import type {Transform} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';
import {CallError} from './call-error.ts';

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What `readBody` understands, for `Accept-Encoding`. */
export const CODINGS = 'gzip, deflate, br';

/**
 * Reads and decodes a body, counting the bytes after decoding: a bomb is cut off where the limit is.
 *
 * @param isCut true: what is beyond the limit is left out; false: it is an error
 * @throws CallError
 */
export async function readBody(
  response: IncomingMessage,
  maxSize: number,
  isCut: boolean,
): Promise<{bytes: Buffer; isTruncated: boolean}> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = coding === 'identity' || coding === '' ? undefined : DECODERS[coding]?.();
  // More than one coding in a row multiplies a bomb, and no system needs it.
  if (!decoder && coding !== 'identity' && coding !== '')
    throw new CallError('bad-response', 'The answer is compressed in a way that nobody asked for.');
  const source = decoder ? response.pipe(decoder) : response;
  // A pipe passes no failure on.
  if (decoder) response.on('error', (error) => decoder.destroy(error));
  response.on('aborted', () => decoder?.destroy(new Error('the connection broke')));

  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= maxSize) {
        chunks.push(chunk);
        continue;
      }
      if (!isCut) throw new CallError('too-large', `The answer is larger than ${maxSize / 1024} KiB.`);
      chunks.push(chunk.subarray(0, chunk.length - (size - maxSize)));
      return {bytes: Buffer.concat(chunks), isTruncated: true};
    }
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError('bad-response', 'The answer broke off, or could not be decompressed.');
  } finally {
    response.destroy();
    decoder?.destroy();
  }
  return {bytes: Buffer.concat(chunks), isTruncated: false};
}
