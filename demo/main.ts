/** Starts the platform and the sites of the demo on one port. What can be set stands in `readSettings`. */
import {existsSync} from 'node:fs';
import type {Hono} from 'hono';
import {FolderInUseError} from './platform/database/folder-lock.ts';
import {createPlatform, type Platform} from './platform/platform.ts';
import {PortInUseError, serve} from './platform/server.ts';
import {LOOPBACK} from './platform/sites/origins.ts';

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

interface SiteOptions {
  platformUrl: string;
  apiKey: string;
  siteId: string;
}

/** What the demo's folders export. Each is optional, so that the platform runs without its demo. */
interface DemoModules {
  createHome?: () => Hono;
  createShop?: (options: SiteOptions) => Hono;
  createConsole?: (options: SiteOptions) => Hono;
  seed?: (options: {platformUrl: string; apiKey: string}) => Promise<void>;
}

async function load(file: string): Promise<DemoModules> {
  const url = new URL(file, import.meta.url);
  return existsSync(url) ? ((await import(url.href)) as DemoModules) : {};
}

async function addDemo(platform: Platform, options: SiteOptions): Promise<void> {
  const {createShop} = await load('./shop/server.ts');
  const {createConsole} = await load('./console/server.ts');
  const {createHome} = await load('./home.ts');
  if (createShop) platform.app.route('/shop', createShop(options));
  if (createConsole) platform.app.route('/console', createConsole(options));
  if (createHome) platform.app.route('/', createHome());
}

async function main(): Promise<void> {
  const {port, host, database, apiKey, isBaseOnly, isSeeded, platformUrl} = readSettings(process.env);
  const platform = await createPlatform({database, isBaseOnly});
  const isNew = isSeeded && (await platform.isEmpty(SITE_ID));
  await platform.putSite({id: SITE_ID, name: 'Demo shop', origins: [LOOPBACK], apiKey});
  const own = `http://127.0.0.1:${port}`;
  await addDemo(platform, {platformUrl: platformUrl ?? own, apiKey, siteId: SITE_ID});
  const server = await serve(platform, port, host).catch(async (error: unknown) => {
    await platform.close();
    throw error;
  });

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

  const {seed} = await load('./seed.ts');
  if (isNew && seed) await seed({platformUrl: platformUrl ?? own, apiKey});
  const key = apiKey === DEMO_API_KEY ? ` (API key of the demo site: ${apiKey})` : '';
  console.info(`App Inbox is ready at http://localhost:${server.port}/${key}`);
}

main().catch((error: unknown) => {
  const isForPeople = [FolderInUseError, PortInUseError, SettingsError].some((type) => error instanceof type);
  console.error(isForPeople ? (error as Error).message : error);
  process.exit(1);
});
