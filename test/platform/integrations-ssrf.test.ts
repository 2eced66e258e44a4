/** Server-side request forgery: whatever somebody writes as an address, nothing private is ever connected to. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isForbidden, isMetadata} from '../../demo/platform/integrations/http/addresses.ts';
import {CallError} from '../../demo/platform/integrations/http/call-error.ts';
import {createCaller} from '../../demo/platform/integrations/http/call.ts';
import type {Resolve} from '../../demo/platform/integrations/http/guard.ts';
import {startListener} from './support/listener.ts';

/** Stands on every address of this machine, and must see nobody. */
const victim = await startListener((_request, response) => response.end('{"secret": true}'), '::');
const {port} = victim;
const redirects = new Map<string, {status: number; location: string}>();
const redirector = await startListener((request, response) => {
  const {status, location} = redirects.get(request.url!)!;
  response.writeHead(status, {Location: location}).end();
});

/** The names of these tests, each with the answers that its DNS gives. */
const names = new Map<string, string[]>();
const resolve: Resolve = (hostname) => {
  const addresses = names.get(hostname) ?? [];
  return Promise.resolve(addresses.map((address) => ({address, family: address.includes(':') ? 6 : 4})));
};
const caller = createCaller({
  // Neither the port nor the missing TLS is what saves the victim here: the address alone is.
  policy: {allowedHosts: [`127.0.0.1:${redirector.port}`], ports: [443, port], isTlsRequired: false},
  resolve,
  deadlines: {connect: 500, headers: 500, total: 1000},
});

async function assertRefused(url: string): Promise<void> {
  const before = victim.connections;
  await assert.rejects(
    caller.call({method: 'GET', url, headers: [], body: undefined}),
    (error: unknown) =>
      error instanceof CallError && ['forbidden-address', 'invalid-url', 'redirect'].includes(error.code),
    url,
  );
  assert.equal(victim.connections, before);
}

/** As they may come out of DNS. */
const FORBIDDEN_ADDRESSES = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '127.0.0.1',
  '127.0.0.53',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.0.1',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.31.196.1',
  '192.52.193.1',
  '192.88.99.1',
  '192.168.0.1',
  '192.168.255.255',
  '192.175.48.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
  '2620:4f:8000::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00::1',
  'fd00:ec2::254',
  'fd20:ce::254',
  'fdff:ffff::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];
const PUBLIC_ADDRESSES = ['1.1.1.1', '8.8.8.8', '93.184.215.14', '2606:4700:4700::1111', '2a00:1450:4001::1'];

/** Ways to write the same few hosts. */
const HOSTS = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7F.0.0.1',
  '0x7f.1',
  '0177.0.0.1',
  '0177.1',
  '017700000001',
  '127.0.0.0x1',
  '127.000.000.001',
  '１２７.0.0.1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '127．0．0．1',
  '%31%32%37.0.0.1',
  '127.0.0.%31',
  '0',
  '0.0.0.0',
  '0x0',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.43518',
  '10.1',
  '192.168.1',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::FFFF:7F00:0001]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::169.254.169.254]',
  '[2002:7f00:1::]',
  '[2001:0:4136:e378:8000:63bf:80ff:fffe]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ｌｏｃａｌｈｏｓｔ',
  'shop.localhost',
  'a.b.localhost.',
  'intranet',
  'database',
  'printer.local',
  'vault.internal',
  'metadata.google.internal',
  'metadata.google.internal.',
  'nas.lan',
  'router.home.arpa',
  'wiki.intranet',
  'host.docker.internal',
  'kubernetes.default.svc.cluster.local',
];

