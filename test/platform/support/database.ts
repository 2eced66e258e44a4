import {createHash, randomUUID} from 'node:crypto';
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {PGlite} from '@electric-sql/pglite';
import pg from 'pg';
import {openDatabase, type DatabaseLocation} from '../../../demo/platform/database/open.ts';

/** Set: the tests run on this PostgreSQL server, each file in a database of its own. */
export const SERVER = process.env.TEST_DATABASE_URL;

export interface TestDatabase {
  location: DatabaseLocation;
  drop(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../../demo/platform/database/', import.meta.url));

/** The sources of all migrations. */
async function readMigrations(): Promise<string> {
  const names = (await readdir(MIGRATIONS, {recursive: true})).filter((name) =>
    /migrations.*\.ts$/.test(name),
  );
  return (await Promise.all(names.sort().map((name) => readFile(join(MIGRATIONS, name), 'utf8')))).join();
}

/** A migrated, empty database. Making one takes seconds, so a copy is kept for as long as the migrations are the same. */
async function loadTemplate(): Promise<Blob> {
  const version = createHash('sha256')
    .update(await readMigrations())
    .digest('hex')
    .slice(0, 16);
  const folder = join(tmpdir(), 'app-inbox-test');
  const path = join(folder, `template-${version}.tar`);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Blob([new Uint8Array(kept)]);
  const database = await openDatabase({memory: true});
  const dump = await database.dump();
  await database.close();
  await mkdir(folder, {recursive: true});
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, new Uint8Array(await dump.arrayBuffer()));
  await rename(fresh, path);
  return dump;
}

/** Puts a migrated, empty database into the folder, where a platform would make one of its own. */
export async function fillFolder(folder: string): Promise<void> {
  const pglite = await PGlite.create({dataDir: join(folder, 'postgres'), loadDataDir: await loadTemplate()});
  await pglite.close();
}

async function run(statement: string): Promise<void> {
  const client = new pg.Client({connectionString: SERVER});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (!SERVER) return {location: {memory: true, dump: await loadTemplate()}, drop: () => Promise.resolve()};
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(`create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = name;
  return {location: {url: url.href}, drop: () => run(`drop database ${name} with (force)`)};
}
