/** README's examples for frameworks, and how each framework's own compiler is asked what it thinks of them. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** The code under README's heading "With a framework" that is in this language and holds this text. */
function codeOf(language: string, holding: string): string {
  const chapter = readme.split('\n### With a framework\n')[1]?.split(/\n##/)[0] ?? '';
  const blocks = [...chapter.matchAll(/```(\w+)\n(.*?)```/gs)];
  const block = blocks.find(([, name, code]) => name === language && code?.includes(holding));
  if (!block?.[2]) throw new Error(`README shows no ${language} with ${holding} under "With a framework".`);
  return block[2];
}

export const inboxModule = codeOf('ts', 'export const inbox');

export interface Example {
  readonly framework: string;
  readonly code: string;
  /** Of the file that holds it. */
  readonly ending: string;
  readonly packages: readonly string[];
  /** `tsconfig.json`, without what is the same for all. */
  readonly configuration: {
    readonly compilerOptions?: object;
    readonly vueCompilerOptions?: object;
    readonly angularCompilerOptions?: object;
  };
  /** The program that checks it, and what it is told. */
  readonly check: readonly [string, ...string[]];
  /** What a slip makes of the example: by its name, the text in the example and what stands there instead. */
  readonly mistakes: Readonly<Record<string, readonly [string, string]>>;
}

export const react: Example = {
  framework: 'React',
  code: codeOf('tsx', 'app-inbox/react'),
  ending: 'tsx',
  packages: ['react', '@types/react'],
  configuration: {compilerOptions: {jsx: 'react-jsx'}},
  check: ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  mistakes: {
    PropertyType: ['max={9}', 'max="nine"'],
    PropertyName: ['max={9}', 'maximum={9}'],
    EventName: ['onAppInboxClose', 'onAppInboxShut'],
    EventProperty: ['event.open', 'event.opened'],
  },
};

const vue: Example = {
  framework: 'Vue',
  code: codeOf('vue', 'app-inbox-bell'),
  ending: 'vue',
  packages: ['vue'],
  configuration: {
    compilerOptions: {types: ['app-inbox/vue'], jsx: 'preserve'},
    vueCompilerOptions: {strictTemplates: true},
  },
  check: ['vue-tsc/bin/vue-tsc.js', '-p', 'tsconfig.json'],
  mistakes: {
    PropertyType: [':max="9"', `:max="'nine'"`],
    PropertyName: [':max="9"', ':maximum="9"'],
    EventName: ['@app-inbox-close', '@app-inbox-shut'],
    EventProperty: ['$event.open', '$event.opened'],
  },
};

const svelte: Example = {
  framework: 'Svelte',
  code: codeOf('svelte', 'app-inbox-bell'),
  ending: 'svelte',
  packages: ['svelte'],
  configuration: {compilerOptions: {types: ['app-inbox/svelte']}},
  check: ['svelte-check/bin/svelte-check', '--output', 'machine'],
  mistakes: {
    PropertyType: ['max={9}', `max={'nine'}`],
    PropertyName: ['max={9}', 'maximum={9}'],
    EventName: ['onapp-inbox-close', 'onapp-inbox-shut'],
    EventProperty: ['event.open', 'event.opened'],
  },
};

const angular: Example = {
  framework: 'Angular',
  code: codeOf('ts', '@angular/core'),
  ending: 'ts',
  packages: ['@angular/core', 'rxjs', 'tslib'],
  configuration: {
    compilerOptions: {experimentalDecorators: true},
    angularCompilerOptions: {strictTemplates: true},
  },
  check: ['@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'tsconfig.json'],
  mistakes: {
    EventProperty: ['$event.open', '$event.opened'],
    Member: ['open.set(false)', 'opened.set(false)'],
  },
};

export const examples = [react, vue, svelte, angular];
