import assert from 'node:assert/strict';
import {AGENTS} from '../../../demo/seed/teams.ts';

const PASSWORD = 'dig-and-deliver';

export interface Row {
  id: string;
  name: string;
  preview: string;
  status: string;
}
export interface Details extends Row {
  visitor: Record<string, string | null>;
  contact: {email: string} | null;
  cards: {id: string; data: string}[];
  pages: {url: string; title: string}[];
  version: number;
  rating: number | null;
}

/** An agent, by the same API as the desk's pages. */
export class DeskAgent {
  #cookie = '';
  #csrf = '';
  constructor(readonly url: string) {}

  async signIn(): Promise<void> {
    const response = await fetch(`${this.url}/desk/api/v1/session`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({email: AGENTS[0]!.email, password: PASSWORD}),
    });
    assert.equal(response.status, 204);
    this.#cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
    this.#csrf = (await this.call<{csrfToken: string}>('GET', '/me')).csrfToken;
  }

  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/desk/api/v1${path}`, {
      method,
      headers: {
        Cookie: this.#cookie,
        ...(body && {'X-CSRF-Token': this.#csrf, 'Content-Type': 'application/json'}),
      },
      body: body && JSON.stringify(body),
    });
    assert.ok(response.ok, `${method} ${path} was answered ${response.status}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  rows = async () => (await this.call<{list: Row[]}>('GET', '/conversations?view=all')).list;
  details = (id: string) => this.call<Details>('GET', `/conversations/${id}`);
}
