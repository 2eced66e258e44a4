/** How large the script tag's bundle is, as a visitor's browser gets it: each file compressed by brotli, by itself. */
import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

/** A chunk in Vite's manifest: its imports are keys of the manifest. */
interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** Bytes by name. */
export type Sizes = Readonly<Record<string, number>>;

/**
 * What the first opening of the inbox loads beside the bell's files, by the manifest's key or the chunk's name; `en`
 * because every language has it or its own. The list is in the panel's file.
 */
const INBOX_CHUNKS = ['src/entries/panel.ts', 'src/i18n/en.ts'];

/** The files that the browser has to have before these chunks run. */
export function filesOf(manifest: Manifest, keys: readonly string[], files = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key] ?? Object.values(manifest).find(({name}) => name === key);
    if (!chunk) throw new Error(`dist/cdn/manifest.json does not know ${key}`);
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    filesOf(manifest, chunk.imports ?? [], files);
  }
  return files;
}

/** As the platform compresses them: once, at the highest quality. */
function brotliSize(path: string): number {
  const body = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, {params}).length;
}

/**
 * `loader`; `bell`: all until the bell with its number is there, loader included; `inbox`: all until the open inbox
 * shows its list, bell included; and every other chunk with what it needs beyond the bell's files.
 *
 * @param dist the built bundle, with its manifest.json
 */
export function measure(dist: string): Sizes {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, file) => total + brotliSize(join(dist, file)), 0);
  const entries = Object.keys(manifest).filter((key) => manifest[key]!.isEntry);
  const bell = filesOf(manifest, entries).add('loader.js');
  const inbox = filesOf(manifest, [...entries, ...INBOX_CHUNKS]).add('loader.js');
  const sizes: Record<string, number> = {loader: sum(['loader.js']), bell: sum(bell), inbox: sum(inbox)};
  for (const [key, {isDynamicEntry}] of Object.entries(manifest)) {
    if (!isDynamicEntry) continue;
    const own = [...filesOf(manifest, [key])].filter((file) => !bell.has(file));
    const folder = key.includes('/i18n/more/') ? 'more/' : '';
    sizes[folder + basename(key).replace(/\.\w+$/, '')] = sum(own);
  }
  // A bundle of its own: no byte of it is on the bell's path.
  const visitor = JSON.parse(readFileSync(join(dist, 'visitor-manifest.json'), 'utf8')) as Manifest;
  const [entry] = Object.keys(visitor).filter((key) => visitor[key]!.isEntry);
  const session = filesOf(visitor, [entry!]);
  sizes.visitor = sum(session);
  const chat = [...filesOf(visitor, ['src/entries/chat.ts'])].filter((file) => !session.has(file));
  sizes.chat = sum(chat);
  return sizes;
}
