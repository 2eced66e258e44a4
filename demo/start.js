// `npm start`: builds what is missing or older than its sources, then runs the platform and its sites on one port.
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {register} from 'tsx/esm/api';
import {build} from './build.js';

const root = join(import.meta.dirname, '..');

/** When anything below a folder last changed: epoch, milliseconds. */
function lastChange(folder) {
  return Math.max(
    ...readdirSync(folder, {recursive: true}).map((name) => statSync(join(folder, String(name))).mtimeMs),
  );
}

const bundle = join(root, 'dist/cdn/loader.js');
if (!existsSync(bundle) || statSync(bundle).mtimeMs < lastChange(join(root, 'src'))) await build();
register();
await import('./main.ts');
