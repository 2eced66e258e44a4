/** What other systems may answer, and what becomes of it. */
import assert from 'node:assert/strict';
import {createServer, type Socket} from 'node:net';
import type {AddressInfo} from 'node:net';
import {after, test} from 'node:test';
import {brotliCompressSync, createGzip, deflateSync, gzipSync} from 'node:zlib';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {createCaller, type CallRequest} from '../../demo/platform/integrations/http/call.ts';
import type {CallErrorCode} from '../../demo/platform/integrations/http/call-error.ts';
import {createTestDeadlines} from './support/deadlines.ts';
import {startListener} from './support/listener.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const answers = new Map<string, Answer>();
const system = await startListener((request, response) => answers.get(request.url!)!(response, request));
const elsewhere = await startListener((_request, response) => response.end('{"elsewhere": true}'));

const deadlines = createTestDeadlines();
const caller = createCaller({
  policy: {allowedHosts: [`127.0.0.1:${system.port}`, `127.0.0.1:${elsewhere.port}`]},
  deadlines,
  maxBody: 64 * 1024,
});

let paths = 0;
/** Publishes an answer, and asks for it. */
function ask(answer: Answer, request: Partial<CallRequest> = {}, options?: {isCut?: boolean}) {
  const path = `/${++paths}`;
  answers.set(path, answer);
  return caller.call(
    {method: 'GET', url: system.url + path, headers: [], body: undefined, ...request},
    options,
  );
}

const json =
  (text: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, {'Content-Type': 'application/json', ...headers}).end(text);

test('an answer comes with its status, text and size', async () => {
  const {status, text, bytes, isTruncated} = await ask(json('{"name": "Зоя"}'));
  assert.deepEqual([status, text, bytes, isTruncated], [200, '{"name": "Зоя"}', 18, false]);
});

for (const [coding, compress] of [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const) {
  test(`an answer in ${coding} is decompressed`, async () => {
    const {text} = await ask((response) =>
      response.writeHead(200, {'Content-Encoding': coding}).end(compress('{"a": 1}')),
    );
    assert.equal(text, '{"a": 1}');
  });
}

test('the request goes out as it was said', async () => {
  const headers = [{name: 'X-Team', value: 'care'}];
  await ask(json('{}'), {method: 'PATCH', headers, body: '{"é": 1}'});
  const {method, headers: seen, body} = system.requests.at(-1)!;
  assert.deepEqual(
    [method, seen['x-team'], seen['content-length'], body],
    ['PATCH', 'care', '9', '{"é": 1}'],
  );
  assert.equal(seen.host, `127.0.0.1:${system.port}`);
});

test('no cookie and no other header that may be a secret is passed on', async () => {
  const {headers} = await ask(
    json('{}', {'Set-Cookie': 'a=b', 'WWW-Authenticate': 'Basic', 'X-Internal': '1', 'Retry-After': '5'}),
  );
  assert.deepEqual(Object.keys(headers).sort(), ['content-type', 'date', 'retry-after']);
});

const refusals: [string, CallErrorCode, Answer][] = [
  ['that is too large', 'too-large', json(JSON.stringify('x'.repeat(70_000)))],
  [
    'that is 10 GB once it is decompressed',
    'too-large',
    (response) => {
      response.writeHead(200, {'Content-Encoding': 'gzip', 'Content-Type': 'application/json'});
      const gzip = createGzip();
      gzip.pipe(response);
      const zeros = Buffer.alloc(1024 * 1024);
      let left = 10 * 1024;
      const write = () => {
        while (left-- > 0 && !response.destroyed) if (!gzip.write(zeros)) return gzip.once('drain', write);
        return gzip.end();
      };
      write();
    },
  ],
  [
    'that is compressed twice',
    'bad-response',
    (response) =>
      response.writeHead(200, {'Content-Encoding': 'gzip, gzip'}).end(gzipSync(gzipSync('{"a": 1}'))),
  ],
  [
    'in a coding that is none',
    'bad-response',
    (response) => response.writeHead(200, {'Content-Encoding': 'gzip'}).end('no gzip'),
  ],
  [
    'with endless headers',
    'too-large',
    (response) => {
      response.socket!.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => response.socket?.write(`X-A: ${'a'.repeat(8000)}\r\n`), 1);
      response.socket!.on('close', () => clearInterval(timer));
    },
  ],
  [
    'that breaks off',
    'bad-response',
    (response) => {
      response.writeHead(200, {'Content-Length': '100'}).write('{"a":');
      setImmediate(() => response.socket!.destroy());
    },
  ],
  ['that is no HTTP', 'bad-response', (response) => response.socket!.end('220 mail.example ESMTP\r\n')],
  [
    'that changes the protocol',
    'bad-response',
    (response) =>
      response.socket!.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
  ],
  ['that hangs up', 'unreachable', (response) => response.socket!.destroy()],
  [
    'that redirects in a circle',
    'redirect',
    (response, request) => response.writeHead(302, {Location: request.url}).end(),
  ],
  [
    'that redirects to nowhere',
    'redirect',
    (response) => response.writeHead(302, {Location: 'http://['}).end(),
  ],
];

for (const [sentence, code, answer] of refusals) {
  test(`an answer ${sentence} is an error: ${code}`, async () => {
    await assert.rejects(ask(answer), {name: 'CallError', code});
  });
}

