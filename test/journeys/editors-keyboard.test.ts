/** Both editors of the desk by real keys alone: every control is reached, and no act needs a pointer. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {isFirefox, launchBrowser} from './support/browser.ts';
import {bundle} from './support/bundle.ts';
import {startServer, type RunningServer} from './support/server.ts';

/** What the tabulator stops at besides controls is each engine's own affair. */
const options = {skip: isFirefox && 'one engine is enough'};

const BODIES: Record<string, string> = {
  '/template': `<agent-template-editor></agent-template-editor><script type="module">
    const editor = document.querySelector('agent-template-editor');
    editor.template = {version: 1, type: 'card', title: 'Card', sections: [{type: 'text', content: 'first'}]};
    editor.sample = {name: 'Maya', orders: [{id: 1}]};</script>`,
  '/integration': `<agent-integration-editor></agent-integration-editor><script type="module">
    const editor = document.querySelector('agent-integration-editor');
    editor.client = {contacts: async () => ({list: []}), inboxes: async () => []};
    editor.integration = undefined;</script>`,
  '/json': `<agent-json-editor></agent-json-editor><script type="module">
    const editor = document.querySelector('agent-json-editor');
    editor.variables = [{name: 'contact.email', description: 'The contact’s e-mail', sample: 'a@b.example'}];</script>`,
};

let site: RunningServer;
before(async () => {
  const editor = await bundle('src/agent/template-editor/define.ts');
  const scripts: Record<string, string> = {
    '/template.js': editor,
    // It is a part of that one.
    '/json.js': editor,
    '/integration.js': await bundle('src/agent/integrations/define.ts'),
  };
  site = await startServer(({url = ''}, response) => {
    const script = scripts[url];
    response.writeHead(200, {'Content-Type': script ? 'text/javascript' : 'text/html'});
    response.end(
      script ??
        `<!doctype html><html lang="en"><title>Editor</title><script type="module" src="${url}.js"></script>${BODIES[url]}`,
    );
  });
});
after(() => site?.stop());

async function open(path: string): Promise<Page> {
  const page = await (await launchBrowser()).newPage({viewport: {width: 1280, height: 900}});
  page.setDefaultTimeout(10_000);
  // esbuild, which runs this file, calls it in every function that it has named.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(`http://localhost:${site.port}${path}`);
  // Shadow roots are looked through; a control is known by its place among all of them.
  await page.evaluate(() => {
    const within = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((found) => [
        found,
        ...(found.shadowRoot ? within(found.shadowRoot) : []),
      ]);
    const isThere = (found: Element) =>
      found.matches('button, input, select, textarea, summary, a[href], [tabindex], [contenteditable]') &&
      // Of a group of radio buttons the chosen one is reached, the others by arrow keys.
      !found.matches(':disabled, [type=radio]:not(:checked)') &&
      (found as HTMLElement).tabIndex >= 0 &&
      found.checkVisibility({visibilityProperty: true});
    const focused = () => {
      let found = document.activeElement;
      while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
      return found;
    };
    const describe = (found: Element) =>
      `${found.localName} ${found.getAttribute('data-add') ?? found.getAttribute('aria-label') ?? found.id} ${found.textContent?.trim().slice(0, 30)}`;
    const controls = () => within(document.body).filter(isThere);
    Object.assign(window, {
      keyboard: {
        all: () => controls().map(describe),
        at: () => {
          const found = focused();
          return found ? controls().indexOf(found) : -1;
        },
        adds: () => focused()?.getAttribute('data-add') ?? '',
        outline: () => within(document.body).filter((found) => found.matches('.outline .name')).length,
      },
    });
  });
  return page;
}

interface Keyboard {
  all(): string[];
  at(): number;
  adds(): string;
  outline(): number;
}
const ask = <Name extends keyof Keyboard>(page: Page, name: Name) =>
  page.evaluate((what) => (window as unknown as {keyboard: Keyboard}).keyboard[what](), name) as Promise<
    ReturnType<Keyboard[Name]>
  >;

/** Goes round by the tabulator, and says what it has not come to. */
async function walk(page: Page): Promise<string[]> {
  const all = await ask(page, 'all');
  const seen = new Set<number>();
  for (let step = 0; step < all.length + 5; step++) {
    await page.keyboard.press('Tab');
    seen.add(await ask(page, 'at'));
  }
  return all.filter((_, index) => !seen.has(index));
}

/** By the tabulator to the palette's button for this type. */
async function tabTo(page: Page, type: string): Promise<void> {
  const {length} = await ask(page, 'all');
  for (let step = 0; step < length + 5; step++) {
    if ((await ask(page, 'adds')) === type) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not lead to ${type}`);
}

test(
  'every control of the template editor is reached, and each type is added by Enter',
  options,
  async () => {
    const page = await open('/template');
    await page.locator('[data-add]').first().waitFor();
    assert.deepEqual(await walk(page), []);
    const types = await page
      .locator('[data-add]')
      .evaluateAll((found) => found.map((one) => one.getAttribute('data-add')!));
    assert.ok(types.length >= 8, types.join());
    for (const type of types) {
      const before = await ask(page, 'outline');
      await tabTo(page, type);
      await page.keyboard.press('Enter');
      assert.ok((await ask(page, 'outline')) > before, type);
    }
    const before = await ask(page, 'outline');
    await page.keyboard.press('Delete');
    assert.ok((await ask(page, 'outline')) < before, 'removed');
    await page.keyboard.press('Control+z');
    assert.equal(await ask(page, 'outline'), before, 'taken back');
    assert.deepEqual(await walk(page), []);
    await page.close();
  },
);

test('every control of an integration’s editor is reached, in each of its tabs', options, async () => {
  const page = await open('/integration');
  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  const shown: string[] = [];
  for (let index = 0; index < 3; index++) {
    shown.push(await page.locator('[role=tab][aria-selected=true]').first().innerText());
    assert.deepEqual(await walk(page), [], `tab ${index + 1}`);
    await tabs.nth(index).focus();
    await page.keyboard.press('ArrowRight');
  }
  assert.deepEqual(shown, ['Configuration', 'Testing', 'Template']);
  await page.close();
});

test('a variable is completed in the JSON of a body, and marked where nobody knows it', options, async () => {
  const page = await open('/json');
  const body = page.locator('.cm-content');
  await body.focus();
  // Within braces that stand there already, those are not doubled.
  await page.keyboard.type('{"a": "{{}}"');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('ema');
  await page.getByRole('option', {name: 'contact.email'}).click();
  await page.keyboard.press('Control+End');
  // Attributes are the customer's own, whatever they are called.
  await page.keyboard.type(', "b": "{{contact.attributes.shoe_size}} {{contact.nme}}"');
  const unknown = page.locator('.cm-lintRange-warning');
  await unknown.first().waitFor();
  assert.deepEqual(await unknown.allInnerTexts(), ['{{contact.nme}}']);
  const [line] = await body.locator('.cm-line').allInnerTexts();
  assert.match(line!, /^\{"a": "\{\{contact\.email\}\}"/);
  assert.equal(await body.locator('.cm-variable').count(), 3);
  await page.close();
});
