import {spawnSync} from 'node:child_process';
import {createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {mkdtemp, rename, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {pipeline} from 'node:stream/promises';
import {createBrotliDecompress} from 'node:zlib';

const require = createRequire(import.meta.url);

/** Unpacks a brotli file, or a tar inside it, so that another run never meets half of it. */
async function unpack(source, target) {
  if (existsSync(target)) return;
  mkdirSync(dirname(target), {recursive: true});
  const workshop = await mkdtemp(`${target}-`);
  try {
    const plain = join(workshop, 'plain');
    await pipeline(
      createReadStream(source),
      createBrotliDecompress(),
      createWriteStream(plain, {mode: 0o755}),
    );
    if (source.endsWith('.tar.br')) {
      const folder = join(workshop, 'folder');
      mkdirSync(folder);
      const {status, stderr} = spawnSync('tar', ['-xf', plain, '-C', folder], {encoding: 'utf8'});
      if (status !== 0) throw new Error(`tar could not unpack ${source}: ${stderr}`);
      await rename(folder, target).catch(ignoreExisting);
    } else await rename(plain, target).catch(ignoreExisting);
  } finally {
    await rm(workshop, {recursive: true, force: true});
  }
}

function ignoreExisting(error) {
  if (!['EEXIST', 'ENOTEMPTY'].includes(error.code)) throw error;
}

/** The package's own names the places where a cloud function unpacks it. */
const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/**
 * Gets the Chromium inside the npm package, unpacked below node_modules. The package unpacks by itself too, but into the
 * machine's shared temporary folder, where two runs at once get in each other's way.
 *
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>} `env`: what it needs on top of the environment
 * @throws Error that says what to install, on machines that it does not run on
 */
export async function unpackChrome() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge is installed. Install one, or name one in CHROME_PATH.');
  }
  const source = join(dirname(require.resolve('@sparticuz/chromium')), '../bin');
  const folder = join(import.meta.dirname, '../../node_modules/.cache/app-inbox-chromium');
  const executablePath = join(folder, 'chromium');
  await unpack(join(source, 'chromium.br'), executablePath);
  const env = {};
  // A machine without fonts shows boxes, and Chromium without fontconfig's files does not start a page.
  if (!existsSync('/etc/fonts')) {
    await unpack(join(source, 'fonts.tar.br'), join(folder, 'fonts'));
    env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
    writeFileSync(env.FONTCONFIG_FILE, fontConfiguration(folder));
  }
  const starts = (more) =>
    spawnSync(executablePath, ['--no-sandbox', '--version'], {env: {...process.env, ...more}}).status === 0;
  if (starts(env)) return {executablePath, env};
  await unpack(join(source, 'al2023.tar.br'), join(folder, 'al2023'));
  env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  if (!starts(env))
    throw new Error(`The Chromium of npm does not start here. Install one, or name one in CHROME_PATH.`);
  return {executablePath, env};
}