test('an answer that never begins is late', async () => {
  const answer = ask(() => void deadlines.pass('headers'));
  await assert.rejects(answer, {name: 'CallError', code: 'timeout'});
});

for (const [sentence, answer] of [
  ['never ends', (response) => response.writeHead(200).write('{')],
  [
    'drips',
    (response) => {
      const timer = setInterval(() => response.write(' '), 1);
      response.on('close', () => clearInterval(timer));
    },
  ],
] satisfies [string, Answer][]) {
  test(`an answer that ${sentence} is late, however soon it began`, async () => {
    const asked = ask(answer);
    await deadlines.untilMet('headers');
    await Promise.all([assert.rejects(asked, {name: 'CallError', code: 'timeout'}), deadlines.pass('total')]);
  });
}

test('a bomb costs no more memory than the limit', async () => {
  const before = process.memoryUsage().rss;
  await Promise.all(
    Array.from({length: 20}, () => assert.rejects(ask(refusals.find(([s]) => s.includes('10 GB'))![2]))),
  );
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
});

test('where one asks for it, an answer that is too large is cut off', async () => {
  const {bytes, isTruncated, text} = await ask(json('x'.repeat(70_000)), {}, {isCut: true});
  assert.deepEqual([bytes, isTruncated, text.length], [65_536, true, 65_536]);
});

test('what is no text is not read', async () => {
  const {status, text, bytes} = await ask((response) =>
    response.writeHead(200, {'Content-Type': 'application/pdf'}).end('%PDF'),
  );
  assert.deepEqual([status, text, bytes], [200, '', 0]);
});

test('a redirect on the same host is followed with everything', async () => {
  answers.set('/target', json('{"moved": true}'));
  const {text} = await ask((response) => response.writeHead(307, {Location: '/target'}).end(), {
    method: 'POST',
    headers: [{name: 'Authorization', value: 'Bearer secret'}],
    body: '{}',
  });
  const {method, headers, body} = system.requests.at(-1)!;
  assert.deepEqual(
    [text, method, headers.authorization, body],
    ['{"moved": true}', 'POST', 'Bearer secret', '{}'],
  );
});

test('a redirect to another host gets no header of ours', async () => {
  const {text} = await ask((response) => response.writeHead(302, {Location: `${elsewhere.url}/x`}).end(), {
    headers: [
      {name: 'Authorization', value: 'Bearer secret'},
      {name: 'X-Api-Key', value: 'secret'},
    ],
  });
  const {headers} = elsewhere.requests.at(-1)!;
  assert.equal(text, '{"elsewhere": true}');
  assert.ok(!JSON.stringify(headers).includes('secret'));
});

test('what was to be written is not sent on to another host', async () => {
  const seen = elsewhere.requests.length;
  await assert.rejects(
    ask((response) => response.writeHead(308, {Location: elsewhere.url}).end(), {
      method: 'PUT',
      body: '{"a": 1}',
    }),
    {code: 'redirect'},
  );
  assert.equal(elsewhere.requests.length, seen);
});

test('a see-other turns a write into a read', async () => {
  answers.set('/seen', json('{}'));
  await ask((response) => response.writeHead(303, {Location: '/seen'}).end(), {method: 'POST', body: '{}'});
  const {method, body} = system.requests.at(-1)!;
  assert.deepEqual([method, body], ['GET', '']);
});

test('a port where nobody listens is unreachable', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const local = createCaller({policy: {allowedHosts: [`127.0.0.1:${port}`]}});
  const url = `http://127.0.0.1:${port}/`;
  await assert.rejects(local.call({method: 'GET', url, headers: [], body: undefined}), {code: 'unreachable'});
});

test('a server without TLS behind https is insecure, and one that says nothing is late', async () => {
  const sockets = new Set<Socket>();
  let isTalking = true;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (isTalking) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const {port} = server.address() as AddressInfo;
  const own = createTestDeadlines();
  const local = createCaller({
    policy: {allowedHosts: [`127.0.0.1:${port}`]},
    deadlines: own,
  });
  const call = () =>
    local.call({method: 'GET', url: `https://127.0.0.1:${port}/`, headers: [], body: undefined});
  await assert.rejects(call(), {code: 'insecure'});
  isTalking = false;
  await Promise.all([assert.rejects(call(), {code: 'timeout'}), own.pass('connect')]);
});

test('a name that nobody has is unreachable', async () => {
  const local = createCaller({
    policy: {allowedHosts: []},
    resolve: () => Promise.reject(new Error('ENOTFOUND')),
  });
  await assert.rejects(
    local.call({method: 'GET', url: 'https://nobody.example/', headers: [], body: undefined}),
    {code: 'unreachable', message: 'There is no host with the name nobody.example.'},
  );
});

test('a resolver that does not answer is late', async () => {
  const own = createTestDeadlines();
  const local = createCaller({
    policy: {allowedHosts: []},
    resolve: () => new Promise(() => {}),
    deadlines: own,
  });
  const call = local.call({method: 'GET', url: 'https://slow.example/', headers: [], body: undefined});
  await Promise.all([assert.rejects(call, {code: 'timeout'}), own.pass('total')]);
});
