import {z} from '@hono/zod-openapi';
import {
  DEFAULT_SANDBOX,
  FEATURES,
  REFERRER_POLICIES,
  SANDBOX_TOKENS,
} from '../../../src/protocol/app-permissions.ts';
import {APP_PLACEMENTS} from '../../../src/protocol/dashboard-app.ts';

/** An id of ours, whatever it names: nothing that a database could not compare. */
export const id = z.string().regex(/^[\w-]{1,64}$/);

/** Without control characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'has control characters');

/** Absolute, of http or https, without a password, and with variables after the origin alone. */
function isAppUrl(text: string): boolean {
  const [before = ''] = /^https?:\/\/[^/?#\s]+/i.exec(text) ?? [];
  if (!before || before.includes('{') || before.includes('@')) return false;
  const plain = text.replace(/\{\{[^{}]*\}\}/g, 'x');
  return URL.canParse(plain) && new URL(plain).origin === new URL(before).origin;
}

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text && text !== 'null';

const words = (known: readonly string[], separator: RegExp) => (text: string) =>
  text
    .split(separator)
    .map((word) => word.trim())
    .filter(Boolean)
    .every((word) => known.includes(word));

const list = (entry: z.ZodString, max: number) => z.array(entry).max(max).default([]);

export const AppInputSchema = z
  .strictObject({
    name: line(80).min(1),
    url: line(2000)
      .refine(isAppUrl, 'is not a complete http or https address, with {{variables}} after the host alone')
      .openapi({example: 'https://app.example/orders?customer={{contact.email}}'}),
    placement: z.enum(APP_PLACEMENTS).default('tab'),
    inboxIds: z
      .array(id)
      .max(200)
      .nullable()
      .default(null)
      .openapi({description: 'Where it is shown; null: in every inbox'}),
    origins: list(
      z.string().max(300).refine(isOrigin, 'is not an origin, such as https://app.example'),
      10,
    ).openapi({
      description: 'Other origins that it may move to',
    }),
    aliases: list(line(100).min(1), 10).openapi({
      description: 'Other names under which it asks for the context',
    }),
    sandbox: z
      .string()
      .max(500)
      .refine(words(SANDBOX_TOKENS, /\s+/), `knows ${SANDBOX_TOKENS.join(', ')}`)
      .default(DEFAULT_SANDBOX),
    allow: z
      .string()
      .max(500)
      .refine(words(FEATURES, /;/), `knows ${FEATURES.join('; ')}`)
      .default(''),
    referrerPolicy: z.enum(REFERRER_POLICIES).default('no-referrer'),
  })
  .openapi('DashboardAppInput');

export const AppUpdateSchema = AppInputSchema.extend({
  version: z.number().int().positive().openapi({description: 'The one that was read; 409 on an older one'}),
}).openapi('DashboardAppUpdate');

export const AppSchema = AppUpdateSchema.extend({id: z.string()}).openapi('DashboardApp');

export const OrderSchema = z.strictObject({ids: z.array(id).max(100)}).openapi('DashboardAppOrder');

/** Beside what an app stands: one of the two. */
const subject = {
  conversationId: id.optional(),
  contactId: id.optional(),
};
const hasSubject = ({conversationId, contactId}: {conversationId?: string; contactId?: string}) =>
  (conversationId === undefined) !== (contactId === undefined);

export const SubjectSchema = z
  .object(subject)
  .refine(hasSubject, 'either conversationId or contactId is needed');

export const TokenRequestSchema = z
  .strictObject({
    ...subject,
    audience: z.string().max(300).openapi({description: 'The origin of the app that asks'}),
  })
  .refine(hasSubject, 'either conversationId or contactId is needed')
  .openapi('AppTokenRequest');

export const JwksSchema = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      crv: z.string(),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      use: z.literal('sig'),
      alg: z.literal('ES256'),
    }),
  ),
});

/** The payload's own names are those of the platform for which apps are written: `AppContext` in src/protocol. */
export const ContextSchema = z
  .object({
    conversation: z.record(z.string(), z.unknown()),
    contact: z.record(z.string(), z.unknown()),
    currentAgent: z.object({email: z.string(), id: z.number().int(), name: z.string()}),
  })
  .openapi('AppContext');
