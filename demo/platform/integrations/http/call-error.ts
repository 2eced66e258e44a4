/** Why a call of another system came to nothing. */
export const CALL_ERRORS = [
  'invalid-url', // not an address that may be called: scheme, port, user and password, fragment
  'forbidden-address', // it leads to a private or special network
  'unreachable', // no such name, nobody listens, or the connection broke
  'insecure', // TLS failed
  'timeout',
  'too-large',
  'bad-response', // not HTTP, or a coding that nobody asked for
  'redirect', // too many, or one that must not be followed
  'not-json',
  'http-status', // the system said no
  'missing-variable',
  'unreadable-secret',
  'busy', // too many calls of the team at the same time
  'inactive', // switched off
] as const;
export type CallErrorCode = (typeof CALL_ERRORS)[number];

/** `message` is for people, and holds nothing secret. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
