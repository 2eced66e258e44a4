/** Writes the sizes of the built bundle into test/size.json, for whoever has looked at them. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {measure} from './measure.ts';

const test = join(import.meta.dirname, '..');
const sizes = measure(join(test, '../dist/cdn'));
writeFileSync(join(test, 'size.json'), `${JSON.stringify(sizes, null, 2)}\n`);
console.table(sizes);
