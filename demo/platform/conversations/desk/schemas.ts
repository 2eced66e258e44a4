import {z} from '@hono/zod-openapi';
import {AttachmentIdsSchema, line, MAX_TEXT, text} from '../visitor/schemas.ts';
import {VIEWS} from './list.ts';

export const ListQuerySchema = z.object({
  view: z.enum(VIEWS).default('open'),
  query: line(200).optional(),
  label: line(100).optional(),
  tag: line(100).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const MessagesQuerySchema = z.object({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const ReplySchema = z
  .object({
    key: z.string().regex(/^[\w-]{1,80}$/),
    text: text(MAX_TEXT),
    isNote: z.boolean().default(false),
    attachmentIds: AttachmentIdsSchema,
  })
  .refine(({text, attachmentIds}) => !!text.trim() || attachmentIds.length > 0, 'says nothing')
  .openapi('AgentReply');

const version = z.number().int().min(0).openapi({description: 'As it was read: another one is a conflict'});
export const AssignmentSchema = z.object({agentId: z.string().max(100).nullable(), version});
export const StatusSchema = z.object({status: z.enum(['open', 'closed']), version});
export const AvailabilitySchema = z.strictObject({isAway: z.boolean()});
export const ReadSchema = z.object({upTo: z.number().int().min(0)});

const marks = z.array(line(100).refine(Boolean, 'is empty')).max(20).default([]);
export const MarksSchema = z
  .object({
    addLabels: marks,
    removeLabels: marks,
    addTags: marks,
    removeTags: marks,
    name: line(200).optional(),
  })
  .openapi('ConversationMarks');

export const CannedAnswerSchema = z
  .object({
    shortcut: line(40).refine((name) => /^[\p{L}\p{N}_-]+$/u.test(name), 'one word'),
    text: text(MAX_TEXT),
  })
  .openapi('CannedAnswer');

export const PageFilterSchema = z
  .object({
    searchFilter: line(500).refine(Boolean, 'is empty'),
    searchName: line(100).refine(Boolean, 'is empty'),
    matchType: z.enum(['like', 'equals', 'startsWith']).default('like'),
    siteId: z
      .string()
      .max(100)
      .optional()
      .openapi({description: 'Default: the team’s only site, or its first'}),
  })
  .openapi('PageFilter');
