import {sql} from 'kysely';
import type {ChatAttachment} from '../../../../src/protocol/visitor.ts';
import type {Db} from '../../database/schema.ts';
import {ProblemError} from '../../problem.ts';
import type {Services} from '../../services.ts';
import {readFileType} from './file-type.ts';

/** Bytes of one file. */
export const MAX_FILE = 5 * 1024 * 1024;
/** Files of one conversation that no message has yet, and all of its files: bytes. */
const MAX_UNSENT = 10;
const MAX_TOTAL = 100 * 1024 * 1024;
/** What was uploaded and not sent by then is forgotten: milliseconds. */
const UNSENT_LIFETIME = 24 * 3_600_000;

/** A name as it may stand anywhere: no path, nothing unprintable, nothing that turns the direction of reading. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    last
      // eslint-disable-next-line no-control-regex -- they are what is taken out
      .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
      .trim()
      .slice(-120) || 'file'
  );
}

/** Keeps a file until a message takes it along. */
export async function keepAttachment(
  {db, clock, makeId}: Pick<Services, 'db' | 'clock' | 'makeId'>,
  conversationId: string,
  author: 'visitor' | 'agent',
  file: {name: string; body: Uint8Array},
): Promise<ChatAttachment> {
  const name = cleanName(file.name);
  const {body} = file;
  if (!body.length) throw new ProblemError('invalid-request', 'The file is empty');
  const type = readFileType(name, body);
  if (!type) {
    throw new ProblemError(
      'invalid-request',
      'Images (PNG, JPEG, GIF, WebP, AVIF), PDF, Office documents, ZIP and plain text may be sent, under a name that says so',
    );
  }
  const {rows} = await sql<{unsent: number; total: number}>`
    select count(*) filter (where message_id is null)::int as unsent, coalesce(sum(size), 0)::float as total
    from chat_attachments where conversation_id = ${conversationId}`.execute(db);
  const {unsent, total} = rows[0]!;
  if (unsent >= MAX_UNSENT || total + body.length > MAX_TOTAL)
    throw new ProblemError('too-large', 'This conversation holds as many files as it can');
  const id = makeId();
  await db
    .insertInto('chat_attachments')
    .values({
      id,
      conversation_id: conversationId,
      message_id: null,
      author,
      name,
      type,
      size: body.length,
      body: Buffer.from(body),
      created_at: clock.now(),
    })
    .execute();
  return {id, name, type, size: body.length};
}

export async function readAttachment(
  db: Db,
  conversationId: string,
  id: string,
): Promise<(ChatAttachment & {body: Uint8Array}) | undefined> {
  return db
    .selectFrom('chat_attachments')
    .select(['id', 'name', 'type', 'size', 'body'])
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The headers under which a stored file is handed out: as what it is, to be kept and not to be run. */
export function fileHeaders({name, type}: ChatAttachment): Record<string, string> {
  return {
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=86400',
  };
}

export async function purgeAttachments(db: Db, now: number): Promise<void> {
  await sql`delete from chat_attachments where message_id is null and created_at < ${now - UNSENT_LIFETIME}`.execute(
    db,
  );
}
