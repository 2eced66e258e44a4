/* global document, location */

/** Who is signed in, as the page says it. */
export const me = JSON.parse(document.body.dataset.me);

/** What the fields of the API are called on the page. */
const NAMES = {
  name: 'The name',
  url: 'The address',
  origins: 'An origin',
  aliases: 'A name',
  inboxIds: 'An inbox',
};

function sentence({path, message}) {
  const [field] = path.split('.');
  return `${NAMES[field] ?? field} ${message}`.trim();
}

/** What the platform says is wrong; `message` can be shown. */
export class ApiError extends Error {
  constructor(status, {title, detail, errors = []} = {}) {
    super(errors.length > 0 ? `${errors.map(sentence).join('. ')}.` : detail || title);
    this.status = status;
    /** Names of fields. */
    this.fields = errors.map(({path}) => path.split('.')[0]);
  }
}

/** Calls the agents' API. Who is no longer signed in goes to the sign-in. */
export async function call(method, path, body) {
  const response = await fetch(`/desk/api/v1${path}`, {
    method,
    headers: {
      'X-CSRF-Token': me.csrfToken,
      ...(body && {'Content-Type': 'application/json'}),
    },
    body: body && JSON.stringify(body),
  });
  if (response.status === 401) location.assign('/desk/sign-in');
  const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok)
    throw new ApiError(response.status, answer ?? {title: `The platform answered ${response.status}.`});
  return answer;
}
