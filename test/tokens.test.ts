/** A site can rely on the tokens that are documented, and on their names: README, "Styling". */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';

const src = join(import.meta.dirname, '../src');
const text = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter((name) => /^(?:themes|elements)\b.*\.ts$/.test(name.replaceAll('\\', '/')))
  .map((name) => readFileSync(join(src, name), 'utf8'))
  .join('\n');

const names = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort();

describe('the tokens', () => {
  const used = names(/var\(\s*--app-inbox-([a-z-]+)/g);
  const documented = names(/@cssproperty \[--app-inbox-([a-z-]+)/g);

  it('are documented where they are used, each of them', () => {
    assert.ok(used.length >= 42, `${used.length} tokens`);
    assert.deepEqual(used, documented);
  });

  it('are seen to take effect, each of them', () => {
    const rows = readFileSync(join(import.meta.dirname, 'elements/tokens.test.ts'), 'utf8');
    const seen = [...rows.matchAll(/^ {2}\['([a-z-]+)', /gm)].map(([, name]) => name!).sort();
    assert.deepEqual(seen, documented);
  });

  it('have a default wherever they are used', () => {
    const bare = [...text.matchAll(/var\(\s*--app-inbox-[a-z-]+\s*\)/g)].map(([use]) => use);
    assert.deepEqual(bare, []);
  });
});
