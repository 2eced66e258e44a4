/** Takes all pictures anew, for whoever looks at what has changed in them. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PICTURES} from './pictures.ts';
import {startCamera, take} from './take.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, 'reference');
rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
const browser = await startCamera();
try {
  for (const [name, picture] of Object.entries(PICTURES))
    writeFileSync(join(folder, `${name}.png`), await take(browser, picture));
} finally {
  await browser.close();
}
