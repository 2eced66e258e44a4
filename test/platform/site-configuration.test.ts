/** What a site may say of its inbox over HTTP, what is refused, and that its script serves all of it as data. */
import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {runInNewContext} from 'node:vm';
import {KEY, OTHER_KEY, OTHER_SITE, SITE, startPlatform} from './support/platform.ts';

const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
after(() => rm(folder, {recursive: true}));
await writeFile(
  join(folder, 'loader.js'),
  'globalThis.site = "__APP_INBOX_SITE__"; // $& means nothing here\n',
);

const platform = await startPlatform({bundleFolder: folder});

const authorized = (key: string) => ({Authorization: `Bearer ${key}`, 'Content-Type': 'application/json'});
/** A body as it stands, which an object could not always say. */
const putText = (body: string, key = KEY) =>
  platform.request('PUT', '/v1/site/configuration', {headers: authorized(key), body});
const put = (configuration: unknown, key?: string) => putText(JSON.stringify(configuration), key);
const kept = async (key = KEY) =>
  (await platform.request('GET', '/v1/site/configuration', {headers: authorized(key)})).body as unknown;
const scriptOf = async (site: string) => (await fetch(`${platform.url}/scripts/${site}.js`)).text();

/** The configuration that the script gives to its page, and what else it has left there. */
function runScript(code: string) {
  const page: {site?: Record<string, unknown>} = {};
  runInNewContext(code, {globalThis: page});
  // A plain copy: objects of another realm are never equal to ours.
  const {siteId, capabilities, ...configuration} = JSON.parse(JSON.stringify(page.site)) as Record<
    string,
    unknown
  >;
  return {siteId, capabilities, configuration, names: Object.keys(page)};
}

test('a site’s configuration is changed with its API key, and its script follows', async () => {
  const configuration = {
    corner: 'bottom-left',
    badge: 'unseen',
    theme: {'accent-color': '#06f'},
    placement: {selector: '#header > .tools', position: 'beforeend'},
    categories: [
      {id: 'orders', names: {en: 'Orders', uk: 'Замовлення', 'pt-BR': 'Pedidos'}},
      {id: 'spam', hidden: true},
    ],
    designs: {orders: '<b data-field="title"></b>', '': '<p data-field="content"></p>'},
  };
  const answer = await put(configuration, OTHER_KEY);
  assert.deepEqual([answer.status, answer.body], [200, configuration]);
  assert.deepEqual(await kept(OTHER_KEY), configuration);
  const served = runScript(await scriptOf(OTHER_SITE));
  assert.deepEqual([served.siteId, (served.capabilities as string[]).length], [OTHER_SITE, 5]);
  assert.deepEqual(served.configuration, configuration);
  assert.deepEqual(
    [await kept(), runScript(await scriptOf(SITE)).configuration],
    [{}, {}],
    'no other site’s',
  );
});

test('nothing in it ends the script, a line of it, or the element that it stands in', async () => {
  const hostile = [
    '</script><script>globalThis.hit = 1</script>',
    '</SCRIPT\t><!--<script>',
    '"; globalThis.hit = 1; "',
    "'; globalThis.hit = 1; '",
    '`; ${globalThis.hit = 1}; `',
    '\\"; globalThis.hit = 1; //\\',
    '\u2028globalThis.hit = 1\u2029globalThis.hit = 1\r\n*/ globalThis.hit = 1 /*',
    '$& $1 $` $$ "__APP_INBOX_SITE__"',
    '__proto__',
    'constructor',
  ];
  const configuration = {
    bellIcon: hostile.join(''),
    placement: {selector: hostile.join('')},
    categories: hostile.map((id) => ({id, names: {en: id.slice(0, 60)}})),
    designs: Object.fromEntries(hostile.filter((id) => id !== '__proto__').map((id) => [id, id])),
  };
  assert.equal((await put(configuration, OTHER_KEY)).status, 200);
  const script = await scriptOf(OTHER_SITE);
  assert.doesNotMatch(script, /<|\u2028|\u2029/);
  assert.equal(script.split('\n').length, 2, 'one line, as before');
  const {configuration: served, names} = runScript(script);
  assert.deepEqual(served, configuration);
  assert.deepEqual(names, ['site'], 'nothing of it ran');
});

