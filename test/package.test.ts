/** The package as customers get it: packed, installed into an empty project, checked, built, and run. Needs the build. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {publint} from 'publint';
import {build} from 'vite';
import {APP, CONFIGURATIONS} from './package/app.ts';
import {createTestClock} from './platform/support/clock.ts';
import {startPlatform} from './platform/support/platform.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'app-inbox-package-'));
const app = join(folder, 'app');
const installed = join(app, 'node_modules/app-inbox');
let tarball = '';

const isWindows = process.platform === 'win32';
const execute = promisify(execFile);

/** Runs a command; what it wrote is the error's text where it fails. */
async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  try {
    const {stdout} = await execute(command, args, {cwd, shell: isWindows && command === 'npm'});
    return stdout;
  } catch (error) {
    const {stdout, stderr} = error as {stdout?: string; stderr?: string};
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, {cause: error});
  }
}

/** A program of the project's own development dependencies. */
const program = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

interface Manifest {
  modules: {declarations: {tagName?: string; members?: unknown[]}[]}[];
}

describe('the package', () => {
  before(async () => {
    // The build has just made what is packed: packing need not make it again.
    const packed = await run(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    const [{filename} = {filename: ''}] = JSON.parse(packed) as {filename: string}[];
    tarball = join(folder, filename);
    for (const [name, text] of Object.entries(APP)) {
      mkdirSync(dirname(join(app, name)), {recursive: true});
      writeFileSync(join(app, name), text);
    }
    await run(app, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
  });
  after(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));

  it('brings the few libraries that a browser needs, and none of a server', () => {
    const names = readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'));
    const servers = require(join(root, 'demo/package.json')) as {dependencies: Record<string, string>};
    assert.deepEqual(
      names.filter((name) => name in servers.dependencies),
      [],
    );
    assert.ok(names.length <= 10, `It installs ${names.join(', ')}.`);
  });

  it('holds the builds and nothing of the sources, the demo or the tests', () => {
    const files = readdirSync(installed, {recursive: true, withFileTypes: true}).filter((file) =>
      file.isFile(),
    );
    const own = files.map((file) =>
      join(file.parentPath ?? file.path, file.name)
        .slice(installed.length + 1)
        .replaceAll('\\', '/'),
    );
    const isExpected = (name: string) =>
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(name) ||
      /^dist\/cdn\/[\w.-]+\.(?:js|json|html)$/.test(name) ||
      /^dist\/npm\/(?:[\w./@-]+)\.(?:js|d\.ts)$/.test(name) ||
      name === 'dist/npm/custom-elements.json' ||
      name === 'dist/npm/html-frame.html';
    assert.deepEqual(
      own.filter((name) => !isExpected(name)),
      [],
    );
    for (const file of files.filter(({name}) => name.endsWith('.js'))) {
      const text = readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8');
      assert.doesNotMatch(text, /\bfrom\s*["']node:|\brequire\(/, file.name);
    }
  });

  for (const configuration of Object.keys(CONFIGURATIONS)) {
    it(`has types that hold in an app with ${configuration}`, async () => {
      await run(app, process.execPath, program('typescript', 'bin/tsc'), '-p', configuration);
    });
  }

  it('has types that refuse a mistake', async () => {
    const [configuration] = Object.values(CONFIGURATIONS);
    writeFileSync(
      join(app, 'src/wrong.ts'),
      `import {createInbox} from 'app-inbox';\ncreateInbox({apiUrl: 1});\n`,
    );
    writeFileSync(join(app, 'wrong.json'), configuration!.replace('src/main.ts', 'src/wrong.ts'));
    const check = run(app, process.execPath, program('typescript', 'bin/tsc'), '-p', 'wrong.json');
    await assert.rejects(check, /src\/wrong\.ts\(2,14\): error TS2322/);
  });

  it('is built by Vite into an app that registers the elements', async () => {
    await build({root: app, configFile: false, logLevel: 'error'});
    const scripts = readdirSync(join(app, 'dist/assets')).filter((name) => name.endsWith('.js'));
    const text = scripts.map((name) => readFileSync(join(app, 'dist/assets', name), 'utf8')).join('\n');
    for (const name of [
      'app-inbox-bell',
      'app-inbox-panel',
      'app-inbox-notification',
      'agent-template-editor',
    ])
      assert.match(text, new RegExp(`["'\`]${name}["'\`]`));
  });

  it('lists the notifications of a contact in plain Node, where there is no page', async () => {
    // The package drops what has expired by the machine's own clock.
    const platform = await startPlatform({clock: createTestClock(Date.now())});
    const contact = await platform.contact();
    await platform.send(contact, {title: 'First'});
    platform.clock.advance(1000);
    await platform.send(contact, {title: 'Second'});
    const answer = await run(app, process.execPath, 'list.mjs', platform.url, contact.token);
    assert.deepEqual(JSON.parse(answer), {hasPage: false, titles: ['Second', 'First'], count: 2});
  });

  it('has a manifest that describes every element', () => {
    const file = join(installed, 'dist/npm/custom-elements.json');
    const {modules} = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
    const tags = elements.map(({tagName}) => tagName!).sort();
    assert.deepEqual(
      tags.filter((tag) => tag.startsWith('app-inbox-')),
      ['bell', 'chat', 'notification', 'panel', 'toasts'].map((name) => `app-inbox-${name}`),
    );
    for (const name of [
      ...['blocks', 'chat-statistics', 'contact-profile', 'conversation', 'conversations', 'dashboard-app'],
      ...['dashboard-apps', 'html-frame', 'integration-editor', 'integrations', 'json-editor'],
      ...['template-editor', 'template-view', 'variable-field'],
    ])
      assert.ok(tags.includes(`agent-${name}`), `agent-${name} is described`);
    for (const {tagName, members = []} of elements) assert.ok(members.length > 0, tagName);
  });

  it('pleases publint', async () => {
    const {messages} = await publint({pkgDir: installed, strict: true, pack: false});
    assert.deepEqual(messages, []);
  });

  it('pleases arethetypeswrong', async () => {
    const cli = program('@arethetypeswrong/cli', 'dist/index.js');
    await run(root, process.execPath, cli, tarball, '--profile', 'esm-only', '--no-color');
  });
});
