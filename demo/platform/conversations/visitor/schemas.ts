import {z} from '@hono/zod-openapi';

/** Characters of one message. */
export const MAX_TEXT = 5000;
/** Events of one request. */
export const MAX_EVENTS = 50;

/** Text as a database can keep it: no NUL, no half of a character. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => Buffer.from(value.replaceAll('\0', '')).toString());

export const line = (max: number) => text(max).transform((value) => value.replace(/\s+/g, ' ').trim());

const UrlSchema = text(2000).refine((url) => {
  if (!URL.canParse(url)) return false;
  const {protocol, username, password} = new URL(url);
  return /^https?:$/.test(protocol) && !username && !password;
}, 'is not the address of a page');

export const PageSchema = z.object({
  url: UrlSchema,
  title: line(2000)
    .transform((title) => title.slice(0, 300))
    .default(''),
});

export const SessionSchema = z
  .object({
    siteId: z.string().max(100),
    page: PageSchema,
    referrer: text(2000).default(''),
    language: z
      .string()
      .regex(/^[A-Za-z0-9-]{0,35}$/)
      .default(''),
  })
  .openapi('VisitorSession');

const key = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\x21-\x7e]+$/);
export const AttachmentIdsSchema = z.array(z.string().max(60)).max(5).default([]);

/** What a visitor's page can report. */
export const VisitorEventSchema = z.discriminatedUnion('type', [
  z.object({key, type: z.literal('page'), page: PageSchema}),
  z.object({key, type: z.literal('externalId'), id: line(200)}),
  z.object({key, type: z.literal('name'), name: line(200)}),
  z.object({key, type: z.literal('card'), id: line(100).refine(Boolean, 'is empty'), data: text(10_000)}),
  z
    .object({key, type: z.literal('message'), text: text(MAX_TEXT), attachmentIds: AttachmentIdsSchema})
    .refine(({text, attachmentIds}) => !!text.trim() || attachmentIds.length > 0, 'says nothing'),
  z.object({key, type: z.literal('read'), upTo: z.number().int().min(0)}),
  z.object({
    key,
    type: z.literal('rating'),
    rating: z.number().int().min(1).max(5),
    comment: text(1000).optional(),
  }),
]);
export type VisitorEvent = z.infer<typeof VisitorEventSchema>;

const LooseEventSchema = z.looseObject({key});
/** A batch whose events are judged one by one: one that is not as described harms none of the others. */
export const BatchSchema = z
  .object({events: z.array(LooseEventSchema).min(1).max(MAX_EVENTS)})
  .openapi('VisitorEvents', {description: 'page, externalId, name, card, message, read, rating'});

export const EventResultsSchema = z.object({
  results: z.array(
    z.object({key: z.string(), result: z.enum(['applied', 'rejected']), code: z.string().optional()}),
  ),
});
