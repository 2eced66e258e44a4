/** Every way the inbox can fail, by what the caller can do about it. */
export type InboxErrorCode =
  | 'token-failed' // the site's token callback threw, rejected, was late or gave no token: mend the callback
  | 'unknown-contact' // the callback gave '': nobody is signed in, or the platform does not know them; not a fault
  | 'unauthorized' // the platform refuses a token that the callback has just given
  | 'offline' // no answer: no network, blocked, or aborted by the browser
  | 'timeout' // no answer in time
  | 'refused' // the platform said no (4xx): saying the same again is of no use
  | 'unavailable' // the platform cannot now (429, 5xx): later it may
  | 'invalid-response' // the platform answered something that is not the contract
  | 'storage-failed' // this device keeps nothing: marks live as long as the page
  | 'ended'; // the session was ended meanwhile: logout, another contact, or dispose

/**
 * What every promise of the inbox rejects with. Decide on `code`, never on the text.
 */
export class InboxError extends Error {
  override readonly name = 'InboxError';
  readonly code: InboxErrorCode;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** The platform's own problem code, where it gave one. */
  readonly problem?: string;
  /** The platform asks to wait so long: milliseconds. */
  readonly retryAfter?: number;

  constructor(
    code: InboxErrorCode,
    message: string,
    details: {status?: number; problem?: string; retryAfter?: number; cause?: unknown} = {},
  ) {
    super(message, {cause: details.cause});
    this.code = code;
    this.status = details.status;
    this.problem = details.problem;
    this.retryAfter = details.retryAfter;
  }
}

/** Whether the same request may succeed later. */
export function isTransient(error: unknown): boolean {
  return !(error instanceof InboxError) || !['refused', 'ended'].includes(error.code);
}
