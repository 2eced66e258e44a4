import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {Kysely, PGliteDialect, PostgresDialect} from 'kysely';
import {Migrator} from 'kysely/migration';
import pg from 'pg';
import {lockFolder} from './folder-lock.ts';
import {listenOnServer} from './listen.ts';
import {migrations} from './migrations.ts';
import type {Schema} from './schema.ts';

/** Where the data is: one of the three. */
export type DatabaseLocation =
  /** A folder that the embedded database owns. Locked while open. */
  | {folder: string}
  /** A database of a PostgreSQL server, 15 or newer: `postgres://…`. */
  | {url: string}
  /** An embedded database that the caller has open, and closes. */
  | {pglite: PGlite};

export interface Database {
  readonly db: Kysely<Schema>;
  /**
   * Calls back with the payload of each committed `pg_notify(channel, …)`, and with undefined when some may have been
   * missed. Returns what ends it.
   */
  listen(channel: string, callback: (payload: string | undefined) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Times and counts fit a double; the driver would hand them out as text. 20 is the type id of `bigint`. */
const BIGINT = 20;

function openServer(url: string): Database {
  const types = {
    getTypeParser: (id: number, format?: 'text' | 'binary') =>
      id === BIGINT ? Number : (pg.types.getTypeParser(id, format) as unknown),
  };
  const pool = new pg.Pool({connectionString: url, max: 10, types});
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.error(`Database connection lost: ${error.message}`));
  return {
    db: new Kysely<Schema>({dialect: new PostgresDialect({pool})}),
    listen: (channel, callback) => listenOnServer(url, channel, callback),
    async close() {
      await this.db.destroy();
    },
  };
}

function openEmbedded(pglite: PGlite, close: () => Promise<void>): Database {
  return {
    db: new Kysely<Schema>({dialect: new PGliteDialect({pglite})}),
    listen: (channel, callback) => pglite.listen(channel, callback),
    close,
  };
}

async function open(location: DatabaseLocation): Promise<Database> {
  if ('url' in location) return openServer(location.url);
  if ('pglite' in location) return openEmbedded(location.pglite, () => Promise.resolve());
  await mkdir(location.folder, {recursive: true});
  const release = await lockFolder(location.folder);
  try {
    const pglite = await PGlite.create(join(location.folder, 'postgres'));
    return openEmbedded(pglite, () => pglite.close().then(release));
  } catch (error) {
    await release();
    throw error;
  }
}

async function migrate({db}: Database): Promise<void> {
  const migrator = new Migrator({db, provider: {getMigrations: () => Promise.resolve(migrations)}});
  const {error} = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be brought up to date', {cause: error});
}

/**
 * Opens the database and brings it up to date.
 *
 * @throws FolderInUseError when another process holds the folder
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database = await open(location);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
