/** How long the sites wait for the platform: milliseconds. */
const TIMEOUT = 10_000;

/** Who a contact is: at least one of the three. */
export interface ContactKey {
  externalCustomerId?: string;
  email?: string;
  phone?: string;
}

export interface PlatformClientOptions {
  /** Base address of the platform, as this server reaches it. */
  platformUrl: string;
  /** Stays in this process: no page, answer or log holds it. */
  apiKey: string;
}

/** The platform refused a request. `problem` is its RFC 9457 body, where it sent one. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly status: number;
  readonly problem: {code?: string; detail?: string; errors?: {path: string; message: string}[]};

  constructor(status: number, problem: unknown) {
    super(`the platform answered ${status}`);
    this.status = status;
    this.problem = typeof problem === 'object' && problem !== null ? problem : {};
  }
}

/** The part of the platform's API that a customer's backend uses. */
export class PlatformClient {
  readonly #base: string;
  readonly #apiKey: string;

  constructor({platformUrl, apiKey}: PlatformClientOptions) {
    this.#base = platformUrl.replace(/\/+$/, '');
    this.#apiKey = apiKey;
  }

  /** A one-time token for the contact's inbox; `""` if the platform does not know the contact. */
  async contactToken(contact: ContactKey): Promise<string> {
    const answer = await this.call('POST', '/v1/auth/contact/token', contact);
    const token = (answer as {token?: unknown} | null)?.token;
    return typeof token === 'string' ? token : '';
  }

  /** Creates the contact, or updates the one with the same external id, email or phone. */
  async saveContact(contact: ContactKey & Record<string, unknown>): Promise<void> {
    await this.call('POST', '/v1/contacts', contact);
  }

  /**
   * Sends a message.
   *
   * @param idempotencyKey the same key again sends nothing more
   */
  async send(message: object, idempotencyKey: string): Promise<unknown> {
    return this.call('POST', '/v1/messages', message, {'Idempotency-Key': idempotencyKey});
  }

  /**
   * Any call of the sending API.
   *
   * @returns the parsed answer, or null where there is no body
   * @throws {PlatformError} on every status but 2xx
   * @throws {Error} when there is no answer in time
   */
  async call(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.#apiKey}`,
        ...(body && {'Content-Type': 'application/json'}),
        ...headers,
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const answer = parse(await response.text());
    if (!response.ok) throw new PlatformError(response.status, answer);
    return answer;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
