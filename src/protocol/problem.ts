/** An error body: RFC 9457 `application/problem+json`, with a stable `code`. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** With `invalid-request`: what is wrong, and where. */
  errors?: {path: string; message: string}[];
}

export const PROBLEM_CODES = [
  'invalid-request', // 400: the body or the query is not as described
  'unauthorized', // 401: the API key is missing or wrong
  'invalid-token', // 401: the contact token is missing, spent, revoked or unknown
  'signed-out', // 401: no agent is signed in
  'forbidden', // 403: the agent's role does not allow it, or the request did not come from the desk's own pages
  'forbidden-origin', // 403: the page's origin is not registered for the site
  'not-found', // 404
  'conflict', // 409: the idempotency key was used with another body, or somebody else changed the record meanwhile
  'too-large', // 413
  'too-many-requests', // 429
  'internal', // 500
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
