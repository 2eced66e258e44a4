/**
 * The platform in a process of its own, which ends when it is told to as the demo's does. argv: a port, a folder or the
 * URL of a database, the bundle's folder. Asked for its memory, it collects its garbage first.
 */
import {createPlatform} from '../../../demo/platform/platform.ts';
import {listen} from '../../../demo/platform/server.ts';

const [port, location, bundleFolder] = process.argv.slice(2) as [string, string, string];
const generous = {perSecond: 1_000_000, burst: 1_000_000};
const server = await listen(Number(port), '127.0.0.1');
const platform = await createPlatform({
  database: location.startsWith('postgres') ? {url: location} : {folder: location},
  bundleFolder,
  rates: {apiKey: generous, contact: generous},
});
server.answerWith(platform);
process.on('message', () => {
  globalThis.gc!();
  globalThis.gc!();
  const {rss, heapUsed, external} = process.memoryUsage();
  process.send!({rss, heap: heapUsed + external, cpu: process.cpuUsage()});
});
process.on('SIGTERM', () => {
  void server
    .close()
    .then(() => platform.close())
    .then(() => process.exit());
});
process.on('disconnect', () => process.exit());
process.send!({port: server.port});
