/* global document, location */

/** Who is signed in: {agent, team, inboxes, csrfToken}. */
export const me = JSON.parse(document.body.dataset.me);
export const isAdmin = me.agent.role === 'admin';

const BASE = '/desk/api/v1';

/** The platform refused. `message` is for people; `errors` say what is wrong, and where: `{path, message}`. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail || problem?.title || 'That did not work. Try again.');
    this.status = status;
    this.code = problem?.code;
    this.errors = problem?.errors ?? [];
  }
}

/** Where the agents' elements find the platform. */
export const clientOptions = {baseUrl: BASE, headers: () => ({'X-CSRF-Token': me.csrfToken})};

/**
 * Calls the agents' API. Whoever is signed out meanwhile signs in again, and comes back.
 *
 * @throws {ApiError}
 */
export async function call(method, path, body, {signal} = {}) {
  const response = await fetch(BASE + path, {
    method,
    signal,
    headers: {
      ...(method !== 'GET' && {'X-CSRF-Token': me.csrfToken}),
      ...(body && {'Content-Type': 'application/json'}),
    },
    body: body && JSON.stringify(body),
  });
  if (response.status === 401) {
    const next = encodeURIComponent(location.pathname + location.search);
    location.assign(`/desk/sign-in?next=${next}`);
  }
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const answer = isJson ? await response.json() : undefined;
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}

/** What to say of anything that went wrong. */
export const wordsOf = (error) =>
  error instanceof ApiError ? error.message : 'The platform cannot be reached now. Try again in a moment.';
