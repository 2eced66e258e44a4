import {
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import {request as httpsRequest} from 'node:https';
import type {LookupFunction, Socket} from 'node:net';
import {CallError} from './call-error.ts';
import {checkConnected, type Address, type CallPolicy} from './guard.ts';

/** Milliseconds. The first two are of each request, and begin anew with a redirect. */
export interface Deadlines {
  /** Until the connection stands, TLS included. */
  readonly connect: number;
  /** Until the headers of the answer are there. */
  readonly headers: number;
  /** Until the whole answer is there, over all redirects. */
  readonly total: number;
  /**
   * Calls back after so many milliseconds, unless what it returns is called before.
   *
   * @default the machine's own timer
   */
  readonly after?: (milliseconds: number, callback: () => void) => () => void;
}

/** Begins to wait for a deadline. Returns what ends that. */
export function startDeadline(
  {after}: Pick<Deadlines, 'after'>,
  milliseconds: number,
  callback: () => void,
): () => void {
  if (after) return after(milliseconds, callback);
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Bytes of an answer's headers. */
const MAX_HEADERS = 32 * 1024;

export const LATE = 'The system did not answer in time.';

/** Knows the addresses of one host, and asks nobody. */
const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, {all}, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first!.address, first!.family);
  };

/** What Node says of a connection that did not come about, in words. */
function readFailure(error: NodeJS.ErrnoException): CallError {
  if (error instanceof CallError) return error;
  const code = error.code ?? '';
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code))
    return new CallError('insecure', 'The secure connection failed: the system’s certificate is not valid.');
  if (code === 'HPE_HEADER_OVERFLOW')
    return new CallError('too-large', 'The answer’s headers are too large.');
  if (code.startsWith('HPE_')) return new CallError('bad-response', 'The system did not answer in HTTP.');
  return new CallError('unreachable', 'The system could not be reached.');
}

/**
 * One request and the head of its answer. The connection is to one of the given addresses, is checked once it stands,
 * and is used once.
 *
 * @param signal ends everything, with its reason
 * @throws CallError
 */
export function exchange(
  {method, url, headers, body}: Outgoing,
  addresses: readonly Address[],
  policy: CallPolicy,
  deadlines: Deadlines,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method,
      headers: {...headers, ...(body !== undefined && {'Content-Length': String(Buffer.byteLength(body))})},
      lookup: pinned(addresses),
      agent: false,
      maxHeaderSize: MAX_HEADERS,
      setHost: true,
    };
    const request: ClientRequest = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
    const fail = (error: Error) => {
      request.destroy(error);
      reject(readFailure(error));
    };
    const late = () => fail(new CallError('timeout', LATE));
    const stopConnecting = startDeadline(deadlines, deadlines.connect, late);
    const stopWaiting = startDeadline(deadlines, deadlines.headers, late);
    const onAbort = () => fail(signal.reason as Error);
    signal.addEventListener('abort', onAbort, {once: true});
    const settle = () => {
      stopConnecting();
      stopWaiting();
    };

    request.on('socket', (socket: Socket) => {
      // Nothing has been sent yet.
      socket.once('connect', () => {
        try {
          checkConnected(url, policy, socket.remoteAddress);
        } catch (error) {
          fail(error as Error);
        }
      });
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', stopConnecting);
    });
    request.on('response', (response) => {
      settle();
      signal.removeEventListener('abort', onAbort);
      signal.addEventListener('abort', () => response.destroy(signal.reason as Error), {once: true});
      resolve(response);
    });
    request.on('error', (error) => {
      settle();
      signal.removeEventListener('abort', onAbort);
      reject(readFailure(error));
    });
    // A server that answers "switch protocols" or tunnels would hold the connection.
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      fail(new CallError('bad-response', 'The system did not answer in HTTP.'));
    });
    request.end(body);
  });
}
