/** A font that every machine has which has installed the project: the npm package of Chromium brings it along. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {brotliDecompressSync} from 'node:zlib';

const ARCHIVE = join(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '../bin/fonts.tar.br',
);
/** Tar is made of blocks; a file's name, and its size in octal digits, stand at the beginning of its first. */
const BLOCK = 512;
const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;

let archive: Buffer | undefined;

/** The file of Open Sans in this weight. */
export function readFont(weight: 'Regular' | 'Bold'): Buffer {
  const tar = (archive ??= brotliDecompressSync(readFileSync(ARCHIVE)));
  const read = ([from, to]: readonly [number, number], at: number) =>
    tar.toString('latin1', at + from, at + to).split('\0')[0]!;
  for (let at = 0; read(NAME, at);) {
    const size = parseInt(read(SIZE, at), 8);
    const start = at + BLOCK;
    if (read(NAME, at).endsWith(`OpenSans-${weight}.ttf`)) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`There is no Open Sans ${weight} in ${ARCHIVE}`);
}
