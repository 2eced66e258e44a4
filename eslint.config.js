import js from '@eslint/js';
import {defineConfig} from 'eslint/config';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const node = {
  process: 'readonly',
  console: 'readonly',
  URL: 'readonly',
  setTimeout: 'readonly',
  fetch: 'readonly',
};

export default defineConfig(
  {ignores: ['dist/', 'coverage/', 'data/', '**/*.d.ts']},
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {allowDefaultProject: ['*.js', 'demo/*.js', 'test/*.js']},
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  lit['flat/recommended'],
  wc['flat/recommended'],
  {plugins: {'lit-a11y': litA11y}, rules: litA11y.configs.recommended.rules},
  // Lit binds `@click=${this.onClick}` to the host by itself.
  {files: ['src/**/*.ts'], rules: {'@typescript-eslint/unbound-method': 'off'}},
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    rules: {
      // Nothing from outside may become markup or code, and nothing may leak to the page's console.
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Markup goes through the sanitiser (src/elements/base/rich-text.ts).',
        })),
      ],
      'no-console': ['error', {allow: ['warn', 'error', 'info']}],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Without a message Node reads and parses the test's source for one, which takes it seconds: too long to try again.
    files: ['test/journeys/**/*.ts', 'test/faults/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.object.name='assert'][callee.property.name='ok'][arguments.length=1]",
          message: 'Say what holds, as the second argument.',
        },
      ],
    },
  },
  {files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked], languageOptions: {globals: node}},
);
