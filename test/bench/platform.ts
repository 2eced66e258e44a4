/** The platform in a process of its own, on an empty database in memory; tells its parent the port. argv: the bundle's folder, an API key. */
import {PGlite} from '@electric-sql/pglite';
import {createPlatform} from '../../demo/platform/platform.ts';
import {listen} from '../../demo/platform/server.ts';
import {SITE_ID} from './site-id.ts';

const [bundleFolder, apiKey] = process.argv.slice(2) as [string, string];
const server = await listen(0, '127.0.0.1');
const platform = await createPlatform({database: {pglite: await PGlite.create()}, bundleFolder});
await platform.putSite({id: SITE_ID, name: 'Bench', origins: ['loopback'], apiKey});
server.answerWith(platform);
process.send!(server.port);
