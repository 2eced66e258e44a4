import type {Clock} from './clock.ts';
import type {ContactTokens} from './contacts/tokens.ts';
import type {Db} from './database/schema.ts';
import type {Audit} from './desk/audit.ts';
import type {Passwords} from './desk/passwords.ts';
import type {AgentSessions} from './desk/sessions.ts';
import type {RateLimiter} from './http/rate-limit.ts';
import type {Caller} from './integrations/http/call.ts';
import type {Runner} from './integrations/runner.ts';
import type {Secrets} from './integrations/secrets.ts';
import type {Turns} from './integrations/turns.ts';
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
  readonly sessions: AgentSessions;
  readonly passwords: Passwords;
  readonly audit: Audit;
  readonly secrets: Secrets;
  readonly caller: Caller;
  readonly turns: Turns;
  readonly runner: Runner;
  readonly streams: Streams;
  readonly assets: Assets;
  readonly limits: {
    readonly apiKey: RateLimiter;
    readonly contact: RateLimiter;
    readonly agent: RateLimiter;
    readonly signIn: RateLimiter;
  };
  /** Speaks only the base contract. */
  readonly isBaseOnly: boolean;
}
