import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import type {Handler} from 'hono';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What the console and the desk have in common. */
export const SITE_FILES = join(import.meta.dirname, 'public');

/**
 * Serves the files of folders by their name; the route must have the parameter `:file`.
 *
 * The folders are read once: what is not in them then is not found, so no name can reach beyond them.
 */
export function staticFiles(...folders: readonly string[]): Handler {
  const files = new Map(
    folders
      .flatMap((folder) => readdirSync(folder).map((name) => [folder, name] as const))
      .filter(([, name]) => extname(name) in TYPES)
      .map(([folder, name]) => {
        const body = readFileSync(join(folder, name));
        const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
        return [name, {body, etag, type: TYPES[extname(name)]!}] as const;
      }),
  );
  return (c) => {
    const file = files.get(c.req.param('file') ?? '');
    if (!file) return c.notFound();
    const headers = {'Content-Type': file.type, ETag: file.etag, 'Cache-Control': 'public, max-age=300'};
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers);
    return c.body(new Uint8Array(file.body), 200, headers);
  };
}
