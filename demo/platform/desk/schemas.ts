import {z} from '@hono/zod-openapi';

export const AgentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['admin', 'agent']),
    avatar: z.string().nullable(),
    isAway: z.boolean().openapi({description: 'Answers nobody now, by the agent’s own word'}),
  })
  .openapi('Agent');

export const InboxSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    channel: z.string().openapi({description: 'How its conversations come in', example: 'chat'}),
  })
  .openapi('Inbox');

export const MeSchema = z
  .object({
    agent: AgentSchema,
    team: z.object({id: z.string(), name: z.string()}),
    inboxes: z.array(InboxSchema),
    csrfToken: z.string().openapi({description: 'To be sent as X-CSRF-Token with every write'}),
  })
  .openapi('Me');

export const CredentialsSchema = z
  .object({email: z.string().min(1).max(320), password: z.string().min(1).max(200)})
  .openapi('Credentials');

export const DeskContactSchema = z
  .object({
    id: z.string().openapi({description: 'The platform’s name for the contact'}),
    name: z.string().nullable(),
    emails: z.array(z.string()).openapi({description: 'The primary one first'}),
    phones: z.array(z.string()).openapi({description: 'The primary one first'}),
    externalId: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
    avatar: z.string().nullable(),
  })
  .openapi('DeskContact');

export const ViewSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['chat', 'ticket', 'call', 'contact']),
    title: z.string(),
    inboxId: z.string(),
    channelId: z.string(),
    contactId: z.string().nullable().openapi({description: 'The contact that is linked, if any'}),
    contactName: z.string().nullable(),
    requesterEmail: z.string().nullable(),
    phoneNumber: z.string().nullable(),
    externalId: z.string().nullable(),
  })
  .openapi('View');

export const AuditEntrySchema = z
  .object({
    at: z.iso.datetime(),
    agent: z.object({id: z.string().nullable(), name: z.string()}),
    action: z.string().openapi({example: 'integration.update'}),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditEntry');
