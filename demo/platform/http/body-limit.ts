import type {MiddlewareHandler} from 'hono';
import {ProblemError} from '../problem.ts';

/**
 * So many bytes more are taken, and thrown away, before the refusal: a sender who is still sending would find its
 * connection closed, and not the answer. A longer one is cut off.
 */
const MAX_DISCARDED = 8 * 1024 * 1024;

/** Reads a body that is to have at most `maxSize` bytes; undefined when there are more, which are not kept. */
async function readBody(body: ReadableStream<Uint8Array>, maxSize: number): Promise<Buffer | undefined> {
  const reader = body.getReader();
  let kept: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return size > maxSize ? undefined : Buffer.concat(kept);
    size += value.byteLength;
    if (size <= maxSize) kept.push(value);
    else kept = [];
    if (size > maxSize + MAX_DISCARDED) return undefined;
  }
}

/** Refuses a body of more bytes, whether its length was announced or not. */
export function limitBody(maxSize: number): MiddlewareHandler {
  return async (c, next) => {
    const {raw} = c.req;
    if (!raw.body) return next();
    const isAnnounced = c.req.header('Transfer-Encoding') === undefined;
    // Without either header there is no body (RFC 9112, 6.3).
    if (isAnnounced && Number(c.req.header('Content-Length') ?? 0) <= maxSize) return next();
    const body = await readBody(raw.body, maxSize);
    if (!body) throw new ProblemError('too-large', `The body may have ${maxSize} bytes`);
    c.req.raw = new Request(raw, {body: new Uint8Array(body)});
    return next();
  };
}
