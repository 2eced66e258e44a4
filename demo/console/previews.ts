import {randomBytes} from 'node:crypto';
import {Hono} from 'hono';

/** Operators at the same time; past it, the oldest preview stays empty. */
const MAX_PREVIEWS = 200;
/** Messages in one preview. */
const MAX_DRAFTS = 20;

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

/** A message as it would be sent, with what only the platform knows. */
function toDraft(message: Draft, id: string, now: number): Draft {
  const fields: Draft = Object.fromEntries(
    FIELDS.filter((field) => message[field] !== undefined).map((field): [string, unknown] => [
      field,
      message[field],
    ]),
  );
  return {...fields, id, createdDate: now, newMessage: true};
}

/**
 * A platform with nothing in it but drafts. The preview runs the real inbox against it, so what the operator sees is what
 * contacts will see. It speaks the base contract.
 */
export class Previews {
  readonly #drafts = new Map<string, readonly Draft[]>();

  /** @returns the token of a new preview; it stays the same, as the contract allows */
  open(): string {
    const token = `${randomBytes(18).toString('base64url')}.preview`;
    for (const oldest of this.#drafts.keys()) {
      if (this.#drafts.size < MAX_PREVIEWS) break;
      this.#drafts.delete(oldest);
    }
    this.#drafts.set(token, []);
    return token;
  }

  close(token: string): void {
    this.#drafts.delete(token);
  }

  /** Shows this one alone. @param message as it would be sent, in the language to be shown @param now epoch, milliseconds */
  put(token: string, message: unknown, now: number): void {
    if (typeof message !== 'object' || message === null) return;
    const given = message as Draft;
    this.#drafts.set(token, given.title ? [toDraft(given, `draft-${now}`, now)] : []);
  }

  /** One more, on top. @param message as it would be sent @param at when it came: epoch, milliseconds */
  add(token: string, message: Draft, at: number): void {
    const drafts = this.#drafts.get(token);
    if (!drafts) return;
    const draft = toDraft(message, `draft-${at}-${drafts.length}`, at);
    this.#drafts.set(token, [draft, ...drafts].slice(0, MAX_DRAFTS));
  }

  /** Sections 2.2 to 2.4 of the contract, for the preview's token. */
  routes(): Hono {
    const routes = new Hono<{Variables: {drafts: readonly Draft[]}}>();
    routes.use('/appinbox/*', async (c, next) => {
      const token = c.req.header('es-token') ?? '';
      const drafts = this.#drafts.get(token);
      if (!drafts) return c.json({title: 'Unknown token'}, 401);
      c.set('drafts', drafts);
      return next();
    });
    routes.get('/appinbox/v1/messages/count', (c) => c.json({count: c.get('drafts').length}));
    routes.get('/appinbox/v1/messages', (c) => c.json({list: c.get('drafts'), totalPages: 1}));
    // Reading the draft changes nothing: the next look shows it unread again.
    routes.post('/appinbox/v1/messages/status', (c) => c.body(null, 200));
    return routes as unknown as Hono;
  }
}
