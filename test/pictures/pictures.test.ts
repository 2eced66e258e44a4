/**
 * Every picture looks as it did when somebody last looked at it. One that differs is kept for comparison; where it is
 * better than before: `node --import tsx test/pictures/update.ts`, and look at what git shows.
 */
import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {compare} from './compare.ts';
import {PICTURES} from './pictures.ts';
import {startCamera, take} from './take.ts';

const REFERENCE = join(import.meta.dirname, 'reference');
const ACTUAL = join(import.meta.dirname, '../../node_modules/.cache/app-inbox-pictures');

// Other systems draw letters in ways of their own.
describe('the inbox looks as it did', {skip: process.platform !== 'linux'}, () => {
  let browser: Browser;
  let reader: Page;
  before(async () => {
    browser = await startCamera();
    reader = await browser.newPage();
  });
  after(() => browser.close());

  it('in as many pictures as there are', () => {
    const names = Object.keys(PICTURES).map((name) => `${name}.png`);
    assert.deepEqual(readdirSync(REFERENCE).sort(), names.sort());
  });

  for (const [name, picture] of Object.entries(PICTURES))
    it(name, async () => {
      const actual = await take(browser, picture);
      const difference = await compare(reader, actual, readFileSync(join(REFERENCE, `${name}.png`)));
      if (!difference) return;
      mkdirSync(ACTUAL, {recursive: true});
      const kept = join(ACTUAL, `${name}.png`);
      writeFileSync(kept, actual);
      assert.fail(`${difference}; see ${relative(process.cwd(), kept)}`);
    });
});
