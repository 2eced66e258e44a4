// Runs unit tests in WebKitGTK's MiniBrowser: plain WebDriver requests, under a display of its own.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {findWebKit} from './browsers.js';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
}

/** Asks until the answer is there: the driver and the display need a moment to start. */
async function retry(action, attempts = 50) {
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!--attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A launcher as web-test-runner takes it. One page at a time: the driver has one session. */
export function webkitLauncher() {
  const children = [];
  let driver;
  let session;
  let current;

  async function command(method, path, body) {
    const response = await fetch(`${driver}${path}`, {method, body: body && JSON.stringify(body)});
    const {value} = await response.json();
    if (!response.ok) throw new Error(value?.message ?? `WebDriver answered ${response.status}`);
    return value;
  }

  /** A process of a group of its own, so that what it starts ends with it. */
  function start(file, args, env = {}) {
    const child = spawn(file, args, {stdio: 'ignore', detached: true, env: {...process.env, ...env}});
    child.on('error', () => {});
    children.push(child);
    return child;
  }

  function stopAll() {
    for (const child of children.splice(0)) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
  }

  return {
    name: 'WebKit',
    type: 'webkit',
    concurrency: 1,
    async initialize() {
      const found = findWebKit();
      const display = `:${90 + (process.pid % 900)}`;
      start('Xvfb', [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
      const port = await freePort();
      driver = `http://127.0.0.1:${port}`;
      start('dbus-run-session', ['--', found.driver, `--port=${port}`], {
        DISPLAY: display,
        GDK_BACKEND: 'x11',
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      });
      process.once('exit', stopAll);
      const capabilities = {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {binary: found.browser, args: ['--automation']},
      };
      const made = await retry(() =>
        command('POST', '/session', {capabilities: {alwaysMatch: capabilities}}),
      );
      session = `/session/${made.sessionId}`;
    },
    async startSession(id, url) {
      current = {id, url};
      await command('POST', `${session}/url`, {url});
    },
    isActive: (id) => current?.id === id,
    getBrowserUrl: () => current?.url ?? '',
    async stopSession() {
      current = undefined;
      await command('POST', `${session}/url`, {url: 'about:blank'}).catch(() => {});
      return {};
    },
    async stop() {
      await command('DELETE', session).catch(() => {});
      stopAll();
    },
  };
}
