import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noOnlyTests from 'eslint-plugin-no-only-tests';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

import { asciiTemplates } from './scripts/lib/eslint-ascii-templates.mjs';

const TYPESCRIPT = ['src/**/*.ts', 'locales/**/*.ts', 'test/**/*.ts', 'demo/**/*.ts'];

/** Folders whose code a page loads: no text of theirs may stand in a template. */
const LOADED_BY_PAGES = ['ui', 'elements', 'host', 'core', 'i18n', 'gates', 'script-tag'];

/** Ways by which data could become markup, style or code. */
const SINKS = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map((name) => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name='${name}']`,
    message: `${name} turns data into markup: render a template.`,
  })),
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/]',
    message: 'This turns data into markup: render a template.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write() turns data into markup.',
  },
  {
    selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeCSS|unsafeStatic)$/]',
    message: 'Nothing unsafe: texts are rendered as text, styles are written as css`…`.',
  },
  {
    selector:
      "Identifier[name='styleMap'], CallExpression[callee.property.name='createContextualFragment']",
    message: 'Inline styles and parsed fragments break strict content security policies.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'A style attribute is blocked by strict content security policies: use a class.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/[\\s"\']style\\s*=/]',
    message: 'A style attribute is blocked by strict content security policies: use a class.',
  },
];

const NODE_GLOBALS = ['process', 'Buffer', 'global', 'require', '__dirname', 'setImmediate'];

/** What `src/model` must not know: where it runs, what time it is, what chance says. */
const IMPURE_GLOBALS = [
  ...['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'localStorage'],
  ...['sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'crypto', 'performance', 'console'],
  ...['setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame', 'customElements'],
];

const IMPURE_CALLS = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The model has no clock: take the time as a parameter.',
  },
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'The model has no clock: take the time as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The model has no randomness: take it as a parameter.',
  },
];

function bannedGlobals(names, message) {
  return ['error', ...names.map((name) => ({ name, message }))];
}

export default ts.config(
  {
    ignores: [
      'dist',
      'coverage',
      '.build-*',
      '.cache',
      '.data',
      'test/dist',
      '**/*.d.ts',
      '**/*.d.mts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'URL', 'fetch', 'setTimeout', 'clearTimeout', 'Buffer'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    // Scripts of the rebuilt hosts: classic ones of a page.
    files: ['demo/hosts/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        ['document', 'window', 'location', 'alert', 'jQuery', 'FormData', 'fetch'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  ...ts.configs.strictTypeChecked.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
    },
  },
  { ...lit['flat/recommended'], files: ['src/**/*.ts'] },
  { ...wc.configs['flat/best-practice'], files: ['src/**/*.ts'] },
  {
    files: ['src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 40],
      'max-params': ['error', 3],
      complexity: ['error', 10],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-syntax': ['error', ...SINKS],
      'no-restricted-globals': bannedGlobals(NODE_GLOBALS, 'This code runs in browsers too.'),
      'wc/guard-define-call': 'error',
      // The compiler checks overrides already.
      'wc/guard-super-call': 'off',
      'wc/file-name-matches-element': ['error', { transform: 'kebab', suffix: 'Element' }],
    },
    settings: { wc: { elementBaseClasses: ['LitElement', 'FormControlElement'] } },
  },
  {
    files: LOADED_BY_PAGES.map((folder) => `src/${folder}/**/*.ts`),
    plugins: { dongui: { rules: { 'ascii-templates': asciiTemplates } } },
    rules: { 'dongui/ascii-templates': 'error' },
  },
  {
    files: ['src/model/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...SINKS, ...IMPURE_CALLS],
      'no-restricted-globals': bannedGlobals(
        [...NODE_GLOBALS, ...IMPURE_GLOBALS],
        'The model is pure: no DOM, clock, chance or network.',
      ),
    },
  },
  {
    // What adapts Node's own server, and what Node starts.
    files: ['src/receiver/node.ts', 'src/cli/main.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { 'no-only-tests': noOnlyTests },
    rules: {
      'no-only-tests/no-only-tests': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // node:test's describe() and it() return promises that its runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
          ],
        },
      ],
    },
  },
);
