/** The platform in a process that can be killed. argv: a port, a folder or the URL of a database, an API key, NATS_URL. */
import {systemClock} from '../../../demo/platform/clock.ts';
import {createPlatform} from '../../../demo/platform/platform.ts';
import {listen} from '../../../demo/platform/server.ts';
import {BEAT} from '../../../demo/platform/stream/streams.ts';
import {SPEED} from './speed.ts';

const SITE = '11111111-1111-4111-8111-111111111111';
const [port, location, apiKey, natsUrl] = process.argv.slice(2) as [string, string, string, string?];
const generous = {perSecond: 1_000_000, burst: 1_000_000};
const server = await listen(Number(port), '127.0.0.1');
const platform = await createPlatform({
  database: location.startsWith('postgres') ? {url: location} : {folder: location},
  natsUrl,
  // The devices' patience is shorter than a person's, so signs of life come sooner.
  clock: {
    ...systemClock,
    every: (period, callback) => systemClock.every(period === BEAT ? period / SPEED : period, callback),
  },
  rates: {apiKey: generous, contact: generous},
});
await platform.putSite({id: SITE, name: 'Faults', origins: ['loopback'], apiKey});
server.answerWith(platform);
process.send!('ready');
process.on('disconnect', () => process.exit());
