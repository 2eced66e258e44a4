// Builds everything that is published: dist/cdn (script tag) and dist/npm (package with types and manifest).
import {spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {createBuilder} from 'vite';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

function run(file, ...args) {
  const {status} = spawnSync(process.execPath, [file, ...args], {cwd: root, stdio: 'inherit'});
  if (status !== 0) throw new Error(`${file} ended with ${status}`);
}

/** Builds into an empty dist/. Rejects with what went wrong. */
export async function build() {
  rmSync(join(root, 'dist'), {recursive: true, force: true});
  const builder = await createBuilder({root, logLevel: 'warn'});
  await builder.buildApp();
  run(join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '-p', 'src/tsconfig.json');
  run(
    join(dirname(require.resolve('@custom-elements-manifest/analyzer/package.json')), 'cem.js'),
    'analyze',
    '--litelement',
    '--globs',
    'src/{elements,agent}/**/*.ts',
    '--outdir',
    'dist/npm',
    '--quiet',
  );
}

if (process.argv[1] === import.meta.filename) await build();
