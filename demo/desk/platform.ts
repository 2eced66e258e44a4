/** How long the desk's pages wait for the platform: milliseconds. */
const TIMEOUT = 10_000;

/** Who is signed in, as the platform says it. */
export interface Me {
  agent: {
    id: string;
    name: string;
    email: string;
    role: 'admin' | 'agent';
    avatar: string | null;
    isAway: boolean;
  };
  team: {id: string; name: string};
  inboxes: {id: string; name: string; channel: string}[];
  csrfToken: string;
}

/** The platform's answer to a browser's request that was passed on. */
export interface PlatformAnswer {
  status: number;
  body: unknown;
  cookies: string[];
}

/** The agents' API, called with the cookie that the browser sent. */
export class DeskPlatform {
  readonly #base: string;

  constructor(platformUrl: string) {
    this.#base = `${platformUrl.replace(/\/+$/, '')}/desk/api/v1`;
  }

  /** Whoever is signed in; undefined: nobody. */
  async me(cookie: string | undefined): Promise<Me | undefined> {
    if (!cookie) return undefined;
    const {status, body} = await this.call('GET', '/me', {cookie});
    if (status === 401) return undefined;
    if (status !== 200) throw new Error(`the platform answered ${status}`);
    return body as Me;
  }

  /** @throws {Error} when there is no answer in time */
  async call(
    method: string,
    path: string,
    {
      cookie,
      csrfToken,
      isSecure,
      body,
    }: {cookie?: string; csrfToken?: string; isSecure?: boolean; body?: object},
  ): Promise<PlatformAnswer> {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        ...(cookie && {Cookie: cookie}),
        ...(csrfToken && {'X-CSRF-Token': csrfToken}),
        ...(isSecure && {'X-Forwarded-Proto': 'https'}),
        ...(body && {'Content-Type': 'application/json'}),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: /json/.test(response.headers.get('Content-Type') ?? '')
        ? (JSON.parse(text) as unknown)
        : undefined,
      cookies: response.headers.getSetCookie(),
    };
  }
}
