import {z} from '@hono/zod-openapi';
import {CALL_ERRORS} from './http/call-error.ts';
import {hasLiteralHost, variablesIn} from './substitute.ts';
import {checkTemplate} from './template-check.ts';

/** RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Said by the connection itself, not by whoever uses it. */
const OWN_HEADERS =
  /^(?:host|content-length|connection|transfer-encoding|upgrade|te|trailer|expect|keep-alive|accept-encoding|proxy-.*)$/i;
// eslint-disable-next-line no-control-regex
const NO_CONTROL = /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/;

const NameSchema = z.string().trim().min(1, 'needs a name').max(120);

const HeaderInputSchema = z.strictObject({
  name: z
    .string()
    .max(100)
    .regex(TOKEN, 'is not the name of a header')
    .refine((name) => !OWN_HEADERS.test(name), 'is a header that the platform sets itself'),
  value: z.string().max(4000).regex(NO_CONTROL, 'must not hold line breaks').nullable().optional(),
  secret: z.boolean().default(false),
  hasValue: z.boolean().optional().openapi({description: 'As it came; not read'}),
});

const HeadersInputSchema = z
  .array(HeaderInputSchema)
  .max(30)
  .refine(
    (headers) => new Set(headers.map(({name}) => name.toLowerCase())).size === headers.length,
    'has the same header twice',
  );

const HeaderSchema = z
  .object({
    name: z.string(),
    value: z.string().nullable().openapi({description: 'Null for a secret, which is never sent back'}),
    secret: z.boolean(),
    hasValue: z.boolean(),
  })
  .openapi('IntegrationHeader');

const QuerySchema = z
  .array(
    z.strictObject({
      name: z
        .string()
        .min(1, 'needs a name')
        .max(200)
        .refine((name) => variablesIn(name).length === 0, 'must not hold variables'),
      value: z.string().max(2000),
    }),
  )
  .max(50);

const UrlSchema = z
  .string()
  .trim()
  .max(2000)
  .refine(hasLiteralHost, 'must begin with https:// and a host without variables, user or password')
  .openapi({example: 'https://crm.example.com/customers/{{contact.email}}'});

const BodySchema = z
  .string()
  .max(64 * 1024)
  .nullable()
  .refine((text) => !text?.trim() || isJson(text), 'is not JSON')
  .openapi({
    description: 'JSON as text; variables stand in its texts',
    example: '{"email": "{{contact.email}}"}',
  });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const TemplateSchema = z
  .record(z.string(), z.unknown())
  .superRefine((template, context) => {
    const message = checkTemplate(template);
    if (message) context.addIssue({code: 'custom', message});
  })
  .nullable()
  .openapi({description: 'A display template, version 1; without one the data is shown as it is'});

export const IntegrationInputSchema = z
  .strictObject({
    name: NameSchema,
    description: z.string().max(1000).default(''),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
    url: UrlSchema,
    headers: HeadersInputSchema.default([]),
    query: QuerySchema.default([]),
    body: BodySchema.default(null),
    cacheMinutes: z.number().int().min(0).max(1440).default(0),
    isActive: z.boolean().default(true),
    display: z.boolean().default(true).openapi({description: 'Whether contacts’ profiles show it'}),
    template: TemplateSchema.default(null),
    inboxIds: z.array(z.string().min(1).max(64)).max(100).default([]),
  })
  .openapi('IntegrationInput');
export type IntegrationInput = z.output<typeof IntegrationInputSchema>;

/** What comes back is taken back: of the rest of the record, only the version is read. */
export const IntegrationUpdateSchema = IntegrationInputSchema.extend({
  version: z.number().int().openapi({description: 'As it was read: 409 when it has changed since'}),
  id: z.string().optional(),
  updatedAt: z.string().optional(),
  updatedBy: z.string().optional(),
}).openapi('IntegrationUpdate');

export const IntegrationSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    name: z.string(),
    description: z.string(),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string(),
    headers: z.array(HeaderSchema),
    query: z.array(z.object({name: z.string(), value: z.string()})),
    body: z.string().nullable(),
    cacheMinutes: z.number().int(),
    isActive: z.boolean(),
    display: z.boolean(),
    template: z.record(z.string(), z.unknown()).nullable(),
    inboxIds: z.array(z.string()),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .openapi('Integration');
export type IntegrationJson = z.infer<typeof IntegrationSchema>;

