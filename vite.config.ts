import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {minifyHTMLLiterals} from 'minify-literals';
import {defineConfig, type Plugin} from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** In the loader: the hashed name of the bundle, which is built just before, and the place for the site's configuration. */
const fillLoader = (): Plugin => ({
  name: 'fill-loader',
  applyToEnvironment: (environment) => environment.name === 'loader',
  transform: {
    filter: {code: '__WIDGET_ENTRY__'},
    handler(code) {
      const manifest = JSON.parse(readFileSync(at('dist/cdn/manifest.json'), 'utf8')) as Record<
        string,
        {file: string; isEntry?: boolean}
      >;
      const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
      if (!entry) throw new Error('dist/cdn/manifest.json names no entry');
      return {code: code.replace(/\b__WIDGET_ENTRY__\b/g, JSON.stringify(`./${entry.file}`)), map: null};
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
  applyToEnvironment: (environment) => environment.name === 'cdn',
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

export default defineConfig({
  root: at('.'),
  plugins: [fillLoader(), minifyTemplates()],
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
          output: {minify: true, entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js'},
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
          },
          formats: ['es'],
        },
        rolldownOptions: {
          external: [/^lit(\/|$)/, 'idb-keyval', 'dompurify'],
          output: {preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js'},
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['cdn', 'loader', 'npm']) await builder.build(builder.environments[name]!);
    },
  },
});
