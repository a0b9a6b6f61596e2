import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const house = {
  eqeqeq: 'error',
  'no-console': 'off',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-restricted-globals': ['error', { name: 'event', message: 'Use the event that the listener gets.' }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

/** What only a program that knows the types can tell. */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
};

export default defineConfig(
  { ignores: ['**/dist/**', '**/cdn/**', '**/node_modules/**', 'coverage/**', 'docs/site/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.recommended], rules: house },
  { files: ['**/*.mjs'], languageOptions: { ecmaVersion: 'latest' }, rules: { 'prefer-const': 'error', eqeqeq: 'error' } },
  {
    files: ['packages/*/src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: typed,
  },
  {
    files: ['packages/elements/**/*.ts', 'docs/src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ['**/test/**'],
    // chai's assertions are expressions, and a test may insist on an element it has just rendered.
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
