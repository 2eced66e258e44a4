import {z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import {HTTPException} from 'hono/http-exception';
import {PROBLEM_CODES, type Problem, type ProblemCode} from '../../src/protocol/problem.ts';

const STATUS: Record<ProblemCode, number> = {
  'invalid-request': 400,
  unauthorized: 401,
  'invalid-token': 401,
  'signed-out': 401,
  forbidden: 403,
  'forbidden-origin': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
  internal: 500,
};

const TITLE: Record<ProblemCode, string> = {
  'invalid-request': 'The request is not as described',
  unauthorized: 'The API key is missing or wrong',
  'invalid-token': 'The contact token is missing, spent, revoked or unknown',
  'signed-out': 'No agent is signed in',
  forbidden: 'You may not do that',
  'forbidden-origin': 'This origin may not do that',
  'not-found': 'There is nothing here',
  conflict: 'The request contradicts what is there',
  'too-large': 'The body is too large',
  'too-many-requests': 'Too many requests',
  internal: 'The platform failed',
};

/** Ends a request with a problem answer. `message` is public: it must not hold anything secret. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly errors?: Problem['errors'];
  readonly headers: Record<string, string>;

  constructor(
    code: ProblemCode,
    detail = '',
    {errors, headers = {}}: {errors?: Problem['errors']; headers?: Record<string, string>} = {},
  ) {
    super(detail);
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

/** RFC 9457, as JSON. Headers that were set on the context before (the next token, CORS) go along. */
export function answerProblem(c: Context, {code, message, errors, headers}: ProblemError): Response {
  const problem: Problem = {title: TITLE[code], status: STATUS[code], code};
  if (message) problem.detail = message;
  if (errors) problem.errors = errors;
  return c.body(JSON.stringify(problem), problem.status as 400, {
    ...headers,
    'Content-Type': 'application/problem+json',
  });
}

/** PostgreSQL, appendix A: two requests at the same time said the same thing of different records. */
const UNIQUE_VIOLATION = '23505';

/**
 * PostgreSQL, appendix A: NUL in a text, or in JSON; half of a character in JSON, which is of no other use to it, since
 * all of it is written by `JSON.stringify`.
 */
function isUnstorableText({code, message}: {code?: unknown; message: string}): boolean {
  return code === '22021' || code === '22P05' || (code === '22P02' && /\bjson\b/.test(message));
}

/** What any thrown error becomes. The unexpected is logged, and the client is told nothing about it. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof ProblemError) return answerProblem(c, error);
  if (error instanceof HTTPException && error.status < 500) {
    const detail = error.status === 415 ? 'The body must be application/json' : error.message;
    return answerProblem(c, new ProblemError('invalid-request', detail));
  }
  if ((error as {code?: unknown}).code === UNIQUE_VIOLATION)
    return answerProblem(c, new ProblemError('conflict'));
  if (isUnstorableText(error))
    return answerProblem(c, new ProblemError('invalid-request', 'A text holds NUL, or half of a character'));
  console.error(`${c.req.method} ${c.req.path} failed:`, error);
  return answerProblem(c, new ProblemError('internal'));
}

export function answerNotFound(c: Context): Response {
  return answerProblem(c, new ProblemError('not-found', `No ${c.req.method} ${c.req.path}`));
}

/** Says what is wrong in a body or query, and where: `contact.email`. */
export function answerInvalid(c: Context, error: z.core.$ZodError): Response {
  const errors = error.issues
    .slice(0, 20)
    .map(({path, message}) => ({path: path.map(String).join('.'), message}));
  const detail = errors.map(({path, message}) => (path ? `${path}: ${message}` : message)).join('; ');
  return answerProblem(c, new ProblemError('invalid-request', detail.slice(0, 500), {errors}));
}

const ProblemSchema = z
  .object({
    type: z.string().optional(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string().optional(),
    errors: z.array(z.object({path: z.string(), message: z.string()})).optional(),
  })
  .openapi('Problem');

/** The problem answers of a route, for its description. */
export function problems(...codes: ProblemCode[]) {
  return Object.fromEntries(
    codes.map((code) => [
      STATUS[code],
      {description: TITLE[code], content: {'application/problem+json': {schema: ProblemSchema}}},
    ]),
  );
}
