/** What agents load, and what only admins do. Measures dist/cdn, which the build makes. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {findExcess} from './size/compare.ts';
import {filesOf, type Manifest} from './size/measure.ts';

const dist = join(import.meta.dirname, '../dist/cdn');
const read = (file: string) => readFileSync(join(dist, file));

describe('the agents’ bundle', () => {
  const manifest = () => JSON.parse(read('agent-manifest.json').toString()) as Manifest;
  const filesFor = (entry: string) => [...filesOf(manifest(), [entry])];
  const textOf = (files: readonly string[]) => files.map((file) => read(file).toString()).join('\n');

  it('keeps its budget', () => {
    const files = filesFor('src/entries/agent-define.ts');
    const size = files.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);
    assert.equal(findExcess('agent', size, 30_000), undefined);
  });

  it('holds the profile, and nothing that other pages show', () => {
    const text = textOf(filesFor('src/entries/agent-define.ts'));
    assert.match(text, /Refresh all/);
    // Of conversations, statistics, dashboard apps and editors the tags are known, and no word.
    assert.doesNotMatch(text, /Canned answers|Chat statistics|fetch-info|Undo|cm-content/);
    for (const entry of ['conversations', 'chat-statistics', 'dashboard-apps'])
      assert.ok(filesFor(`src/agent/${entry}/define.ts`).length > 1, entry);
  });

  it('has the editors apart, and of them the JSON editor', () => {
    const text = textOf(filesFor('src/entries/agent-admin.ts'));
    assert.match(text, /agent-template-editor/);
    assert.doesNotMatch(text, /cm-content/);
    assert.match(textOf(filesFor('src/agent/json-editor/code-mirror.ts')), /cm-content/);
  });

  it('has the frame’s page and the icons beside it', () => {
    assert.match(read('html-frame.html').toString(), /app-inbox-html-frame/);
    assert.match(read('symbols-0.js').toString(), /^export default \{/);
  });
});
