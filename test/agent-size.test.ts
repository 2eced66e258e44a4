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

  // Every kind of element of the desk is in it yet: see README, "Speed and size".
  it('keeps its budget', {todo: true}, () => {
    const files = filesFor('src/entries/agent-define.ts');
    const size = files.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);
    assert.equal(findExcess('agent', size, 30_000), undefined);
  });

  it('holds the profile, and no editor', () => {
    const text = textOf(filesFor('src/entries/agent-define.ts'));
    assert.match(text, /agent-contact-profile/);
    assert.doesNotMatch(text, /agent-template-editor|agent-integration-editor|cm-content/);
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
