import {z} from '@hono/zod-openapi';
import {CONTACT_EVENT_TYPES} from '../../../src/protocol/contact-event.ts';
import {safeUrl} from '../../../src/protocol/url.ts';
import {MAX_EVENTS} from './contact-events.ts';
import {IdentitySchema, LanguageSchema} from '../contacts/schemas.ts';

const YEAR = 366 * 86_400_000;
/** A message lives for a day unless its sender says otherwise: seconds. */
export const DEFAULT_TTL = 86_400;
const MAX_RECIPIENTS = 1000;
const MAX_CUSTOM_DATA = 16_000;

const LinkSchema = z
  .string()
  .max(2048)
  .refine((link) => safeUrl(link) !== undefined, 'must be http, https, mailto, tel, or relative')
  .openapi({example: 'https://shop.example/orders/17'});
const ImageSchema = z
  .string()
  .max(2048)
  .refine((image) => safeUrl(image, ['http:', 'https:']) !== undefined, 'must be http, https, or relative')
  .openapi({example: 'https://shop.example/images/17.jpg'});

const ActionsSchema = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(64),
      label: z.string().min(1).max(100),
      link: LinkSchema.optional(),
      style: z.enum(['primary', 'secondary']).optional(),
    }),
  )
  .max(5)
  .refine((actions) => new Set(actions.map(({id}) => id)).size === actions.length, 'ids must differ');

const contents = {
  title: z.string().min(1).max(500),
  content: z.string().max(20_000).nullable().optional().openapi({description: 'Text, or simple HTML'}),
  image: ImageSchema.nullable().optional(),
  link: LinkSchema.nullable().optional(),
  actions: ActionsSchema.optional(),
};

/** A moment: ISO 8601 with an offset, or epoch milliseconds. Becomes epoch milliseconds. */
const MomentSchema = z
  .union([z.iso.datetime({offset: true}), z.number().int().min(0).max(8.64e15)])
  .transform((moment) => (typeof moment === 'number' ? moment : Date.parse(moment)))
  .openapi({type: 'string', format: 'date-time', description: 'ISO 8601, or a number: epoch milliseconds'});

export const SegmentSchema = z
  .strictObject({
    all: z.literal(true).optional(),
    language: LanguageSchema.optional(),
    tags: z.array(z.string().min(1).max(64)).min(1).max(20).optional(),
  })
  .refine((segment) => Object.keys(segment).length > 0, 'name a condition, or {"all": true}')
  .openapi('Segment', {description: 'Contacts that meet every condition. `tags`: have all of them.'});

export const SendSchema = z
  .strictObject({
    contact: IdentitySchema.optional(),
    contacts: z.array(IdentitySchema).min(1).max(MAX_RECIPIENTS).optional(),
    segment: SegmentSchema.optional(),
    ...contents,
    openInNewTab: z.boolean().default(false),
    category: z.string().min(1).max(64).nullable().optional(),
    customData: z
      .record(z.string(), z.unknown())
      .refine(
        (data) => JSON.stringify(data).length <= MAX_CUSTOM_DATA,
        `must be under ${MAX_CUSTOM_DATA} characters`,
      )
      .nullable()
      .optional(),
    severity: z.enum(['low', 'normal', 'high']).default('normal'),
    pinned: z.boolean().default(false),
    entity: z.string().min(1).max(200).optional().openapi({
      description: 'What the message is about: a contact’s events can name it in place of ids.',
    }),
    ttl: z
      .number()
      .int()
      .min(1)
      .max(YEAR / 1000)
      .optional()
      .openapi({
        description: `Seconds after sendAt. Default ${DEFAULT_TTL}, one day.`,
      }),
    expiryDate: MomentSchema.optional(),
    sendAt: MomentSchema.optional(),
    translations: z
      .record(LanguageSchema, z.strictObject({...contents, title: contents.title.optional()}))
      .refine((translations) => Object.keys(translations).length <= 100, 'at most 100 languages')
      .default({}),
  })
  .refine(
    ({contact, contacts, segment}) => [contact, contacts, segment].filter(Boolean).length === 1,
    'name exactly one of contact, contacts, segment',
  )
  .refine(({ttl, expiryDate}) => ttl === undefined || expiryDate === undefined, {
    path: ['ttl'],
    message: 'give ttl or expiryDate, not both',
  })
  .openapi('Send');
