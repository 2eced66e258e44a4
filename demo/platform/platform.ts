import {fileURLToPath} from 'node:url';
import {CAPABILITIES} from '../../src/protocol/configuration.ts';
import {systemClock, type Clock} from './clock.ts';
import {addContactRoutes} from './contacts/routes.ts';
import {createContactTokens} from './contacts/tokens.ts';
import {createConversations, type ConversationRates} from './conversations/setup.ts';
import {addDashboardAppsTo} from './dashboard-apps/index.ts';
import {openDatabase, type Database, type DatabaseLocation} from './database/open.ts';
import {addAuditRoute} from './desk/audit-routes.ts';
import {createAudit} from './desk/audit.ts';
import {addDeskContactRoutes} from './desk/contact-routes.ts';
import {createPasswords, type PasswordCost} from './desk/passwords.ts';
import {addSessionRoutes} from './desk/session-routes.ts';
import {createAgentSessions} from './desk/sessions.ts';
import {putTeam, type TeamOptions} from './desk/teams.ts';
import {createDatabaseFanout} from './fanout/database.ts';
import type {Fanout} from './fanout/fanout.ts';
import {readNatsServers, type NatsServers} from './fanout/nats-servers.ts';
import {createApp, type App} from './http/app.ts';
import {contactCors, refuseBrowsers} from './http/cors.ts';
import {dataHeaders} from './http/headers.ts';
import {createRateLimiter, type Rate} from './http/rate-limit.ts';
import {addIntegrationsTo, createIntegrationServices, type IntegrationOptions} from './integrations/index.ts';
import {addContactMessageRoutes} from './messages/contact-routes.ts';
import {addSendingRoutes} from './messages/sending-routes.ts';
import {addDocument} from './openapi.ts';
import {createIds, systemRandom, type Random} from './random.ts';
import {createAssets} from './scripts/assets.ts';
import {addScriptRoutes} from './scripts/routes.ts';
import type {Services} from './services.ts';
import {createApiKeys} from './sites/api-keys.ts';
import {addSiteRoutes} from './sites/routes.ts';
import {createSites} from './sites/sites.ts';
import {addStreamRoute} from './stream/routes.ts';
import {startScheduler} from './stream/scheduler.ts';
import {createStreams} from './stream/streams.ts';

export interface PlatformOptions {
  database: DatabaseLocation;
  /** News between processes goes through these NATS servers: `nats://…`. @default through the database */
  natsUrl?: string;
  /** Speaks only sections 2.1 to 2.4 of the contract, and announces no capabilities. @default false */
  isBaseOnly?: boolean;
  /** The built bundle. @default dist/cdn of the project */
  bundleFolder?: string;
  /** @default those of `DEFAULT_RATES` */
  rates?: {apiKey?: Rate; contact?: Rate; agent?: Rate; signIn?: Rate};
  /** @default those of `createConversations` */
  conversationRates?: ConversationRates;
  /** Which systems integrations may call, and the key that seals their secrets. */
  integrations?: IntegrationOptions;
  /** What a guess at an agent's password costs. @default what OWASP asks for */
  passwordCost?: PasswordCost;
  clock?: Clock;
  random?: Random;
}

export interface SiteOptions {
  id: string;
  name: string;
  /** Whose pages may use the contact API: exact origins, or `loopback`. */
  origins: readonly string[];
  /** Random, and long. Replaces the key that was registered like this before. */
  apiKey: string;
}

export interface Platform {
  /** Answers the requests. Sites of the demo may be added to it. */
  readonly app: App;
  /** True for a site that nobody has sent a contact to yet. */
  isEmpty(siteId: string): Promise<boolean>;
  /** Adds a site, or brings it up to date. */
  putSite(site: SiteOptions): Promise<void>;
  /** Adds a team of agents, or brings it up to date. Its inboxes' sites are there. */
  putTeam(team: TeamOptions): Promise<void>;
  /** Ends the streams, so that a server can close; many take a few seconds. Answers go on. */
  endStreams(): Promise<void>;
  /** Ends everything. The server has been closed before. */
  close(): Promise<void>;
}