export const InboxIntegrationSchema = z
  .object({
    integration: z.object({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      isActive: z.boolean(),
      display: z.boolean(),
      version: z.number().int(),
      template: z.record(z.string(), z.unknown()).nullable(),
    }),
    isEnabled: z.boolean(),
  })
  .openapi('InboxIntegration');

const CallErrorSchema = z
  .object({code: z.enum(CALL_ERRORS), message: z.string().openapi({description: 'A sentence for people'})})
  .nullable();

export const RunSchema = z
  .strictObject({
    contactId: z.string().max(64),
    inboxId: z.string().max(64),
    conversationId: z.string().max(64).nullish(),
    refresh: z.boolean().default(false).openapi({description: 'Asks the system, whatever is kept'}),
  })
  .openapi('Run');

const CacheStateSchema = z.enum(['hit', 'miss', 'bypass']);

export const RunResultSchema = z
  .object({
    data: z.unknown(),
    status: z.number().int().nullable().openapi({description: 'The HTTP status of the system'}),
    fetchedAt: z.iso.datetime(),
    cache: CacheStateSchema,
    error: CallErrorSchema,
  })
  .openapi('RunResult');

const text = z.string().max(500).nullish();
export const TestSchema = z
  .strictObject({
    draft: IntegrationInputSchema.extend({
      version: z.number().optional(),
      id: z.string().optional(),
      updatedAt: z.string().optional(),
      updatedBy: z.string().optional(),
    }).optional(),
    contactId: z.string().max(64).nullish(),
    contact: z
      .strictObject({
        id: text,
        name: text,
        email: text,
        phoneNumber: text,
        externalId: text,
        attributes: z.record(z.string().max(100), z.unknown()).optional(),
      })
      .nullish()
      .openapi({description: 'A sample, in place of a contact that exists'}),
    conversation: z.strictObject({id: text, subject: text}).nullish(),
    inboxId: z.string().max(64).nullish(),
  })
  .openapi('IntegrationTest');

export const TestResultSchema = z
  .object({
    request: z
      .object({
        method: z.string(),
        url: z.string(),
        headers: z.array(z.object({name: z.string(), value: z.string()})),
        body: z.string().nullable(),
      })
      .nullable()
      .openapi({description: 'As it was sent, with secrets masked'}),
    response: z
      .object({
        status: z.number().int(),
        headers: z.record(z.string(), z.string()),
        body: z.string(),
        bytes: z.number().int(),
        isTruncated: z.boolean(),
      })
      .nullable(),
    milliseconds: z.number().int(),
    cache: CacheStateSchema,
    keptAt: z
      .string()
      .nullable()
      .openapi({description: 'From when the answer is that profiles show meanwhile; null: none is kept'}),
    error: CallErrorSchema,
  })
  .openapi('IntegrationTestResult');

export const ClientIntegrationInputSchema = z
  .strictObject({
    enabled: z.boolean(),
    method: z.enum(['GET', 'POST']).default('GET'),
    url: z
      .string()
      .trim()
      .max(2000)
      .refine((url) => hasLiteralHost(url) && variablesIn(url).length === 0, 'must be an https:// address'),
    query: QuerySchema.default([]),
    headers: HeadersInputSchema.default([]),
    body: BodySchema.default(null),
    version: z.number().int().optional(),
    updatedAt: z.string().nullable().optional(),
    updatedBy: z.string().nullable().optional(),
  })
  .openapi('ClientIntegrationInput');

export const ClientIntegrationSchema = z
  .object({
    enabled: z.boolean(),
    method: z.enum(['GET', 'POST']),
    url: z.string(),
    query: z.array(z.object({name: z.string(), value: z.string()})),
    headers: z.array(HeaderSchema),
    body: z.string().nullable(),
    version: z.number().int(),
    updatedAt: z.iso.datetime().nullable(),
    updatedBy: z.string().nullable(),
  })
  .openapi('ClientIntegration');

export const ClientRunSchema = z
  .strictObject({
    view: z.enum(['chat', 'ticket', 'call', 'contact']),
    contactId: z.string().max(64).nullish(),
    conversationId: z.string().max(64).nullish(),
    ticketId: z.string().max(64).nullish(),
    callId: z.string().max(64).nullish(),
  })
  .openapi('ClientIntegrationRun');

export const ClientRunResultSchema = z
  .object({
    response: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({description: '{contactName, contactLink, blocks}: see the contract'}),
    error: CallErrorSchema,
    contact: z.object({id: z.string()}).nullable().openapi({description: 'The contact that is linked'}),
  })
  .openapi('ClientIntegrationRunResult');