export type Send = z.infer<typeof SendSchema>;

const UnknownContactSchema = z.object({
  externalCustomerId: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
});

export const SentSchema = z
  .object({
    id: z.string(),
    recipients: z.number().int(),
    unknown: z.array(UnknownContactSchema).openapi({description: 'Of the list, those that are no contacts'}),
  })
  .openapi('Sent');

export const ReportSchema = z
  .object({
    sent: z.number().int(),
    delivered: z.number().int(),
    seen: z.number().int(),
    opened: z.number().int(),
    clicked: z.number().int(),
  })
  .openapi('Report', {description: 'Numbers of contacts'});

/** A message as its sender sees it. */
export const SentMessageSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    content: z.string().nullable(),
    category: z.string().nullable(),
    severity: z.enum(['low', 'normal', 'high']),
    createdDate: z.number().int(),
    sendAt: z.number().int(),
    expiryDate: z.string(),
    withdrawn: z.boolean(),
    recipients: z.number().int(),
  })
  .openapi('SentMessage');

const ActionSchema = z.object({
  id: z.string(),
  label: z.string(),
  link: z.string().optional(),
  style: z.enum(['primary', 'secondary']).optional(),
});

/** A message as its contact sees it. */
export const MessageSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    content: z.string().nullish(),
    createdDate: z.number().int().openapi({description: 'Epoch milliseconds'}),
    newMessage: z.boolean().openapi({description: 'True while unread'}),
    status: z.enum(['OPENED', 'UNOPENED']).nullish(),
    image: z.string().nullish(),
    link: z.string().nullish(),
    category: z.string().nullish(),
    customData: z.record(z.string(), z.unknown()).nullish(),
    expiryDate: z.string().nullish(),
    actions: z.array(ActionSchema).optional(),
    openInNewTab: z.boolean().optional(),
    severity: z.enum(['low', 'normal', 'high']).optional(),
    pinned: z.boolean().optional(),
    entity: z.string().optional(),
    seenAt: z.number().int().nullish(),
    readAt: z.number().int().nullish(),
    archivedAt: z.number().int().nullish(),
    snoozedUntil: z.number().int().nullish().openapi({description: 'Put off until then'}),
  })
  .openapi('Message');

const IdsSchema = z.array(z.string().min(1).max(64)).max(10_000);

export const StatusSchema = z
  .object({
    status: z.literal('OPENED'),
    ids: IdsSchema.nullish().openapi({description: 'Without them: all'}),
  })
  .openapi('Status');

const EventKeySchema = z.string().min(1).max(128).openapi({description: 'Idempotency key'});

const ContactEventSchema = z
  .object({
    key: EventKeySchema,
    type: z.enum(CONTACT_EVENT_TYPES),
    ids: IdsSchema.optional(),
    entity: z.string().min(1).max(200).optional(),
    at: z.number().int().min(0).max(8.64e15),
    action: z.string().max(64).optional(),
    until: z.number().int().min(0).max(8.64e15).optional().openapi({description: 'With snoozed'}),
  })
  .openapi('ContactEvent');

/** An event that is not as described must not hold up the others of the batch: it is answered as rejected. */
const UnreadableEventSchema = z
  .object({key: EventKeySchema})
  .openapi('UnreadableEvent', {description: 'Any other object with a key: it is answered as rejected.'});

const EventsSchema = z.array(z.union([ContactEventSchema, UnreadableEventSchema])).max(MAX_EVENTS);

/** The events by themselves, or named. Becomes the list. */
export const BatchSchema = z
  .union([z.object({events: EventsSchema}), EventsSchema])
  .transform((batch) => (Array.isArray(batch) ? batch : batch.events));

export const EventResultSchema = z
  .object({key: z.string(), result: z.enum(['applied', 'rejected']), code: z.string().optional()})
  .openapi('ContactEventResult');
