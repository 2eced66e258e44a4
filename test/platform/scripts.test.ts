import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {runInNewContext} from 'node:vm';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {SITE, startPlatform} from './support/platform.ts';

const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
after(() => rm(folder, {recursive: true}));
const LOADER = 'globalThis.site = "__APP_INBOX_SITE__"; // $& and $1 mean nothing here\n';
await writeFile(join(folder, 'loader.js'), LOADER);
await writeFile(join(folder, 'widget-ab3de90.js'), `export const a = '${'a'.repeat(5000)}';\n`);
await writeFile(join(folder, 'secret.txt'), 'not for the web');

const platform = await startPlatform({bundleFolder: folder});

/** As it comes over the wire: fetch would decode it. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{status: number; headers: Record<string, unknown>; body: Buffer}>((resolve, reject) => {
    request(platform.url + path, {headers}, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks)}),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** What the script does in a page. */
function runScript(code: string) {
  const page: {site?: Record<string, unknown>} = {};
  runInNewContext(code, {globalThis: page});
  // A plain copy: objects of another realm are never equal to ours.
  return JSON.parse(JSON.stringify(page.site)) as Record<string, unknown>;
}

test('a site’s script is the loader with its configuration', async () => {
  const {status, headers, body} = await get(`/scripts/${SITE}.js`);
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
  assert.deepEqual(runScript(body.toString()), {
    siteId: SITE,
    capabilities: ['stream', 'events', 'cursor', 'rich', 'pin'],
  });
});

test('any page may load the scripts, and keep them for as long as they hold', async () => {
  const site = (await get(`/scripts/${SITE}.js`)).headers;
  assert.equal(site['cache-control'], 'public, max-age=300, stale-while-revalidate=86400');
  const chunk = (await get('/scripts/widget-ab3de90.js')).headers;
  assert.equal(chunk['cache-control'], 'public, max-age=31536000, immutable');
  const named = (await get('/scripts/loader.js')).headers;
  assert.equal(named['cache-control'], 'no-cache');
  for (const headers of [site, chunk, named]) {
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers.vary), /Accept-Encoding/);
  }
});

test('a browser that has a script is told that it still holds', async () => {
  const path = `/scripts/${SITE}.js`;
  const etag = String((await get(path)).headers.etag);
  const {status, body} = await get(path, {'If-None-Match': etag});
  assert.deepEqual([status, body.length], [304, 0]);
  assert.equal((await get(path, {'If-None-Match': '"other"'})).status, 200);
});

test('scripts are compressed as the browser can', async () => {
  const path = '/scripts/widget-ab3de90.js';
  const plain = await get(path);
  assert.equal(plain.headers['content-encoding'], undefined);
  for (const [accepted, encoding, decode] of [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ] as const) {
    const {headers, body} = await get(path, {'Accept-Encoding': accepted});
    assert.equal(headers['content-encoding'], encoding);
    assert.ok(body.length < plain.body.length / 10);
    assert.deepEqual(decode(body), plain.body);
  }
});

for (const path of [
  '/scripts/33333333-3333-4333-8333-333333333333.js',
  '/scripts/none-12345678.js',
  '/scripts/secret.txt',
  '/scripts/..%2Foutside.js',
  '/scripts/%2e%2e%2foutside.js',
  '/scripts/.hidden.js',
  '/scripts/constructor',
  `/scripts/${'a'.repeat(250)}.js`,
]) {
  test(`there is no ${path.slice(0, 60)}`, async () => {
    const {status, headers} = await get(path);
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'application/problem+json');
  });
}

test('a bundle that is built again while the platform runs is served', async () => {
  await writeFile(join(folder, 'loader.js'), `globalThis.isNew = true; ${LOADER}`);
  const {body} = await get(`/scripts/${SITE}.js`);
  assert.match(body.toString(), /isNew/);
});

test('a script of a bundle that is not built is answered 404', async () => {
  const bare = await startPlatform({bundleFolder: join(folder, 'nothing')});
  const {status, body} = await bare.request('GET', `/scripts/${SITE}.js`);
  assert.equal(status, 404);
  assert.match(body.detail, /not built/);
});
