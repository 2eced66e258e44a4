import {randomBytes} from 'node:crypto';
import {Hono} from 'hono';

/** Operators at the same time; past it, the oldest preview stays empty. */
const MAX_PREVIEWS = 100;

/** What a message of the base contract and the `rich` extension may hold, besides what the platform adds. */
const FIELDS = [
  'title',
  'content',
  'image',
  'link',
  'openInNewTab',
  'category',
  'customData',
  'actions',
  'severity',
  'pinned',
  'entity',
] as const;

type Draft = Record<string, unknown>;

/**
 * A platform with one message in it: the draft. The preview runs the real inbox against it, so what the operator sees
 * is what contacts will see. It speaks the base contract.
 */
export class Previews {
  readonly #drafts = new Map<string, Draft | undefined>();

  /** @returns the token of a new preview; it stays the same, as the contract allows */
  open(): string {
    const token = `${randomBytes(18).toString('base64url')}.preview`;
    for (const oldest of this.#drafts.keys()) {
      if (this.#drafts.size < MAX_PREVIEWS) break;
      this.#drafts.delete(oldest);
    }
    this.#drafts.set(token, undefined);
    return token;
  }

  close(token: string): void {
    this.#drafts.delete(token);
  }

  /** @param message as it would be sent, in the language to be shown @param now epoch, milliseconds */
  put(token: string, message: unknown, now: number): void {
    if (typeof message !== 'object' || message === null) return;
    const given = message as Draft;
    const fields: Draft = Object.fromEntries(
      FIELDS.filter((field) => given[field] !== undefined).map((field): [string, unknown] => [
        field,
        given[field],
      ]),
    );
    const draft: Draft = {
      ...fields,
      id: `draft-${now}`,
      createdDate: now,
      newMessage: true,
    };
    this.#drafts.set(token, given.title ? draft : undefined);
  }

  /** Sections 2.2 to 2.4 of the contract, for the preview's token. */
  routes(): Hono {
    const routes = new Hono<{Variables: {draft: Draft | undefined}}>();
    routes.use('/appinbox/*', async (c, next) => {
      const token = c.req.header('es-token') ?? '';
      if (!this.#drafts.has(token)) return c.json({title: 'Unknown token'}, 401);
      c.set('draft', this.#drafts.get(token));
      return next();
    });
    routes.get('/appinbox/v1/messages/count', (c) => c.json({count: c.get('draft') ? 1 : 0}));
    routes.get('/appinbox/v1/messages', (c) => {
      const draft = c.get('draft');
      return c.json({list: draft ? [draft] : [], totalPages: 1});
    });
    // Reading the draft changes nothing: the next look shows it unread again.
    routes.post('/appinbox/v1/messages/status', (c) => c.body(null, 200));
    return routes as unknown as Hono;
  }
}
