import {createHash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import type {Capability} from '../../../src/protocol/configuration.ts';
import type {ServedConfiguration} from '../sites/configuration.ts';
import type {Site} from '../sites/sites.ts';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file ready to be served in every encoding. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its contents. */
  readonly isImmutable: boolean;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

/** The built bundle. Each asset is compressed once, and kept. */
export interface Assets {
  /** A file of the bundle; undefined when there is none of that name. */
  file(name: string): Promise<Asset | undefined>;
  /** The loader with the site's configuration; undefined when the bundle is not built. */
  loader(site: Site): Promise<Asset | undefined>;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};
/** One name, no folders, nothing hidden. */
const FILE_NAME = /^[A-Za-z0-9_][\w.-]{0,200}$/;
/** As the bundler writes them: `widget-d3adb33.js`. */
const HASHED = /-[0-9a-f]{7}\.js$/;
/** What the loader holds in place of a configuration. */
const PLACEHOLDER = /(["'`])__APP_INBOX_SITE__\1/g;

/** JSON that is a JavaScript literal wherever it stands: nothing ends a script element or a line (ECMA-262, 12.3). */
function literal(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function prepare(name: string, body: Buffer): Promise<Asset> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    promisify(gzip)(body, {level: constants.Z_BEST_COMPRESSION}),
  ]);
  return {
    type: TYPES[extname(name)]!,
    // Weak: the encodings are one representation each, and mean the same.
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    isImmutable: HASHED.test(name),
    bodies: {br, gzip: gz, identity: body},
  };
}

/**
 * @param folder the built bundle: `loader.js` and hashed chunks. It may be built again while the platform runs.
 * @param capabilities what is announced to every site
 */
export function createAssets(folder: string, capabilities: readonly Capability[]): Assets {
  const kept = new Map<string, {version: string; asset: Promise<Asset>}>();

  /** Of a name, only the newest version is kept. */
  function keep(name: string, version: string, make: () => Promise<Asset>): Promise<Asset> {
    const known = kept.get(name);
    if (known?.version === version) return known.asset;
    const asset = make();
    kept.set(name, {version, asset});
    asset.catch(() => kept.delete(name));
    return asset;
  }

  async function versionOf(name: string): Promise<string | undefined> {
    try {
      const status = await stat(join(folder, name));
      return status.isFile() ? `${status.mtimeMs} ${status.size}` : undefined;
    } catch {
      return undefined;
    }
  }

  async function fill({id, configuration}: Site): Promise<Buffer> {
    const served: ServedConfiguration = {...configuration, siteId: id, capabilities};
    let found = 0;
    const loader = await readFile(join(folder, 'loader.js'), 'utf8');
    const filled = loader.replace(PLACEHOLDER, () => {
      found++;
      return literal(served);
    });
    if (found !== 1) throw new Error(`loader.js holds ${found} places for a configuration, and not one`);
    return Buffer.from(filled);
  }

  return {
    async file(name) {
      if (!FILE_NAME.test(name) || !TYPES[extname(name)]) return undefined;
      const version = await versionOf(name);
      return version === undefined
        ? undefined
        : keep(name, version, async () => prepare(name, await readFile(join(folder, name))));
    },
    async loader(site) {
      const version = await versionOf('loader.js');
      if (!version) return undefined;
      const all = `${version} ${JSON.stringify(site.configuration)}`;
      return keep(`site/${site.id}`, all, async () => prepare('loader.js', await fill(site)));
    },
  };
}
