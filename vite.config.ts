import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {minifyHTMLLiterals} from 'minify-literals';
import {minify} from 'terser';
import {defineConfig, type Plugin} from 'vite';
import {FRAME_PAGE} from './src/agent/blocks/frame-page.ts';
import {shardOf, SHARDS} from './src/agent/icons/shard.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** In the loader: the hashed name of the bundle, which is built just before, and the place for the site's configuration. */
const fillLoader = (): Plugin => ({
  name: 'fill-loader',
  applyToEnvironment: (environment) => environment.name === 'loader',
  transform: {
    filter: {code: '__WIDGET_ENTRY__'},
    handler(code) {
      const entryOf = (manifest: string) => {
        const chunks = JSON.parse(readFileSync(at(`dist/cdn/${manifest}`), 'utf8')) as Record<
          string,
          {file: string; isEntry?: boolean}
        >;
        const entry = Object.values(chunks).find((chunk) => chunk.isEntry);
        if (!entry) throw new Error(`dist/cdn/${manifest} names no entry`);
        return JSON.stringify(`./${entry.file}`);
      };
      const filled = code
        .replace(/\b__WIDGET_ENTRY__\b/g, entryOf('manifest.json'))
        .replace(/\b__VISITOR_ENTRY__\b/g, entryOf('visitor-manifest.json'));
      return {code: filled, map: null};
    },
  },
  // After minifying, which would else decide that a string is no configuration.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/\b__APP_INBOX_SITE__\b/, '"$&"');
    }
  },
});

