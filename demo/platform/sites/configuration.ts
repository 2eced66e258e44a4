import {z} from '@hono/zod-openapi';
import {CORNERS, LAYOUTS, type SiteConfiguration} from '../../../src/protocol/configuration.ts';

/** CSS values as they may stand in a declaration: nothing that ends it. */
const cssValue = z
  .string()
  .max(200)
  .regex(/^[^;{}<>]*$/, 'is not a value of CSS');

/** What a site may decide about its inbox. Address, id and capabilities are the platform's to say. */
export const ConfigurationSchema = z
  .strictObject({
    language: z.string().max(35).optional().openapi({description: 'ISO 639-1', example: 'en'}),
    placement: z
      .strictObject({
        selector: z.string().min(1).max(500),
        position: z.enum(['beforebegin', 'afterbegin', 'beforeend', 'afterend']).optional(),
      })
      .optional(),
    chat: z
      .union([z.boolean(), z.literal('tab')])
      .optional()
      .openapi({description: 'A chat on every page; as a tab, inside the inbox'}),
    corner: z.enum(CORNERS).optional(),
    bellIcon: z.string().max(10_000).optional().openapi({description: 'An SVG document as text'}),
    badge: z.enum(['unread', 'unseen']).optional().openapi({description: 'What the bell counts'}),
    categories: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(100),
          names: z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().min(1).max(60)).optional(),
          hidden: z.boolean().optional(),
        }),
      )
      .max(50)
      .optional()
      .openapi({description: 'In this order; by language what they are called'}),
    designs: z
      .record(z.string().max(100), z.string().max(10_000))
      .refine((designs) => Object.keys(designs).length <= 20, 'holds more than 20 designs')
      .optional()
      .openapi({description: 'HTML of notifications, by category; "" for all others'}),
    theme: z
      .union([
        z.enum(['light', 'dark', 'auto']),
        z.record(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/), cssValue),
      ])
      .optional(),
    layout: z.enum(LAYOUTS).optional(),
    pollInterval: z.number().min(5).max(3600).optional().openapi({description: 'Seconds'}),
    storage: z.enum(['indexeddb', 'none']).optional(),
    toasts: z
      .union([
        z.boolean(),
        z.strictObject({
          placement: z.enum(CORNERS).optional(),
          max: z.number().int().min(1).max(10).optional(),
          duration: z.number().min(2).max(120).optional().openapi({description: 'Seconds'}),
        }),
      ])
      .optional(),
    attention: z
      .union([
        z.boolean(),
        z.strictObject({
          sound: z.boolean().optional(),
          title: z.boolean().optional(),
          favicon: z.boolean().optional(),
          app: z.boolean().optional(),
          desktop: z.boolean().optional(),
        }),
      ])
      .optional(),
  })
  .openapi('SiteConfiguration');

export type StoredConfiguration = z.infer<typeof ConfigurationSchema>;

/** What the schema lets through is what the bundle understands. */
export type ServedConfiguration = Omit<SiteConfiguration, 'apiUrl'> & StoredConfiguration;
