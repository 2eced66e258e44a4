/** Who may import whom: the table of README's architecture section, as a check. */
import {importsOf, parse, type Import} from './imports.ts';

interface Rule {
  /** A folder with everything below it, or a file. */
  readonly of: string;
  readonly may: readonly string[];
  /** What may be named as a type, and not be loaded. */
  readonly mayName?: readonly string[];
  /** Packages that it may load; `*` any. */
  readonly packages: readonly string[];
}

/** The first that fits is the one that holds. What no rule knows is a violation: it has no place yet. */
const RULES: readonly Rule[] = [
  {of: 'src/protocol', may: ['src/protocol'], packages: []},
  {of: 'src/i18n', may: ['src/i18n'], packages: []},
  {of: 'src/themes', may: ['src/themes'], packages: []},
  {of: 'src/loader', may: ['src/loader'], mayName: ['src/protocol'], packages: []},
  {of: 'src/core/storage.ts', may: ['src/core', 'src/protocol'], packages: ['idb-keyval']},
  {of: 'src/core', may: ['src/core', 'src/protocol'], packages: []},
  {
    of: 'src/elements',
    may: [
      'src/elements',
      'src/core/inbox.ts',
      'src/core/state.ts',
      'src/core/errors.ts',
      'src/core/chat',
      'src/protocol',
      'src/i18n',
      'src/themes',
    ],
    packages: ['lit', 'dompurify'],
  },
  // One chunk, which editors load when they are shown.
  {
    of: 'src/agent/json-editor/code-mirror.ts',
    may: ['src/agent/json-editor', 'src/agent/variables'],
    packages: [
      ...['autocomplete', 'commands', 'lang-json', 'language', 'lint', 'state', 'view'].map(
        (name) => `@codemirror/${name}`,
      ),
      '@lezer/highlight',
    ],
  },
  {
    of: 'src/agent',
    may: [
      'src/agent',
      'src/core/transport.ts',
      'src/core/errors.ts',
      'src/elements/base',
      'src/protocol',
      'src/i18n',
      'src/themes',
    ],
    packages: ['lit', 'dompurify', 'chart.js'],
  },
  // For other people's pages: as small as what both sides say.
  {of: 'src/guest', may: ['src/guest', 'src/protocol'], packages: []},
  // For servers: no part of what runs in pages.
  {of: 'src/chat-api', may: ['src/chat-api'], packages: []},
  {
    of: 'src/frameworks',
    may: ['src/frameworks', 'src/core/inbox.ts', 'src/core/state.ts'],
    mayName: ['src/elements'],
    packages: ['react'],
  },
  {of: 'src/entries', may: ['src'], packages: ['lit', 'svelte', 'vue']},
  // Nothing else of ours: client and server cannot share a bug then.
  {of: 'demo/platform', may: ['demo/platform', 'src/protocol'], packages: ['*']},
  // The sites know the platform by its HTTP, as a customer's would, and the widget by its script.
  {of: 'demo/seed', may: ['demo/seed', 'demo/shop', 'demo/site'], packages: ['*']},
  // As far away as any other organisation's.
  {of: 'demo/systems', may: ['demo/systems'], packages: ['*']},
  {of: 'demo/secrets-key.ts', may: [], packages: ['*']},
  // Names the customers whom a visitor can sign in as.
  {of: 'demo/home', may: ['demo/home', 'demo/site', 'demo/shop/customers.ts'], packages: ['*']},
  ...['shop', 'console', 'desk', 'apps', 'site'].map((site) => ({
    of: `demo/${site}`,
    may: [`demo/${site}`, 'demo/site'],
    packages: ['*'],
  })),
  // What starts them all.
  ...['demo/main.ts', 'demo/build.js', 'demo/start.js'].map((of) => ({of, may: ['demo'], packages: ['*']})),
];

/** The core from the bottom up. A file loads only what stands in a line above its own; `api` also itself. */
const CORE_ORDER: readonly (readonly string[])[] = [
  ['errors', 'environment', 'emitter', 'event-stream', 'last-count', 'store', 'tab-bus'],
  ['key', 'rewritten'],
  ['state', 'session', 'storage', 'backoff', 'early-count', 'sequence', 'leadership'],
  ['transport', 'cache', 'apply', 'reconnect'],
  ['api', 'stream'],
  ['last-marks'],
  ['outbox', 'realtime', 'views'],
  ['overtaken', 'recall'],
  ['live'],
  ['sync'],
  ['inbox', 'chat'],
];

const isIn = (folders: readonly string[], path: string) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

const list = (names: readonly string[]) => names.join(', ') || 'nothing';

/** `errors` of src/core/errors.ts, `api` of src/core/api/count.ts. */
const coreName = (path: string) => /^src\/core\/([^/.]+)/.exec(path)?.[1];
const levelOf = (name: string) => CORE_ORDER.findIndex((level) => level.includes(name));

function checkRule(path: string, {target, isPackage, isType, isDynamic}: Import): string | undefined {
  const rule = RULES.find(({of}) => isIn([of, `${of}.ts`], path));
  if (!rule) return `has no place in the architecture`;
  if (isPackage) {
    const isFree = rule.packages.includes('*') || rule.packages.includes(target);
    return isFree ? undefined : `${rule.of} may use these packages: ${list(rule.packages)}`;
  }
  // Erased, so that nothing of it is loaded.
  if (isType && isIn(rule.mayName ?? [], target)) return undefined;
  // An entry composes, for one bundle; one that brings another as a bundle of its own is the exception.
  if (isIn(['src/entries'], target) && !(isDynamic && isIn(['src/entries'], path)) && !isType)
    return 'nobody imports an entry';
  if (isIn(rule.may, target)) return undefined;
  return `${rule.of} may import ${list(rule.may)}${rule.mayName ? `, and types of ${list(rule.mayName)}` : ''}`;
}

/** Values come from below only. Types of above may be named: a part's answer is described where it is given. */
function checkCore(path: string, {target, isType}: Import): string | undefined {
  const [from, to] = [coreName(path), coreName(target)];
  if (!from || !to) return undefined;
  for (const name of [from, to]) {
    if (levelOf(name) < 0)
      return `${name} has no place in the order of the core (test/architecture/rules.ts)`;
  }
  if (isType || (from === to && ['api', 'chat'].includes(from)) || levelOf(to) < levelOf(from))
    return undefined;
  return `in the core, ${from} stands no higher than ${to}`;
}

/** The database of the browser is one file's affair; the others know an interface. */
function checkStorage(path: string, {target, isType}: Import): string | undefined {
  const isUser = ['src/core/cache.ts', 'src/core/outbox.ts'].includes(path);
  return isUser && target === 'src/core/storage.ts' && !isType
    ? `${coreName(path)} knows storage as an interface`
    : undefined;
}

/**
 * @param files sources by their paths from the project's root
 * @returns what breaks the rules, a sentence each
 */
export function violations(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    for (const entry of importsOf(parse(path, text))) {
      const reason = checkRule(path, entry) ?? checkCore(path, entry) ?? checkStorage(path, entry);
      if (reason) found.push(`${path}:${entry.line} imports ${entry.target}, but ${reason}.`);
    }
  }
  return found;
}