/** Minifies the markup and the styles inside Lit's templates. */
const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: (environment) => ['cdn', 'visitor', 'agent'].includes(environment.name),
  transform: {
    filter: {id: /\/src\/.*\.ts$/, code: /\b(?:html|svg|css)`/},
    async handler(code, id) {
      const result = await minifyHTMLLiterals(code, {
        fileName: id,
        // The defaults would drop the slash of `<path/>` and the white space between words and elements.
        html: {
          conservativeCollapse: true,
          keepClosingSlash: true,
          collapseBooleanAttributes: true,
          removeAttributeQuotes: false,
        },
      });
      return result && {code: result.code, map: result.map};
    },
  },
});

/** Lit's two uses of Trusted Types, put through ours: see src/elements/base/trusted-html.ts. */
const trustLit = (): Plugin => ({
  name: 'trust-lit',
  applyToEnvironment: (environment) => environment.name !== 'npm',
  transform: {
    filter: {id: /\/lit-html\/lit-html\.js$/},
    handler(code) {
      const replaced = code
        .replace(/(\w+)=\w+\?\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/, '$1=policy')
        .replace(/(\w+)\.innerHTML=(\w+),/, 'fillTemplate($1,$2)||($1.innerHTML=$2),');
      if (!replaced.includes('=policy') || !replaced.includes('fillTemplate(')) {
        throw new Error('lit-html has changed: mend the plugin trust-lit');
      }
      const ours = JSON.stringify(at('src/elements/base/trusted-html.ts'));
      return {code: `import {fillTemplate,policy} from ${ours};${replaced}`, map: null};
    },
  },
});

/** What of Lit 3.3 our own templates never use, and what they have instead; `hooks` are two names on the page's `window`. */
const UNUSED_IN_LIT: Record<string, [string, string]> = {
  hooks: [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
  internals: ['{M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}', '{I:k}'],
  directivesOnElements: ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ';'],
  elementParts: [':6===r.type&&(i=new Z(h,this,t))', ':0'],
  valuesInComments: [
    'else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    '',
  ],
  valuesInRawText: [
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    '',
  ],
  rawText: ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  rawTextEnd: ['c=n??v,d=-1', 'c=v,d=-1'],
  rawTextOver: ['(c=p,n=void 0)', '(c=p)'],
  mathOpening: [':3===i?"<math>":""', ':""'],
  mathClosing: [':3===i?"</math>":""', ':""'],
};

/** Takes out of Lit what no template of the inbox uses: elements with directives of their own, textareas with values. */
const trimLit = (): Plugin => ({
  name: 'trim-lit',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'cdn',
  transform: {
    filter: {id: /\/lit-html\/lit-html\.js$/},
    handler(code) {
      for (const [name, [unused, instead]] of Object.entries(UNUSED_IN_LIT)) {
        if (!code.includes(unused))
          throw new Error(`lit-html has changed: mend ${name} in the plugin trim-lit`);
        code = code.replace(unused, () => instead);
      }
      return {code, map: null};
    },
  },
});

/**
 * What several files of the bundle use is taken out of one of them that is there by then, and makes no file of its own:
 * the modules, who else asks for them, and the entry that has and exports them.
 */
const SHARED: readonly (readonly [modules: RegExp, importers: RegExp, entry: string])[] = [
  [/\/languages\.ts$/, /\/i18n\/on-demand\.ts$/, 'src/entries/widget.ts'],
  // One file for the list and the panel that shows it: brotli does better on one file than on six.
  [
    /^lit\/html\.js$|\/(sync|messages|url)\.ts$/,
    /\/src\/(core\/(inbox|live|views|apply|outbox)|elements\/(notification\/row-tools|base\/(avatar|rich-text)|panel\/tools\/(site-)?designs))\.ts$/,
    'src/entries/panel.ts',
  ],
  [
    /\/(page-clock|control-reactions|avatar)\.ts$/,
    /\/src\/(elements\/(panel|toasts|attention)\/.*|themes\/controls)\.ts$/,
    'src/elements/notification/row-tools.ts',
  ],
];

const shareFiles = (): Plugin => ({
  name: 'share-files',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'cdn',
  resolveId: {
    filter: {id: SHARED.map(([modules]) => modules)},
    handler(id, importer = '') {
      const shared = SHARED.find(([modules, importers]) => modules.test(id) && importers.test(importer));
      return shared ? at(shared[2]) : null;
    },
  },
});

/**
 * Takes another 2 % (brotli) off what Vite's own minifier has made. In the script tag's bundle, where each byte counts, a
 * second round finds what the first has laid bare.
 */
const minifyAgain = (): Plugin => ({
  name: 'minify-again',
  applyToEnvironment: (environment) => !['npm', 'apps'].includes(environment.name),
  async generateBundle({format}, bundle) {
    const rounds = this.environment.name === 'cdn' ? 2 : 1;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (let round = 0; round < rounds; round++) {
        const result = await minify(chunk.code, {
          module: format === 'es',
          ecma: 2020,
          compress: {
            passes: 3,
            hoist_funs: true,
            pure_getters: true,
            unsafe_arrows: true,
            unsafe_methods: true,
          },
        });
        if (!result.code) throw new Error(`${chunk.fileName}: the minifier gave nothing`);
        chunk.code = result.code;
      }
    }
  },
});

/** What the agents' elements fetch by name: the page of their frames, and the icons of Material Symbols. */
const agentFiles = (): Plugin => ({
  name: 'agent-files',
  applyToEnvironment: (environment) => ['agent', 'npm'].includes(environment.name),
  generateBundle() {
    const isPackage = this.environment.name === 'npm';
    const emit = (fileName: string, source: string) => this.emitFile({type: 'asset', fileName, source});
    emit('html-frame.html', FRAME_PAGE);
    const icons = at('node_modules/@material-symbols/svg-400/outlined');
    const shards = Array.from({length: SHARDS}, (): Record<string, string> => ({}));
    for (const file of readdirSync(icons)) {
      const name = file.replace('.svg', '');
      const path = /<path d="([^"]+)"/.exec(readFileSync(join(icons, file), 'utf8'))?.[1];
      if (!name.endsWith('-fill') && path) shards[shardOf(name)]![name] = path;
    }
    for (const [index, shard] of shards.entries())
      emit(
        `${isPackage ? 'agent/icons/' : ''}symbols-${index}.js`,
        `export default ${JSON.stringify(shard)};\n`,
      );
  },
});

export default defineConfig({
  root: at('.'),
  plugins: [
    trimLit(),
    trustLit(),
    shareFiles(),
    minifyTemplates(),
    minifyAgain(),
    fillLoader(),
    agentFiles(),
  ],
  build: {target: 'es2022', emptyOutDir: false, copyPublicDir: false},
  environments: {
    // The script tag's bundle: everything inside, chunks by content hash. As a library it gets no preload helper.
    cdn: {
      consumer: 'client',
      build: {
        outDir: at('dist/cdn'),
        manifest: 'manifest.json',
        lib: {entry: {widget: at('src/entries/widget.ts')}, formats: ['es']},
        rolldownOptions: {
          // What the chunks share with the entry stays in the entry: one request less before the bell.
          preserveEntrySignatures: 'allow-extension',
          output: {
            minify: true,
            hashCharacters: 'hex',
            entryFileNames: '[name]-[hash:7].js',
            chunkFileNames: '[name]-[hash:7].js',
          },
        },
      },
    },
    // The visitor's session and the chat: a bundle of its own, so that the bell shares no chunk with it.
    visitor: {
      consumer: 'client',
      build: {
        outDir: at('dist/cdn'),
        manifest: 'visitor-manifest.json',
        lib: {entry: {visitor: at('src/entries/visitor.ts')}, formats: ['es']},
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            minify: true,
            hashCharacters: 'hex',
            entryFileNames: '[name]-[hash:7].js',
            chunkFileNames: 'visitor-[name]-[hash:7].js',
          },
        },
      },
    },
    // The agents' elements, for the desk: under a name that stays, with chunks beside it.
    agent: {
      consumer: 'client',
      build: {
        outDir: at('dist/cdn'),
        manifest: 'agent-manifest.json',
        lib: {
          entry: {
            agent: at('src/entries/agent-define.ts'),
            'agent-admin': at('src/entries/agent-admin.ts'),
          },
          formats: ['es'],
        },
        rolldownOptions: {
          output: {
            minify: true,
            entryFileNames: '[name].js',
            hashCharacters: 'hex',
            chunkFileNames: 'agent-[name]-[hash:7].js',
          },
        },
      },
    },
    // The sample dashboard app in React; the package it takes from where the app serves it.
    apps: {
      consumer: 'client',
      define: {'process.env.NODE_ENV': '"production"'},
      build: {
        outDir: at('dist/apps'),
        lib: {entry: {glance: at('demo/apps/react/glance.jsx')}, formats: ['es']},
        rolldownOptions: {
          external: ['app-inbox/guest'],
          output: {minify: true, entryFileNames: '[name].js'},
        },
      },
    },
    // The script that a site includes: classic, under a name that stays.
    loader: {
      consumer: 'client',
      build: {
        outDir: at('dist/cdn'),
        rolldownOptions: {
          input: {loader: at('src/entries/loader.ts')},
          output: {format: 'iife', entryFileNames: '[name].js'},
        },
      },
    },
    // The package: one module for each source file, so that a bundler takes what it needs.
    npm: {
      consumer: 'client',
      build: {
        outDir: at('dist/npm'),
        minify: false,
        lib: {
          entry: {
            'entries/index': at('src/entries/index.ts'),
            'entries/elements': at('src/entries/elements.ts'),
            'entries/define': at('src/entries/define.ts'),
            'entries/chat-api': at('src/entries/chat-api.ts'),
            'entries/guest': at('src/entries/guest.ts'),
            'entries/agent': at('src/entries/agent.ts'),
            'entries/agent-define': at('src/entries/agent-define.ts'),
            'entries/agent-admin': at('src/entries/agent-admin.ts'),
            'entries/react': at('src/entries/react.ts'),
          },
          formats: ['es'],
        },
        rolldownOptions: {
          external: [
            /^lit(\/|$)/,
            'react',
            'idb-keyval',
            'dompurify',
            'chart.js',
            /^@codemirror\//,
            '@lezer/highlight',
          ],
          output: {preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js'},
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['cdn', 'visitor', 'agent', 'apps', 'loader', 'npm'])
        await builder.build(builder.environments[name]!);
    },
  },
});
