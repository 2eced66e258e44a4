import type {Clock} from '../clock.ts';
import {json, type Db} from '../database/schema.ts';
import type {StoredConfiguration} from './configuration.ts';

export interface Site {
  readonly id: string;
  readonly name: string;
  /** Whose pages may use the contact API: exact origins, or `loopback`. */
  readonly origins: readonly string[];
  readonly configuration: StoredConfiguration;
}

/** The customers' sites: few, and asked for with every request. */
export interface Sites {
  all(): Promise<readonly Site[]>;
  find(id: string): Promise<Site | undefined>;
  /** Adds the site, or updates name and origins of the one that is there. */
  put(site: Omit<Site, 'configuration'>): Promise<void>;
  configure(id: string, configuration: StoredConfiguration): Promise<void>;
}

/** What another process changed is seen by then: milliseconds. */
const MAX_AGE = 5000;

export function createSites(db: Db, clock: Clock): Sites {
  let known: Promise<readonly Site[]> | undefined;
  let readAt = 0;

  function all(): Promise<readonly Site[]> {
    if (!known || Math.abs(clock.now() - readAt) > MAX_AGE) {
      readAt = clock.now();
      known = db.selectFrom('sites').select(['id', 'name', 'origins', 'configuration']).execute();
      known.catch(() => (known = undefined));
    }
    return known;
  }

  return {
    all,
    find: async (id) => (await all()).find((site) => site.id === id),
    async put({id, name, origins}) {
      await db
        .insertInto('sites')
        .values({id, name, origins: json([...origins]), configuration: json({}), created_at: clock.now()})
        .onConflict((conflict) => conflict.column('id').doUpdateSet({name, origins: json([...origins])}))
        .execute();
      known = undefined;
    },
    async configure(id, configuration) {
      await db
        .updateTable('sites')
        .set({configuration: json(configuration)})
        .where('id', '=', id)
        .execute();
      known = undefined;
    },
  };
}
