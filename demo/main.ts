/** Starts the platform and the sites of the demo on one port. What can be set stands in `readSettings`. */
import {createApps} from './apps/server.ts';
import {createConsole} from './console/server.ts';
import {createDesk} from './desk/server.ts';
import {createHome} from './home.ts';
import {FolderInUseError} from './platform/database/folder-lock.ts';
import {NatsUrlError} from './platform/fanout/nats-servers.ts';
import {createPlatform, type Platform} from './platform/platform.ts';
import {listen, PortInUseError} from './platform/server.ts';
import {LOOPBACK} from './platform/sites/origins.ts';
import {seed} from './seed.ts';
import {seedConversations} from './seed/conversations.ts';
import {seedDashboardApps} from './seed/dashboard-apps.ts';
import {seedDetails, seedIntegrations} from './seed/desk.ts';
import {AGENTS, TEAMS} from './seed/teams.ts';
import {VIEWS} from './seed/views.ts';
import {readSecretsKey, SecretsKeyError} from './secrets-key.ts';
import {createShop} from './shop/server.ts';
import {DEMO_API_KEY} from './site/demo-key.ts';
import {PlatformClient} from './site/platform-client.ts';
import {startSystem, type RunningSystem} from './systems/listen.ts';
import {CRM_KEY, REFUNDS_KEY, startSystems} from './systems/start.ts';

/** The demo's customer. Fixed, so that pages and checks can name it. */
const SITE_ID = '11111111-1111-4111-8111-111111111111';
/** Known to everybody, and shown at the desk's sign-in. */
const DEMO_DESK_PASSWORD = 'dig-and-deliver';

interface Settings {
  port: number;
  host: string;
  database: {url: string} | {folder: string};
  apiKey: string;
  /** What the demo's agents sign in with at the desk. */
  deskPassword: string;
  /** Between the processes of a fleet; undefined: news goes through the database. */
  natsUrl: string | undefined;
  isBaseOnly: boolean;
  /** Whether a new database gets the demo's contacts and messages. */
  isSeeded: boolean;
  /** Hosts with ports in a private network that integrations may call. */
  allowedHosts: string[];
  secretsKey: string | undefined;
  /** Holds what this installation makes for itself. */
  folder: string;
  /** Of the demo's other systems: this and the next. 0: any free ones. */
  systemsPort: number;
  /** Where the demo's shop and console reach the platform; undefined: on this machine. */
  platformUrl: string | undefined;
}

function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT || 4400);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsError(`PORT=${env.PORT} is no port`);
  const folder = env.DATA_DIR || './data';
  return {
    port,
    // With a key that everybody knows, only this machine may ask.
    host: env.HOST || (env.APP_INBOX_API_KEY ? '0.0.0.0' : '127.0.0.1'),
    database: env.DATABASE_URL ? {url: env.DATABASE_URL} : {folder},
    apiKey: env.APP_INBOX_API_KEY || DEMO_API_KEY,
    deskPassword: env.DESK_PASSWORD || DEMO_DESK_PASSWORD,
    allowedHosts: (env.ALLOWED_HOSTS ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    secretsKey: env.SECRETS_KEY || undefined,
    folder,
    systemsPort: port && port + 11,
    natsUrl: env.NATS_URL || undefined,
    isBaseOnly: env.BASE_ONLY === '1',
    isSeeded: env.SEED !== '0',
    platformUrl: env.PLATFORM_URL?.replace(/\/+$/, '') || undefined,
  };
}

class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

interface DemoOptions {
  platformUrl: string;
  apiKey: string;
  siteId: string;
  deskPassword: string;
}

/** Pictures are wherever the page is that shows them, unless it is told where the platform is for everyone. */
async function putTeams(platform: Platform, password: string, platformUrl = ''): Promise<void> {
  for (const {id, name, agents, inboxes} of TEAMS) {
    await platform.putTeam({
      id,
      name,
      agents: agents.map((agent) => ({...agent, avatar: platformUrl + agent.avatar, password})),
      inboxes: inboxes.map((inbox) => ({...inbox, siteId: SITE_ID})),
    });
  }
}

