import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {startServer} from './server.ts';

const FOLDER = join(import.meta.dirname, '../../../dist/cdn');

/** A host of static files that holds the built bundle, as a site has one that hosts the script by itself. */
export interface BundleHost {
  /** With the slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startBundleHost(): Promise<BundleHost> {
  const server = await startServer(async (request, response) => {
    const [, name] = /^\/([\w.-]+\.js)$/.exec(request.url ?? '') ?? [];
    const file = name && (await readFile(join(FOLDER, name)).catch(() => undefined));
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*'});
    response.end(file);
  });
  return {url: `http://127.0.0.1:${server.port}/`, stop: server.stop};
}