/** Generous to people and tests, and an end to loops. */
const DEFAULT_RATES = {
  apiKey: {perSecond: 200, burst: 2000},
  contact: {perSecond: 50, burst: 500},
  agent: {perSecond: 50, burst: 500},
  signIn: {perSecond: 0.5, burst: 30},
} satisfies Required<NonNullable<PlatformOptions['rates']>>;

const BUNDLE_FOLDER = fileURLToPath(new URL('../../dist/cdn', import.meta.url));

async function createFanout(database: Database, servers: NatsServers | undefined): Promise<Fanout> {
  if (!servers) return createDatabaseFanout(database);
  // Nobody else needs the client.
  const {createNatsFanout} = await import('./fanout/nats.ts');
  return createNatsFanout(database.db, servers);
}

/**
 * The platform on its database, without a server: `app.fetch` answers.
 *
 * @throws FolderInUseError when another process holds the database's folder
 * @throws NatsUrlError
 */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const {
    clock = systemClock,
    random = systemRandom,
    isBaseOnly = false,
    rates,
    bundleFolder = BUNDLE_FOLDER,
  } = options;
  const natsServers = options.natsUrl ? readNatsServers(options.natsUrl) : undefined;
  const database = await openDatabase(options.database);
  const {db} = database;
  const fanout = await createFanout(database, natsServers);
  const makeId = createIds(clock, random);
  const services: Services = {
    db,
    clock,
    random,
    makeId,
    sites: createSites(db, clock),
    apiKeys: createApiKeys(db, clock),
    tokens: createContactTokens(db, {clock, random}),
    sessions: createAgentSessions(db, {clock, random}),
    passwords: createPasswords(random, options.passwordCost),
    audit: createAudit(db, {clock, makeId}),
    ...createIntegrationServices({clock, random}, options.integrations),
    streams: createStreams(db, clock, fanout),
    assets: createAssets(bundleFolder, isBaseOnly ? [] : CAPABILITIES),
    limits: {
      apiKey: createRateLimiter(clock, rates?.apiKey ?? DEFAULT_RATES.apiKey),
      contact: createRateLimiter(clock, rates?.contact ?? DEFAULT_RATES.contact),
      agent: createRateLimiter(clock, rates?.agent ?? DEFAULT_RATES.agent),
      signIn: createRateLimiter(clock, rates?.signIn ?? DEFAULT_RATES.signIn),
    },
    isBaseOnly,
  };
  const conversations = createConversations(services, fanout, options.conversationRates);
  const stopScheduler = startScheduler(db, clock, services.tokens);

  const app = createApp();
  for (const path of ['/v1/*', '/api/*', '/appinbox/*', '/desk/api/*', '/openapi.json'])
    app.use(path, dataHeaders);
  app.use('/v1/*', refuseBrowsers);
  app.use('/api/*', refuseBrowsers);
  app.use('/appinbox/*', contactCors(services.sites));
  addContactRoutes(app, services);
  addSendingRoutes(app, services);
  addSiteRoutes(app, services);
  addContactMessageRoutes(app, services);
  if (!isBaseOnly) addStreamRoute(app, services);
  addSessionRoutes(app, services);
  addDeskContactRoutes(app, services);
  addAuditRoute(app, services);
  addIntegrationsTo(app, services);
  addDashboardAppsTo(app, services);
  conversations.addRoutes(app);
  addScriptRoutes(app, services);
  addDocument(app);

  return {
    app,
    async isEmpty(siteId) {
      const contact = await db
        .selectFrom('contacts')
        .select('id')
        .where('site_id', '=', siteId)
        .limit(1)
        .execute();
      return contact.length === 0;
    },
    async putSite({id, name, origins, apiKey}) {
      await services.sites.put({id, name, origins});
      await services.apiKeys.put(id, 'first', apiKey);
    },
    putTeam: (team) => putTeam(db, services, team),
    async endStreams() {
      await Promise.all([conversations.endStreams(), services.streams.drain()]);
    },
    async close() {
      services.streams.close();
      await stopScheduler();
      await conversations.close();
      await fanout.close();
      await database.close();
    },
  };
}
