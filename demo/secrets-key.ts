import {randomBytes} from 'node:crypto';
import {link, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

const SIZE = 32;

/** The key that was set is none. The message is for whoever set it. */
export class SecretsKeyError extends Error {
  override readonly name = 'SecretsKeyError';
}

/**
 * The key that seals what integrations keep secret: the one of the environment, else one of this installation's own,
 * which is made when it is first needed and lies beside the data, readable to this user alone.
 *
 * @param given 32 bytes as base64
 * @throws SecretsKeyError
 */
export async function readSecretsKey(given: string | undefined, folder: string): Promise<Buffer> {
  if (given) {
    const key = Buffer.from(given, 'base64');
    if (key.length !== SIZE) throw new SecretsKeyError(`SECRETS_KEY must be ${SIZE} bytes as base64`);
    return key;
  }
  const path = join(folder, 'secrets.key');
  await mkdir(folder, {recursive: true});
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, randomBytes(SIZE).toString('base64'), {mode: 0o600});
  // Whole or not at all: of two processes at the same time, one places its key and both read that one.
  await link(mine, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(mine);
  return Buffer.from(await readFile(path, 'utf8'), 'base64');
}