const rows: {sentence: string; url: string; names?: [string, string[]]}[] = [
  ...HOSTS.map((host) => ({sentence: `written as ${host}`, url: `http://${host}:${port}/`})),
  ...FORBIDDEN_ADDRESSES.map((address, index) => ({
    sentence: `behind a name whose address is ${address}`,
    url: `http://name-${index}.example:${port}/`,
    names: [`name-${index}.example`, [address]] as [string, string[]],
  })),
  ...['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1'].flatMap(
    (address, index) =>
      [
        [PUBLIC_ADDRESSES[0]!, address],
        [address, PUBLIC_ADDRESSES[0]!],
        [...PUBLIC_ADDRESSES, address],
      ].map((answers, order) => ({
        sentence: `behind a name with the addresses ${answers.join(', ')}`,
        url: `http://mixed-${index}-${order}.example:${port}/`,
        names: [`mixed-${index}-${order}.example`, answers] as [string, string[]],
      })),
  ),
  ...[
    `http://user@127.0.0.1:${port}/`,
    `http://1.1.1.1:${port}@127.0.0.1:${port}/`,
    `http://1.1.1.1#@127.0.0.1:${port}/`.replace('#', '%23'),
    `http://1.1.1.1\\@127.0.0.1:${port}/`,
    `http:127.0.0.1:${port}/`,
    `http:///127.0.0.1:${port}/`,
    `http:\\\\127.0.0.1:${port}\\`,
    `\thttp://127.0.0.1:${port}/`,
    `ht\ntp://127.0.0.1:${port}/`,
    `//127.0.0.1:${port}/`,
    `127.0.0.1:${port}`,
    'file:///etc/passwd',
    `ftp://127.0.0.1:${port}/`,
    `gopher://127.0.0.1:${port}/_GET`,
    `ws://127.0.0.1:${port}/`,
    `unix:/var/run/docker.sock`,
    `dict://127.0.0.1:${port}/`,
    'data:application/json,{}',
    'javascript:1',
    'about:blank',
    `blob:http://127.0.0.1:${port}/x`,
    'https://[example.com]/',
    'https://',
    '',
  ].map((url) => ({sentence: `as the address ${JSON.stringify(url)}`, url})),
];

test('there are at least 150 rows', () => assert.ok(rows.length >= 150, String(rows.length)));

for (const {sentence, url, names: entry} of rows) {
  test(`nothing private is called ${sentence}`, async () => {
    if (entry) names.set(...entry);
    await assertRefused(url);
  });
}

for (const status of [301, 302, 303, 307, 308]) {
  test(`nothing private is called by a redirect with ${status}`, async () => {
    // A header holds only ASCII.
    const hosts = HOSTS.filter((host) => /^[\x20-\x7e]+$/.test(host));
    for (const [index, host] of hosts.entries()) {
      redirects.set(`/${status}/${index}`, {status, location: `http://${host}:${port}/`});
      await assertRefused(`${redirector.url}/${status}/${index}`);
    }
    for (const location of [
      `//127.0.0.1:${port}/`,
      `//[::1]:${port}/`,
      'file:///etc/passwd',
      'gopher://x/',
    ]) {
      redirects.set('/to', {status, location});
      await assertRefused(`${redirector.url}/to`);
    }
  });
}

test('nothing private is called at the end of a chain of redirects', async () => {
  redirects.set('/1', {status: 302, location: '/2'});
  redirects.set('/2', {status: 307, location: `${redirector.url}/3`});
  redirects.set('/3', {status: 302, location: `http://127.0.0.1:${port}/`});
  await assertRefused(`${redirector.url}/1`);
});

test('a name that changes its answer after the check is not asked again', async () => {
  let answers = 0;
  const rebinding = createCaller({
    policy: {allowedHosts: [], ports: [port], isTlsRequired: false},
    // The first answer is public, and nobody's; all later ones are the victim's.
    resolve: () => Promise.resolve([{address: answers++ ? '127.0.0.1' : '1.0.0.1', family: 4}]),
    deadlines: {connect: 100, headers: 100, total: 200},
  });
  const before = victim.connections;
  await assert.rejects(
    rebinding.call({method: 'GET', url: `http://rebinding.example:${port}/`, headers: [], body: undefined}),
    (error: unknown) => error instanceof CallError && ['timeout', 'unreachable'].includes(error.code),
  );
  assert.deepEqual([answers, victim.connections], [1, before]);
});

