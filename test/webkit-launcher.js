// A web-test-runner launcher for WebKitGTK: plain WebDriver over HTTP, and an X server without a screen.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';

const START_TIMEOUT = 20_000;
const POLL_INTERVAL = 100;

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
  return {
    child,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}

/** The X server chooses a free display by itself and writes its number into the pipe. */
async function startXServer(program) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const server = start(program, args, {env: process.env, stdio});
  const [number] = await Promise.race([
    once(server.child.stdio[3], 'data'),
    server.ended.then(() => Promise.reject(new Error(`${program} ended at once`))),
  ]);
  return {...server, display: `:${String(number).trim()}`};
}

/** A WebDriver session (W3C WebDriver, level 1) as far as a test page needs one. */
class Driver {
  #base;

  constructor(port) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {method, body: body && JSON.stringify(body)});
    const {value} = await response.json();
    if (!response.ok) throw new Error(`WebDriver: ${value?.error}: ${value?.message}`);
    return value;
  }

  async waitUntilReady() {
    const deadline = Date.now() + START_TIMEOUT;
    while (!(await this.#call('GET', '/status').catch(() => undefined))?.ready) {
      if (Date.now() > deadline) throw new Error('WebKitWebDriver does not answer');
      await setTimeout(POLL_INTERVAL);
    }
  }

  async open(browser) {
    const options = {binary: browser, args: ['--automation']};
    const capabilities = {alwaysMatch: {'webkitgtk:browserOptions': options}};
    const {sessionId} = await this.#call('POST', '/session', {capabilities});
    this.#base += `/session/${sessionId}`;
  }

  go(url) {
    return this.#call('POST', '/url', {url});
  }

  address() {
    return this.#call('GET', '/url');
  }

  close() {
    return this.#call('DELETE', '');
  }
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
    await driver.open(browser);
  }

  let launched;
  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async startSession(sessionId, url) {
      await (launched ??= launch());
      active = sessionId;
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
