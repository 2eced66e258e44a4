// A web-test-runner launcher for WebKitGTK: plain WebDriver over HTTP, and an X server without a screen.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {Driver} from './runner/webdriver.js';

/** Larger than any window that a test asks for. */
const SCREEN = '1920x1400x24';
/** As the launcher of Chrome has it, for every page. */
const VIEWPORT = {width: 800, height: 600};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program in a process group of its own, so that it can be ended with all that it starts. */
function start(program, args, {env, stdio}) {
  const child = spawn(program, args, {env, stdio, detached: true});
  const ended = once(child, 'exit').catch((error) => {
    throw new Error(`${program} does not start`, {cause: error});
  });
  ended.catch(() => {});
  const kill = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  return {
    child,
    ended,
    /** Without waiting, for a run that is interrupted. */
    kill,
    async stop() {
      kill();
      await ended;
    },
  };
}

/** The X server chooses a free display by itself and writes its number into the pipe. */
async function startXServer(program) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const server = start(program, args, {env: process.env, stdio});
  const [number] = await Promise.race([
    once(server.child.stdio[3], 'data'),
    server.ended.then(() => Promise.reject(new Error(`${program} ended at once`))),
  ]);
  return {...server, display: `:${String(number).trim()}`};
}

/**
 * Runs each test page in one window of WebKitGTK's small browser, one after the other: its driver has one session.
 *
 * @param {{driver: string, browser: string, xServer: string}} programs paths, as `findWebKit` gives them
 */
export function webKitLauncher({driver: driverProgram, browser, xServer: xServerProgram}) {
  const home = mkdtempSync(join(tmpdir(), 'app-inbox-webkit-'));
  let xServer;
  let driverProcess;
  let driver;
  let active;

  async function launch() {
    xServer = await startXServer(xServerProgram);
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: xServer.display,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      // Its sandbox needs user namespaces, which containers forbid; the pages are the tests' own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    };
    driverProcess = start(driverProgram, [`--port=${port}`, '--host=127.0.0.1'], {env, stdio: 'ignore'});
    driver = new Driver(port);
    await driver.waitUntilReady();
    await driver.open({'webkitgtk:browserOptions': {binary: browser, args: ['--automation']}});
  }

  // Interrupted, the runner leaves without a word to its launchers.
  process.once('exit', () => {
    driverProcess?.kill();
    xServer?.kill();
    rmSync(home, {recursive: true, force: true});
  });

  let launched;
  return {
    name: 'WebKit',
    // The commands' plugins (sendKeys, setViewport) know a page by its launcher's type, and for WebDriver they cannot set
    // the viewport. `getPage` gives the part of Playwright's page that they use.
    type: 'playwright',
    getPage: () => driver.page,
    concurrency: 1,
    async startSession(sessionId, url) {
      await (launched ??= launch());
      active = sessionId;
      await driver.page.setViewportSize(VIEWPORT);
      await driver.go(url);
    },
    isActive: (sessionId) => active === sessionId,
    getBrowserUrl: () => driver.address(),
    async stopSession() {
      active = undefined;
      // Ends whatever the page still does.
      await driver.go('about:blank');
      return {};
    },
    async stop() {
      await launched?.catch(() => {});
      await driver?.close().catch(() => {});
      await driverProcess?.stop();
      await xServer?.stop();
      rmSync(home, {recursive: true, force: true, maxRetries: 5});
    },
    startDebugSession() {
      throw new Error('Debugging is for Chrome: npx wtr --config test/wtr.config.js --manual');
    },
  };
}
