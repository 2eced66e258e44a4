import {z} from '@hono/zod-openapi';

/** What is left out, null or blank is not given. */
const identifier = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.trim() || undefined)
    .nullish()
    .transform((text) => text ?? undefined);

/** Mail addresses are compared without regard to case: nobody's provider tells them apart. */
const EmailSchema = identifier(320)
  .refine((email) => email === undefined || /^[^\s@]+@[^\s@]+$/.test(email), 'is not an email address')
  .transform((email) => email?.toLowerCase())
  .openapi({type: 'string', example: 'ada@example.com'});

/** Digits with an optional plus: spaces, hyphens, dots and brackets are for readers. */
const PhoneSchema = identifier(40)
  .transform((phone) => phone?.replace(/[\s().-]/g, ''))
  .refine((phone) => phone === undefined || /^\+?\d{3,20}$/.test(phone), 'is not a phone number')
  .openapi({type: 'string', example: '+380441234567'});

const ExternalIdSchema = identifier(200).openapi({type: 'string', example: 'customer-17'});

const identity = {externalCustomerId: ExternalIdSchema, email: EmailSchema, phone: PhoneSchema};
const isNamed = ({
  externalCustomerId,
  email,
  phone,
}: {
  externalCustomerId?: string;
  email?: string;
  phone?: string;
}) => !!(externalCustomerId ?? email ?? phone);
const NAMELESS = 'give at least one of email, phone, externalCustomerId';

/** Other fields are ignored: customers send whole contacts. */
export const IdentitySchema = z.object(identity).refine(isNamed, NAMELESS).openapi('ContactIdentity');

/** A BCP 47 tag, in lower case. */
export const LanguageSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/, 'is not a language tag')
  .transform((tag) => tag.toLowerCase().replaceAll('_', '-'))
  .openapi({type: 'string', example: 'uk'});

/** What a customer keeps of a contact besides: for agents, and for what integrations ask. */
export const AttributesSchema = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z][\w-]{0,63}$/, 'is not a name of an attribute')
      .refine((name) => !(name in Object.prototype), 'is not a name of an attribute'),
    z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]),
  )
  .refine((attributes) => Object.keys(attributes).length <= 100, 'may have 100 names');

const NameSchema = z.string().max(200).nullable().optional();

export const ContactInputSchema = z
  .strictObject({
    ...identity,
    name: NameSchema,
    firstName: NameSchema,
    lastName: NameSchema,
    language: LanguageSchema.nullable().optional(),
    tags: z.array(z.string().min(1).max(64)).max(50).optional(),
    attributes: AttributesSchema.optional().openapi({example: {tier: 'gold'}}),
  })
  .refine(isNamed, NAMELESS)
  .openapi('ContactInput');

export const ContactSchema = z
  .object({
    id: z.string().openapi({description: 'The platform’s name for the contact'}),
    externalCustomerId: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    name: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    language: z.string().nullable(),
    tags: z.array(z.string()),
    attributes: z.record(z.string(), z.unknown()),
    createdDate: z.number().int(),
  })
  .openapi('Contact');
