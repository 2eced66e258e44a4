import {HTTPException} from 'hono/http-exception';
import {ProblemError} from '../../problem.ts';
import type {ProblemCode} from '../../../../src/protocol/problem.ts';

const STATUS: Partial<Record<ProblemCode, number>> = {
  'invalid-request': 400,
  unauthorized: 401,
  'forbidden-origin': 403,
  'not-found': 404,
  'too-many-requests': 429,
};

/** What an error says that has nothing more to say. */
const MESSAGE: Partial<Record<ProblemCode, string>> = {
  unauthorized: 'The API key or the user id is wrong',
  'not-found': 'There is nothing here',
  'too-many-requests': 'Too many requests: wait as long as Retry-After says',
};

function answer(code: ProblemCode, message: string, headers: Record<string, string> = {}): Response {
  const body = {
    result: 'error',
    error: {code, message: message || MESSAGE[code] || 'The request cannot be answered'},
  };
  return Response.json(body, {
    status: STATUS[code] ?? 500,
    headers: {...headers, 'Cache-Control': 'no-store'},
  });
}

/** Any failure as the chat API tells it. The path holds the API key, so what is logged leaves it out. */
export function answerFailure(error: unknown, operation: string): Response {
  if (error instanceof ProblemError) return answer(error.code, error.message, error.headers);
  if (error instanceof HTTPException && error.status < 500) return answer('invalid-request', error.message);
  console.error(`chat API, ${operation}:`, error);
  return answer('internal', 'The platform failed');
}

/** A list as the chat API tells it. Only some operations say how long it is. */
export function answerList(json: readonly unknown[], {hasLength}: {hasLength: boolean}): Response {
  return Response.json({result: 'success', json, ...(hasLength && {length: json.length})});
}
