// Runs test files of node:test one after the other in one process, which loads and warms up once what they share.
//   node --import tsx test/runner/together.js <file>…
import {resolve} from 'node:path';
import process from 'node:process';
import {after, describe} from 'node:test';
import {pathToFileURL} from 'node:url';

for (const file of process.argv.slice(2)) {
  await new Promise((end) => {
    // A suite, so that what the file wants done at its end is done there, and not at the end of the process.
    describe(file, async () => {
      try {
        await import(pathToFileURL(resolve(file)).href);
        after(end);
      } catch (error) {
        end();
        throw error;
      }
    });
  });
}