function addDemo(platform: Platform, options: DemoOptions): void {
  const {platformUrl, deskPassword: password} = options;
  // Of a password that somebody chose, nothing is told.
  const hint = password === DEMO_DESK_PASSWORD ? {password, agents: AGENTS} : undefined;
  platform.app.route('/shop', createShop(options));
  platform.app.route('/console', createConsole(options));
  platform.app.route('/desk', createDesk({platformUrl, hint}));
  platform.app.route('/', createHome());
}

/** Other people's pages in the desk: on an origin of their own, as they would be. */
async function startApps(platformUrl: string, deskPort: number, port: number): Promise<RunningSystem> {
  const desks = [platformUrl, ...['localhost', '127.0.0.1'].map((host) => `http://${host}:${deskPort}`)];
  const apps: RunningSystem = await startSystem(
    createApps({
      platformUrl,
      desks: [...new Set(desks.map((url) => new URL(url).origin))],
      origin: () => apps.url,
    }),
    port,
  );
  return apps;
}

/** Chats, tickets and calls of the demo's customers, once those are there. */
async function putViews(platform: Platform, client: PlatformClient): Promise<void> {
  const {list} = (await client.call('GET', '/v1/contacts?pageSize=200')) as {
    list: {id: string; externalCustomerId: string | null}[];
  };
  const refs = new Map(list.map(({id, externalCustomerId}) => [externalCustomerId, id]));
  for (const {id, name} of TEAMS) {
    const views = (VIEWS[id] ?? []).map(({customerId, ...view}) => ({
      ...view,
      contactId: customerId && refs.get(customerId),
    }));
    await platform.putTeam({id, name, agents: [], inboxes: [], views});
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const {apiKey, deskPassword, isSeeded} = settings;
  const server = await listen(settings.port, settings.host);
  const systems = await startSystems(settings.systemsPort);
  const platform = await createPlatform({
    database: settings.database,
    natsUrl: settings.natsUrl,
    isBaseOnly: settings.isBaseOnly,
    integrations: {
      secretsKey: await readSecretsKey(settings.secretsKey, settings.folder),
      policy: {
        allowedHosts: [
          `127.0.0.1:${systems.crm.port}`,
          `127.0.0.1:${systems.refunds.port}`,
          ...settings.allowedHosts,
        ],
      },
    },
  });
  const isNew = isSeeded && (await platform.isEmpty(SITE_ID));
  await platform.putSite({id: SITE_ID, name: 'Demo shop', origins: [LOOPBACK], apiKey});
  await putTeams(platform, deskPassword, settings.platformUrl);
  const platformUrl = settings.platformUrl ?? `http://127.0.0.1:${server.port}`;
  const demo = {platformUrl, apiKey, siteId: SITE_ID, deskPassword};
  addDemo(platform, demo);
  const apps = await startApps(platformUrl, server.port, settings.systemsPort && settings.systemsPort + 2);
  server.answerWith(platform);

  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void server
      .close()
      .then(() => platform.close())
      .then(() => process.exit());
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  if (isNew) {
    const client = new PlatformClient(demo);
    await seed(demo);
    await seedDetails(client);
    await putViews(platform, client);
    await seedConversations({platformUrl, siteId: SITE_ID, password: deskPassword});
  }
  if (isSeeded) {
    const {crm, refunds} = systems;
    const keys = {crm: {url: crm.url, key: CRM_KEY}, refunds: {url: refunds.url, key: REFUNDS_KEY}};
    await seedIntegrations({platformUrl, password: deskPassword, ...keys}, isNew);
    await seedDashboardApps({platformUrl, password: deskPassword, appsUrl: apps.url}, isNew);
  }
  const key = apiKey === DEMO_API_KEY ? ` (API key of the demo site: ${apiKey})` : '';
  console.info(`App Inbox is ready at http://localhost:${server.port}/${key}`);
}

main().catch((error: unknown) => {
  const isForPeople = [FolderInUseError, NatsUrlError, PortInUseError, SecretsKeyError, SettingsError].some(
    (type) => error instanceof type,
  );
  console.error(isForPeople ? (error as Error).message : error);
  process.exit(1);
});
