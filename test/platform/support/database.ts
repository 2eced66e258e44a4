import {createHash, randomUUID} from 'node:crypto';
import {cpSync, existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {PGlite} from '@electric-sql/pglite';
import pg from 'pg';
import {openDatabase, type DatabaseLocation} from '../../../demo/platform/database/open.ts';

/** Set: the tests run on this PostgreSQL server, in databases of their own. */
export const SERVER = process.env.TEST_DATABASE_URL;

export interface TestDatabase {
  location: DatabaseLocation;
  /** What is on the disk, as bytes. Of an embedded database only. */
  dump(): Promise<Buffer>;
  /** Gives the database back, for the next that asks. Nobody uses it any more. */
  release(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../../demo/platform/database/', import.meta.url));

/** The sources of all migrations. */
async function readMigrations(): Promise<string> {
  const names = (await readdir(MIGRATIONS, {recursive: true})).filter((name) =>
    /migrations.*\.ts$/.test(name),
  );
  return (await Promise.all(names.sort().map((name) => readFile(join(MIGRATIONS, name), 'utf8')))).join();
}

/**
 * A migrated, empty database: a folder, and the same as bytes in `template.tar`. Making one takes seconds, so it is kept
 * for as long as the migrations are the same.
 *
 * @returns the folder's path
 */
async function makeTemplate(): Promise<string> {
  const version = createHash('sha256')
    .update(await readMigrations())
    .digest('hex')
    .slice(0, 16);
  const template = join(tmpdir(), 'app-inbox-test', version);
  if (existsSync(template)) return template;
  const fresh = `${template}.${randomUUID()}`;
  await mkdir(fresh, {recursive: true});
  const pglite = await PGlite.create(join(fresh, 'postgres'));
  await openDatabase({pglite});
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(join(fresh, 'template.tar'), new Uint8Array(await dump.arrayBuffer()));
  // Another process may have been quicker.
  await rename(fresh, template).catch(() => rm(fresh, {recursive: true}));
  return template;
}

async function loadTemplate(): Promise<Blob> {
  return new Blob([new Uint8Array(await readFile(join(await makeTemplate(), 'template.tar')))]);
}

/** Puts a migrated, empty database into the folder, where a platform would make one of its own. */
export async function fillFolder(folder: string): Promise<void> {
  cpSync(join(await makeTemplate(), 'postgres'), join(folder, 'postgres'), {recursive: true});
}

interface OwnDatabase {
  location: DatabaseLocation;
  dump(): Promise<Buffer>;
  run(statement: string): Promise<{rows: unknown[]}>;
  close(): Promise<unknown>;
}

async function runOn(url: string, statement: string): Promise<{rows: unknown[]}> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated database on the server. */
async function createOnServer(server: string): Promise<OwnDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOn(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return {
    location: {url: url.href},
    dump: () => Promise.reject(new Error('Only an embedded database can be dumped')),
    run: (statement) => runOn(url.href, statement),
    close: () => runOn(server, `drop database ${name} with (force)`),
  };
}

async function createEmbedded(): Promise<OwnDatabase> {
  const pglite = await PGlite.create({loadDataDir: await loadTemplate()});
  return {
    location: {pglite},
    dump: async () => Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()),
    run: (statement) => pglite.query(statement),
    close: () => pglite.close(),
  };
}

async function empty(database: OwnDatabase): Promise<void> {
  const {rows} = await database.run(
    `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables
      where schemaname = 'public' and tablename not like 'kysely%'`,
  );
  const {tables} = rows[0] as {tables: string | null};
  if (tables) await database.run(`truncate ${tables} restart identity`);
}

/** How long a database waits for the next test file before it is closed: milliseconds. An open one keeps the process. */
const PATIENCE = 2000;

/** Those of this process that nobody uses now, and what closes them. Making one takes a second, emptying one does not. */
const idle: {database: OwnDatabase; closing: NodeJS.Timeout}[] = [];

function takeIdle(): OwnDatabase | undefined {
  const found = idle.pop();
  clearTimeout(found?.closing);
  return found?.database;
}

function putIdle(database: OwnDatabase): void {
  const entry = {
    database,
    closing: setTimeout(() => {
      idle.splice(idle.indexOf(entry), 1);
      void database.close();
    }, PATIENCE),
  };
  idle.push(entry);
}

/** A migrated, empty database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = takeIdle() ?? (SERVER ? await createOnServer(SERVER) : await createEmbedded());
  return {
    location: database.location,
    dump: () => database.dump(),
    async release() {
      await empty(database);
      putIdle(database);
    },
  };
}
