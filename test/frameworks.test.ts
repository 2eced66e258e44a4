/** The elements in React, Vue, Svelte and Angular: README's examples, their typings, and servers. Needs the build. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {createElement, type ComponentType} from 'react';
import {renderToString} from 'react-dom/server';
import {createInbox} from '../src/core/inbox.ts';
import * as react from '../src/entries/react.ts';
import {contactElements} from '../src/frameworks/contact-elements.ts';
import {examples, inboxModule} from './frameworks/examples.ts';
import {createProject} from './frameworks/project.ts';

const COMPILER = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

describe("README's examples", () => {
  for (const {framework, code, ending, packages, configuration, check, mistakes} of examples) {
    it(`are taken by the compiler of ${framework}, and slips in them are not`, async () => {
      const slips = Object.entries(mistakes).map(([name, [right, wrong]]) => {
        assert.ok(code.includes(right), `${framework}'s example holds ${right}`);
        return [`src/${name}.${ending}`, code.replace(right, wrong)] as const;
      });
      const compilerOptions = {...COMPILER, ...configuration.compilerOptions};
      const files = {
        'src/inbox.ts': inboxModule,
        [`src/Example.${ending}`]: code,
        ...Object.fromEntries(slips),
        'tsconfig.json': JSON.stringify({...configuration, compilerOptions, include: ['src']}),
      };
      const project = createProject(files, packages);
      try {
        const output = await project.run(...check);
        const complaints = [...output.replaceAll('\\', '/').matchAll(/src\/[\w.]+/g)].map(([file]) => file);
        assert.deepEqual([...new Set(complaints)].sort(), slips.map(([file]) => file).sort(), output);
      } finally {
        project.remove();
      }
    });
  }
});

interface Member {
  kind: string;
  name: string;
  privacy?: string;
  readonly?: boolean;
}
interface Declaration {
  tagName?: string;
  members?: Member[];
  events?: {name?: string}[];
}

/** What is no page's to set: what every element has, and what an element says of itself. */
const NOT_SET = ['name', 'className', 'renderRoot', 'updateComplete', 'words', 'unread'];

describe('what frameworks know of the elements', () => {
  const file = join(import.meta.dirname, '../dist/npm/custom-elements.json');
  const {modules} = JSON.parse(readFileSync(file, 'utf8')) as {modules: {declarations: Declaration[]}[]};
  const described = modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName?.startsWith('app-inbox-'));

  it('is all that there are', () => {
    const tags = described.map(({tagName}) => tagName).sort();
    assert.deepEqual(Object.keys(contactElements).sort(), tags);
    for (const language of ['vue', 'svelte']) {
      const text = readFileSync(join(import.meta.dirname, `../src/entries/${language}.ts`), 'utf8');
      for (const tag of tags)
        assert.ok(text.includes(`    '${tag}': `), `app-inbox/${language} knows ${tag}`);
    }
    const components = Object.keys(react).filter((name) => name !== 'useInbox');
    assert.equal(components.length, tags.length, components.join());
  });

  for (const {tagName, members = [], events = []} of described) {
    const known = contactElements[tagName as keyof typeof contactElements];

    it(`is every property of ${tagName}`, () => {
      const properties = members
        .filter(
          ({kind, privacy, readonly}) => kind === 'field' && !readonly && (privacy ?? 'public') === 'public',
        )
        .map(({name}) => name)
        .filter((name) => !NOT_SET.includes(name));
      assert.deepEqual([...known.properties].sort(), properties.sort());
    });

    it(`is every event of ${tagName}`, () => {
      // What the analyzer finds in the code beside what the class says has no name of an event.
      const names = events.map(({name}) => name).filter((name) => name?.startsWith('app-inbox-'));
      assert.deepEqual([...known.events].sort(), [...new Set(names)].sort());
    });
  }
});

describe('on a server', () => {
  const inbox = createInbox({
    apiUrl: 'https://platform.example',
    getAuthTokenCallback: () => assert.fail('a server asks for nobody'),
  });

  it('the React components are their tags, with what is an attribute everywhere', () => {
    const {AppInboxBell, AppInboxPanel} = react;
    const bell = createElement(AppInboxBell, {inbox, className: 'bell', id: 'b', onAppInboxToggle: () => {}});
    assert.equal(renderToString(bell), '<app-inbox-bell class="bell" id="b"></app-inbox-bell>');
    const panel = createElement(AppInboxPanel, {inbox, open: true, layout: 'page'}, 'Nothing yet');
    assert.equal(renderToString(panel), '<app-inbox-panel>Nothing yet</app-inbox-panel>');
  });

  it('useInbox knows nothing yet, and asks for nothing', () => {
    const Count: ComponentType = () => String(react.useInbox(inbox).count);
    assert.equal(renderToString(createElement(Count)), 'undefined');
    assert.equal(inbox.state.session, 'idle');
  });

  it('app-inbox/define registers nothing, and does no harm', async () => {
    assert.equal(typeof customElements, 'undefined');
    const {AppInboxBell} = await import('../src/entries/define.ts');
    assert.equal(AppInboxBell.name, 'AppInboxBell');
  });
});
