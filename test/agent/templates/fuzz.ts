/** `npm run fuzz -- [runs] [seed]`: any template with any data. `npm test` has a share of it (hostile.test.ts). */
import {fuzz} from './support/fuzz.ts';

const [runs = 50_000, seed = 20261121] = process.argv.slice(2).map(Number);
const shown = fuzz(runs, seed);
console.log(
  `${runs.toLocaleString('en')} runs with seed ${seed}: ${shown.toLocaleString('en')} parts, none harmful`,
);