test('a metadata service is out of reach even for an allowed host', async () => {
  const hosts = [
    '169.254.169.254',
    '[fd00:ec2::254]',
    '[::ffff:169.254.169.254]',
    '168.63.129.16',
    'meta.example',
  ];
  names.set('meta.example', ['169.254.169.254']);
  const allowing = createCaller({
    policy: {allowedHosts: hosts.map((host) => `${new URL(`http://${host}`).hostname}:80`)},
    resolve,
    deadlines: {connect: 100, headers: 100, total: 200},
  });
  for (const host of hosts)
    await assert.rejects(
      allowing.call({method: 'GET', url: `http://${host}/latest/meta-data/`, headers: [], body: undefined}),
      {code: 'forbidden-address'},
      host,
    );
});

test('only the standard port with TLS is called, unless a host is allowed by name and port', async () => {
  const strict = createCaller({policy: {allowedHosts: [`127.0.0.1:${port}`]}, resolve});
  for (const url of [
    'http://example.com/',
    'https://example.com:22/',
    'https://example.com:6379/',
    'https://example.com:8443/',
    'https://example.com:80/',
    'http://example.com:443/',
    `http://localhost:${port}/`,
    'http://127.0.0.1:1/',
  ])
    await assert.rejects(
      strict.call({method: 'GET', url, headers: [], body: undefined}),
      (error: unknown) =>
        error instanceof CallError && ['invalid-url', 'forbidden-address'].includes(error.code),
      url,
    );
});

test('the victim was there all the time, and is called where it is allowed', async () => {
  assert.equal(victim.connections, 0);
  const allowing = createCaller({policy: {allowedHosts: [`127.0.0.1:${port}`]}});
  const {text} = await allowing.call({
    method: 'GET',
    url: `http://127.0.0.1:${port}/`,
    headers: [],
    body: undefined,
  });
  assert.deepEqual([text, victim.connections], ['{"secret": true}', 1]);
});

/** IANA's special-purpose address registries, what is not globally reachable; and multicast. First and last address. */
const REGISTRY: [string, string][] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.8'],
  ['192.0.0.170', '192.0.0.171'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '239.255.255.255'],
  ['240.0.0.0', '255.255.255.255'],
  ['::', '::1'],
  ['::ffff:0.0.0.0', '::ffff:255.255.255.255'],
  ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  ['100::', '100::ffff:ffff:ffff:ffff'],
  ['100:0:0:1::', '100:0:0:1:ffff:ffff:ffff:ffff'],
  ['2001::', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:2::', '2001:2:0:ffff:ffff:ffff:ffff:ffff'],
  ['2001:10::', '2001:1f:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
];

test('the deny list covers IANA’s registries, and leaves the public internet alone', () => {
  for (const [first, last] of REGISTRY)
    for (const address of [first, last]) assert.ok(isForbidden(address), address);
  for (const address of [...PUBLIC_ADDRESSES, '9.255.255.255', '11.0.0.0', '172.32.0.0', '2003::1'])
    assert.ok(!isForbidden(address), address);
  for (const text of ['', 'x', '1.2.3', '1.2.3.4.5', '::g', '12345']) assert.ok(isForbidden(text), text);
});

test('a metadata service is known however its address is written', () => {
  for (const address of [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '100.100.100.200',
    'fd00:ec2::254',
    'fd00:0ec2:0:0::0254',
    'fe80::1%eth0',
  ])
    assert.ok(isMetadata(address), address);
  for (const address of ['127.0.0.1', '10.0.0.1', 'fd00::1', '::1', '::ffff:127.0.0.1', 'x'])
    assert.ok(!isMetadata(address), address);
});
