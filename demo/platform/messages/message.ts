import {sql, type RawBuilder} from 'kysely';
import type {Message} from '../../../src/protocol/message.ts';
import type {Db} from '../database/schema.ts';
import {localise, type Contents} from './contents.ts';

/** A message as one contact has it. */
export interface DeliveredMessage {
  id: string;
  contents: Contents;
  translations: Record<string, Partial<Contents>>;
  category: string | null;
  custom_data: Record<string, unknown> | null;
  open_in_new_tab: boolean;
  severity: 'low' | 'normal' | 'high';
  pinned: boolean;
  entity: string | null;
  send_at: number;
  expires_at: number;
  delivered_at: number | null;
  seen_at: number | null;
  read_at: number | null;
  archived_at: number | null;
  snoozed_until: number | null;
}

/** What to read a message for: its reader's languages, best first, and whether the client takes the rich fields. */
export interface Rendering {
  languages: readonly string[];
  isRich: boolean;
}

/** The message as it goes over the wire. */
export function render(row: DeliveredMessage, {languages, isRich}: Rendering): Message {
  const {title, content, image, link, actions} = localise(row.contents, row.translations, languages);
  const message: Message = {
    id: row.id,
    title,
    content: content ?? null,
    createdDate: row.send_at,
    newMessage: row.read_at === null,
    status: row.read_at === null ? 'UNOPENED' : 'OPENED',
    image: image ?? null,
    link: link ?? null,
    category: row.category,
    customData: row.custom_data,
    expiryDate: new Date(row.expires_at).toISOString(),
  };
  if (!isRich) return message;
  return {
    ...message,
    actions: actions ?? [],
    openInNewTab: row.open_in_new_tab,
    severity: row.severity,
    pinned: row.pinned,
    ...(row.entity !== null && {entity: row.entity}),
    seenAt: row.seen_at,
    readAt: row.read_at,
    archivedAt: row.archived_at,
    ...(row.snoozed_until !== null && {snoozedUntil: row.snoozed_until}),
  };
}

/**
 * The contact's messages that meet a condition on `d`, the delivery, and `m`, the message.
 *
 * @param rest what follows the `where`: conditions, order, limit
 */
export async function selectMessages(
  db: Db,
  contactId: number,
  rest: RawBuilder<unknown>,
): Promise<DeliveredMessage[]> {
  const {rows} = await sql<DeliveredMessage>`
    select m.id, m.contents, m.translations, m.category, m.custom_data, m.open_in_new_tab, m.severity, d.pinned,
      m.entity, d.send_at, d.expires_at, d.delivered_at, d.seen_at, d.read_at, d.archived_at,
      d.snoozed_until
    from deliveries d join messages m on m.id = d.message_id
    where d.contact_id = ${contactId} and ${rest}`.execute(db);
  return rows;
}

/** Sent, not expired, not withdrawn, not deleted by the contact. */
export const isCurrent = (now: number) =>
  sql`d.send_at <= ${now} and d.expires_at > ${now} and d.deleted_at is null`;

/** Current, and neither archived nor snoozed: what the inbox shows and the count counts. */
export const isInInbox = (now: number) =>
  sql`${isCurrent(now)} and d.archived_at is null and (d.snoozed_until is null or d.snoozed_until <= ${now})`;
