/** Markup, script and formulas in every field that a visitor controls: they stay text wherever they come out. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTestAgent, putTeams, TEAM} from '../support/desk.ts';
import {deskChat} from '../support/desk-chat.ts';
import {KEY, startPlatform} from '../support/platform.ts';
import {createTestVisitor, type TestVisitor} from '../support/visitor.ts';

const EVIL = `=cmd|'/c calc'!A1<img src=x onerror=alert(1)>"'</script>{{7*7}}\${7*7}`;
const platform = await startPlatform({conversationRates: {api: {perSecond: 100, burst: 1000}}});
await putTeams(platform);
const admin = await createTestAgent(platform, TEAM.admin);
const desk = deskChat(admin, platform);

const visitor = await createTestVisitor(platform, {
  page: {url: `https://shop.example/?q=${EVIL}`, title: EVIL},
  referrer: `https://-${'x'.repeat(9)}.example/${EVIL}`,
  userAgent: EVIL.replaceAll("'", ''),
});
const {body: file} = await visitor.upload(`${EVIL}.txt`.replaceAll('/', '_'), 'Hello');
await visitor.report(
  {type: 'page', page: {url: `https://shop.example/?q=${EVIL}`, title: EVIL}},
  {type: 'name', name: EVIL},
  {type: 'card', id: EVIL.slice(0, 100), data: EVIL},
  {type: 'externalId', id: EVIL},
  {type: 'message', text: EVIL, attachmentIds: [file.id]},
  {type: 'rating', rating: 1, comment: EVIL},
);
const [row] = (await desk.list()).list;
await desk.reply(row!.id, 'Hello');
const base = `${platform.url}/message`;
const account = `${KEY}/1`;

const OPERATIONS: [path: string, field: string, value: string][] = [
  [`grabConversation/${account}/${row!.channel}`, 'message', EVIL],
  [`grabVisitorTags/${account}/${row!.channel}`, 'tag', EVIL],
  [`grabVisitorCards/${account}/${row!.channel}`, 'data', EVIL],
  [`grabVisitorCards/${account}/${row!.channel}`, 'dataID', EVIL.slice(0, 100)],
  [`grabVisitorInfo/${account}/${row!.channel}`, 'exitPage', `https://shop.example/?q=${EVIL}`],
  [`grabVisitorInfo/${account}/${row!.channel}`, 'trafficType', '-xxxxxxxxx.example'],
  [`grabVisitorInfo/${account}/${row!.channel}`, 'browser', 'Other 0.0.0'],
  [`chatStatistics/${account}?startTime=2026-11-01`, 'exitPage', `https://shop.example/?q=${EVIL}`],
];
for (const [path, field, value] of OPERATIONS) {
  test(`${path.split('/')[0]} gives ${field} as the visitor’s text, in JSON that no browser takes for a page`, async () => {
    const response = await fetch(`${base}/${path}`);
    assert.match(response.headers.get('Content-Type')!, /^application\/json/);
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    const {json} = (await response.json()) as {json: Record<string, unknown>[]};
    assert.ok(
      json.some((record) => record[field] === value),
      JSON.stringify(json),
    );
  });
}

test('in the table each value stays in its cell, and none is a formula', async () => {
  const response = await fetch(`${base}/chatStatistics/${account}?startTime=2026-11-01&fileType=csv`);
  assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
  const [, line, rest] = (await response.text()).split('\r\n');
  assert.equal(rest, '');
  const cells = [...line!.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  );
  assert.equal(cells.length, 16);
  assert.equal(cells[3], "'-xxxxxxxxx.example");
  assert.equal(cells[5], `https://shop.example/?q=${EVIL}`);
  for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
});

test('agents get every field as it is', async () => {
  const {name, visitor: about, cards, pages, ...details} = await desk.details(row!.id);
  assert.deepEqual(
    [name, about.externalId, about.pageTitle, cards[0]?.data, pages[0]?.title],
    [EVIL, EVIL, EVIL, EVIL, EVIL],
  );
  const {chats} = details as unknown as {chats: {comment: string}[]};
  assert.equal(chats[0]?.comment, EVIL);
  const messages = await desk.messages(row!.id);
  const [sent] = messages.filter(({author}) => author === 'visitor');
  assert.deepEqual([sent?.text, sent?.attachments[0]?.type], [EVIL, 'text/plain']);
  assert.match(sent!.attachments[0]!.name, /^=cmd'_c calc[^<>"|*/\\]+\.txt$/);
});

const ADDRESSES = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
];
for (const url of ADDRESSES) {
  test(`a page at ${url} is no page`, async () => {
    const {body} = await visitor.report({type: 'page', page: {url}});
    assert.equal(body.results[0]?.result, 'rejected');
    const session = {siteId: '11111111-1111-4111-8111-111111111111', page: {url}};
    assert.equal((await visitor.call('POST', '/session', session)).status, 400);
  });
}

/** The headers of a file that was called this. */
async function download(as: TestVisitor, name: string): Promise<Headers> {
  const {body} = await as.upload(name, 'Hello');
  return (await as.call('GET', `/attachments/${body.id}`)).headers;
}

test('no name of a file gets out of its header', async () => {
  for (const name of ['a"; filename=b.html.txt', "a'b.txt", 'a\r\nSet-Cookie: x=1.txt', 'ж😀.txt']) {
    const headers = await download(visitor, name);
    assert.match(headers.get('Content-Disposition')!, /^attachment; filename\*=UTF-8''[\w.%~!-]+$/, name);
    assert.equal(headers.get('Set-Cookie'), null);
  }
});

test('ten thousand filters are refused, and nothing of others is lost meanwhile', async () => {
  const ids = Array.from({length: 10_000}, (_, number) => number % 10);
  const ask = (query: string) => fetch(`${base}/chatStatistics/${account}?startTime=2026-11-01&${query}`);
  const [repeated, listed, other] = await Promise.all([
    ask(ids.map((id) => `pageFilterId=${id}`).join('&')),
    ask(`agentIds=${ids.join(',')}`),
    fetch(`${base}/grabAgents/${account}`),
  ]);
  // Longer than HTTP's own limit for what stands before the body: that is how it is answered, by whatever is in front.
  assert.deepEqual([repeated.status, listed.status, other.status], [431, 431, 200]);
  const fits = await ask(`agentIds=${Array.from({length: 1000}, (_, number) => number).join(',')}`);
  assert.equal(fits.status, 400);
});
