import type {Clock} from './clock.ts';
import type {ContactTokens} from './contacts/tokens.ts';
import type {Db} from './database/schema.ts';
import type {RateLimiter} from './http/rate-limit.ts';
import type {Random} from './random.ts';
import type {Assets} from './scripts/assets.ts';
import type {ApiKeys} from './sites/api-keys.ts';
import type {Sites} from './sites/sites.ts';
import type {Streams} from './stream/streams.ts';

/** What the routes work with. */
export interface Services {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly makeId: () => string;
  readonly sites: Sites;
  readonly apiKeys: ApiKeys;
  readonly tokens: ContactTokens;
  readonly streams: Streams;
  readonly assets: Assets;
  readonly limits: {readonly apiKey: RateLimiter; readonly contact: RateLimiter};
  /** Speaks only the base contract. */
  readonly isBaseOnly: boolean;
}
