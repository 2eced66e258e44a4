/** Every way a call can fail, by what the caller can do about it. */
export type ChatApiErrorCode =
  | 'invalid-argument' // a date that is none, an empty id: nothing was sent
  | 'unreachable' // no answer: no network, no server
  | 'timeout' // no answer in time
  | 'refused' // the platform said no (4xx, or a result that is not a success)
  | 'unavailable' // the platform cannot now (429, 5xx), and could not after the repeats either
  | 'invalid-response' // an answer that is not the API's
  | 'aborted'; // the caller's signal

/**
 * What every promise of the client rejects with. Decide on `code`, never on the text. Neither text nor cause holds the
 * address of a request: the API key stands in it.
 */
export class ChatApiError extends Error {
  override readonly name = 'ChatApiError';
  readonly code: ChatApiErrorCode;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** The platform's own code for it, where it gave one. */
  readonly platformCode?: string;
  /** The platform asks to wait so long: milliseconds. */
  readonly retryAfter?: number;

  constructor(
    code: ChatApiErrorCode,
    message: string,
    details: {status?: number; platformCode?: string; retryAfter?: number} = {},
  ) {
    super(message);
    this.code = code;
    this.status = details.status;
    this.platformCode = details.platformCode;
    this.retryAfter = details.retryAfter;
  }
}