test('a name that every object has is a name like others, and changes no object', async () => {
  const own =
    '{"categories": [{"id": "a", "names": {"__proto__": "x"}}], "designs": {"__proto__": {"hit": 1}}}';
  assert.equal((await putText(own, OTHER_KEY)).status, 200);
  assert.deepEqual(runScript(await scriptOf(OTHER_SITE)).configuration, {
    categories: [{id: 'a', names: {}}],
    designs: {},
  });
  assert.equal(({} as {hit?: number}).hit, undefined);
});

const many = (count: number, text = 'x') =>
  Object.fromEntries(Array.from({length: count}, (_, index) => [`c${index}`, text]));

for (const [what, configuration, path] of [
  ['an address of its own', {apiUrl: 'https://evil.example'}, ''],
  ['an id of its own', {siteId: SITE}, ''],
  ['capabilities of its own', {capabilities: []}, ''],
  [
    'a theme value that ends its declaration',
    {theme: {color: 'red; background: url(//evil)'}},
    'theme.color',
  ],
  ['a theme token with an odd name', {theme: {'a:b': 'red'}}, 'theme'],
  ['an unknown corner', {corner: 'middle'}, 'corner'],
  ['a poll every millisecond', {pollInterval: 0.001}, 'pollInterval'],
  ['a bell that counts something else', {badge: 'all'}, 'badge'],
  ['categories that are no list', {categories: {id: 'orders'}}, 'categories'],
  ['a category that is only a name', {categories: ['orders']}, 'categories.0'],
  ['a category without an id', {categories: [{id: 'a'}, {names: {}}]}, 'categories.1.id'],
  ['a category with an empty id', {categories: [{id: ''}]}, 'categories.0.id'],
  ['a category with more to say', {categories: [{id: 'a', html: '<b>'}]}, 'categories.0'],
  [
    'a category’s name in no language',
    {categories: [{id: 'a', names: {klingon: 'x'}}]},
    'categories.0.names.klingon',
  ],
  ['a category’s name that is empty', {categories: [{id: 'a', names: {en: ''}}]}, 'categories.0.names.en'],
  ['fifty-one categories', {categories: Object.keys(many(51)).map((id) => ({id}))}, 'categories'],
  ['designs that are a list', {designs: ['<b>']}, 'designs'],
  ['a design that is no text', {designs: {orders: {html: '<b>'}}}, 'designs.orders'],
  ['a design that is a book', {designs: {orders: 'x'.repeat(10_001)}}, 'designs.orders'],
  ['twenty-one designs', {designs: many(21)}, 'designs'],
  ['nothing', null, ''],
  ['a list', [], ''],
] as const) {
  test(`a configuration with ${what} is answered 400, which says where`, async () => {
    const before = await kept();
    const {status, headers, body} = await put(configuration);
    assert.deepEqual([status, body.code], [400, 'invalid-request']);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.ok(
      body.errors.some((error: {path: string}) => error.path === path),
      JSON.stringify(body.errors),
    );
    assert.deepEqual(await kept(), before, 'and changes nothing');
  });
}

for (const [what, text] of [
  ['half of JSON', '{"designs": '],
  ['nothing at all', ''],
  ['NUL in a design', '{"designs": {"orders": "\\u0000"}}'],
  ['NUL in a category', '{"categories": [{"id": "\\u0000"}]}'],
  ['half of a character in a drawing', '{"bellIcon": "\\ud83d"}'],
] as const) {
  test(`a body with ${what} is answered 400`, async () => {
    const {status, body} = await putText(text);
    assert.deepEqual([status, body.code, typeof body.detail], [400, 'invalid-request', 'string']);
  });
}

test('a configuration that is too large as a whole is answered 413', async () => {
  const {status, body} = await put({designs: many(20, 'щ'.repeat(10_000))});
  assert.deepEqual([status, body.code], [413, 'too-large']);
});
