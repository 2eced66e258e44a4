/**
 * Walks the journeys of the files that `JOURNEYS` names, with commas between, in one process: starting a platform and a
 * browser for each file takes longer than most journeys.
 */
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

for (const file of process.env.JOURNEYS!.split(',')) await import(pathToFileURL(resolve(file)).href);
