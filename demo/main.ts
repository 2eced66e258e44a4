/** Starts the platform and the sites of the demo on one port. What can be set stands in `readSettings`. */
import {createConsole} from './console/server.ts';
import {createHome} from './home.ts';
import {FolderInUseError} from './platform/database/folder-lock.ts';
import {createPlatform, type Platform} from './platform/platform.ts';
import {listen, PortInUseError} from './platform/server.ts';
import {LOOPBACK} from './platform/sites/origins.ts';
import {seed} from './seed.ts';
import {createShop} from './shop/server.ts';

/** The demo's customer. Fixed, so that pages and checks can name it. */
const SITE_ID = '11111111-1111-4111-8111-111111111111';
/** Known to everybody who reads this: it protects nothing but the demo on this machine. */
const DEMO_API_KEY = 'demo-key-of-app-inbox-0000000000';

interface Settings {
  port: number;
  host: string;
  database: {url: string} | {folder: string};
  apiKey: string;
  isBaseOnly: boolean;
  /** Whether a new database gets the demo's contacts and messages. */
  isSeeded: boolean;
  /** Where the demo's shop and console reach the platform; undefined: on this machine. */
  platformUrl: string | undefined;
}

function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT || 4400);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsError(`PORT=${env.PORT} is no port`);
  return {
    port,
    // With a key that everybody knows, only this machine may ask.
    host: env.HOST || (env.APP_INBOX_API_KEY ? '0.0.0.0' : '127.0.0.1'),
    database: env.DATABASE_URL ? {url: env.DATABASE_URL} : {folder: env.DATA_DIR || './data'},
    apiKey: env.APP_INBOX_API_KEY || DEMO_API_KEY,
    isBaseOnly: env.BASE_ONLY === '1',
    isSeeded: env.SEED !== '0',
    platformUrl: env.PLATFORM_URL?.replace(/\/+$/, '') || undefined,
  };
}

class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

function addDemo(platform: Platform, options: {platformUrl: string; apiKey: string; siteId: string}): void {
  platform.app.route('/shop', createShop(options));
  platform.app.route('/console', createConsole(options));
  platform.app.route('/', createHome());
}

async function main(): Promise<void> {
  const {port, host, database, apiKey, isBaseOnly, isSeeded, platformUrl} = readSettings(process.env);
  const server = await listen(port, host);
  const platform = await createPlatform({database, isBaseOnly});
  const isNew = isSeeded && (await platform.isEmpty(SITE_ID));
  await platform.putSite({id: SITE_ID, name: 'Demo shop', origins: [LOOPBACK], apiKey});
  const demo = {platformUrl: platformUrl ?? `http://127.0.0.1:${server.port}`, apiKey, siteId: SITE_ID};
  addDemo(platform, demo);
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

  if (isNew) await seed(demo);
  const key = apiKey === DEMO_API_KEY ? ` (API key of the demo site: ${apiKey})` : '';
  console.info(`App Inbox is ready at http://localhost:${server.port}/${key}`);
}

main().catch((error: unknown) => {
  const isForPeople = [FolderInUseError, PortInUseError, SettingsError].some((type) => error instanceof type);
  console.error(isForPeople ? (error as Error).message : error);
  process.exit(1);
});
