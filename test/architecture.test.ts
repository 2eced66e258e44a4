/** The table "who may import whom" of README's architecture section, kept by reading the sources. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {dangers} from './architecture/dangers.ts';
import {importsOf, parse} from './architecture/imports.ts';
import {violations} from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');

function sources(folder: string): Map<string, string> {
  const files = readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /(?<!\.d)\.[tj]s$/.test(path) && !/\/(?:public|node_modules|data)\//.test(path))
    .sort();
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

interface PackageJson {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}
const manifest = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as PackageJson;

/** Packages that are loaded, or whose types are in what is published. */
function packagesOf(files: ReadonlyMap<string, string>): string[] {
  const names = [...files]
    .flatMap(([path, text]) => importsOf(parse(path, text)))
    .filter(({isPackage, target}) => isPackage && !target.startsWith('node:'))
    .map(({target}) => target);
  return [...new Set(names)].sort();
}

const src = sources('src');
const demo = sources('demo');
const none = (sentences: string[]) => assert.equal(sentences.join('\n'), '');

describe('the architecture', () => {
  it('holds: every import goes where the table allows', () => {
    assert.ok(src.size > 0 && demo.size > 0);
    none(violations(new Map([...src, ...demo])));
  });

  it('makes no markup and no code of a text, and keeps the DOM out of the core', () => {
    none([...src].flatMap(([path, text]) => dangers(path, text)));
  });

  it('publishes exactly the packages that the browser code loads', () => {
    // The editors' and the charts' are optional: who shows the inbox alone needs none of them.
    const {dependencies = {}, peerDependencies = {}} = manifest('package.json');
    assert.deepEqual(packagesOf(src), Object.keys({...dependencies, ...peerDependencies}).sort());
  });

  it('keeps the packages of servers in demo/package.json alone', () => {
    const {dependencies = {}, devDependencies = {}} = manifest('package.json');
    const servers = Object.keys(manifest('demo/package.json').dependencies ?? {});
    const published = {...dependencies, ...devDependencies};
    assert.deepEqual(
      servers.filter((name) => name in published),
      [],
    );
    // The tools that build and start the demo are the project's own.
    const unknown = packagesOf(demo).filter((name) => !servers.includes(name) && !(name in devDependencies));
    assert.deepEqual(unknown, []);
  });
});

describe('the check of the architecture', () => {
  const breaks = (path: string, text: string) => violations(new Map([[path, text]]));
  const forbidden: [string, string, string][] = [
    ['src/protocol/x.ts', `import type {Inbox} from '../core/inbox.ts';`, 'src/core/inbox.ts'],
    ['src/i18n/x.ts', `export {Bell} from '../elements/bell/bell.ts';`, 'src/elements/bell/bell.ts'],
    ['src/themes/x.ts', `import '../i18n/en.ts';`, 'src/i18n/en.ts'],
    ['src/loader/x.ts', `import {safeUrl} from '../protocol/url.ts';`, 'src/protocol/url.ts'],
    ['src/core/sync.ts', `import {html} from 'lit';`, 'lit'],
    ['src/core/sync.ts', `import {get} from 'idb-keyval';`, 'idb-keyval'],
    ['src/core/sync.ts', `import 'node:fs';`, 'node:fs'],
    ['src/core/store.ts', `import {createTransport} from './transport.ts';`, 'src/core/transport.ts'],
    ['src/core/api/x.ts', `import {createOutbox} from '../outbox.ts';`, 'src/core/outbox.ts'],
    ['src/core/outbox.ts', `const realtime = await import('./realtime.ts');`, 'src/core/realtime.ts'],
    ['src/core/cache.ts', `import {createMemoryStorage} from './storage.ts';`, 'src/core/storage.ts'],
    ['src/core/stray.ts', `import {InboxError} from './errors.ts';`, 'src/core/errors.ts'],
    ['src/elements/x.ts', `import {createTransport} from '../core/transport.ts';`, 'src/core/transport.ts'],
    ['src/elements/x.ts', `import {mount} from '../entries/widget.ts';`, 'src/entries/widget.ts'],
    ['src/agent/x.ts', `import {Bell} from '../elements/bell/bell.ts';`, 'src/elements/bell/bell.ts'],
    ['src/entries/x.ts', `import {createPanel} from './panel.ts';`, 'src/entries/panel.ts'],
    ['demo/platform/x.ts', `import {InboxError} from '../../src/core/errors.ts';`, 'src/core/errors.ts'],
    [
      'demo/shop/x.ts',
      `import {send} from '../platform/messages/send.ts';`,
      'demo/platform/messages/send.ts',
    ],
    ['demo/console/x.ts', `import type {X} from '../../src/protocol/message.ts';`, 'src/protocol/message.ts'],
    ['src/stray/x.ts', `import '../protocol/url.ts';`, 'src/protocol/url.ts'],
  ];
  for (const [path, text, target] of forbidden) {
    it(`sees that ${path} must not say ${text}`, () => {
      const [sentence = '', ...more] = breaks(path, text);
      assert.ok(sentence.startsWith(`${path}:1 imports ${target}, but `), sentence);
      assert.deepEqual(more, []);
    });
  }

  const allowed: [string, string][] = [
    ['src/loader/x.ts', `import type {Features} from '../protocol/commands.ts';`],
    ['src/core/sync.ts', `import type {InboxEvents} from './inbox.ts';`],
    ['src/core/inbox.ts', `const {createSync} = await import('./sync.ts');`],
    [
      'src/core/api/x.ts',
      `import {readCount} from './count.ts'; import type {Transport} from '../transport.ts';`,
    ],
    ['src/entries/widget.ts', `const {createPanel} = await import('./panel.ts');`],
    [
      'demo/platform/x.ts',
      `import {isSafe} from '../../src/protocol/url.ts'; import {Hono} from 'hono/tiny';`,
    ],
  ];
  for (const [path, text] of allowed) {
    it(`lets ${path} say ${text}`, () => none(breaks(path, text)));
  }

  const dangerous: [string, string][] = [
    ['src/elements/x.ts', 'box.innerHTML = text;'],
    ['src/elements/x.ts', `box['outerHTML'] = text;`],
    ['src/elements/x.ts', 'box.insertAdjacentHTML("beforeend", text);'],
    ['src/elements/x.ts', 'const make = new Function(text);'],
    ['src/elements/x.ts', 'window.eval(text);'],
    ['src/elements/x.ts', 'setTimeout("go()", 5);'],
    ['src/elements/x.ts', 'document.write(text);'],
    ['src/elements/x.ts', `import {unsafeHTML} from 'lit/directives/unsafe-html.js';`],
    ['src/elements/x.ts', 'const view = html`<iframe .srcdoc=${text}></iframe>`;'],
    ['src/core/x.ts', 'document.title = text;'],
    ['src/core/x.ts', 'export let box: HTMLElement;'],
  ];
  for (const [path, text] of dangerous) {
    it(`sees the danger of ${text} in ${path}`, () => assert.equal(dangers(path, text).length, 1));
  }

  it('takes a comment and a text for what they are', () => {
    none(dangers('src/core/x.ts', '// Never innerHTML, never document.\nthrow new Error("no eval(x)");'));
    none(breaks('src/protocol/x.ts', `/** import x from 'lit' */ const text = "import 'lit'";`));
  });
});
