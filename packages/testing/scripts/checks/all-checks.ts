import { join } from 'node:path';
import { findNpm } from '../npm-path.ts';
import { root } from '../places.ts';
import type { Check } from './check.ts';

const modules = join(root, 'node_modules');
const config = 'packages/testing/config';
const scripts = 'packages/testing/scripts';
const source = '--conditions=@leavewell/source';
const tool = (path: string, ...args: string[]): string[] => [join(modules, path), ...args];
const script = (path: string, ...args: string[]): string[] => [source, join(scripts, path), ...args];
const rollup = (...args: string[]): string[] => tool('rollup/dist/bin/rollup', '-c', '--silent', ...args);

const nodeTests = (files: string): string[] => [
  source,
  '--test',
  '--test-timeout=300000',
  `--test-reporter=./${scripts}/node-summary.ts`,
  files,
];

/** Everything that must hold, the slowest first among those that wait for nothing. */
export const allChecks: readonly Check[] = [
  { name: 'lock file', commands: [[findNpm(), 'ci', '--dry-run', '--loglevel=error']] },
  { name: 'browser', commands: [script('browsers.ts')] },
  { name: 'types', commands: [tool('typescript/bin/tsc', '-b'), tool('typescript/bin/tsc', '-p', `${config}/tsconfig.tests.json`)] },
  { name: 'imports', commands: [script('imports/check-imports.ts')] },
  { name: 'sizes', commands: [script('sizes/check-sizes.ts')] },
  { name: 'build', commands: [rollup(), script('packages/check-reproducible.ts')] },
  {
    name: 'lint',
    commands: [tool('eslint/bin/eslint.js', '-c', `${config}/eslint.config.mjs`, 'packages', 'examples', 'docs')],
  },
  { name: 'manifest', commands: [script('packages/check-manifest.ts')] },
  { name: 'budgets', commands: [tool('size-limit/bin.js')], after: ['build'] },
  { name: 'entries', commands: [script('packages/check-entries.ts')], after: ['build'] },
  { name: 'docs', commands: [[source, 'docs/build.ts']], after: ['build', 'manifest'] },
  { name: 'packages', commands: [script('packages/check-packages.ts')], after: ['build', 'types', 'manifest'] },
  { name: 'node tests', commands: [nodeTests('packages/!(testing|audit)/test/**/*.node.test.ts')] },
  // These run the demo and the docs, which are made from the bundles.
  { name: 'whole tests', commands: [nodeTests('packages/testing/test/{*,!(audits)/**/*}.node.test.ts')], after: ['browser', 'build'] },
  {
    name: 'web tests',
    commands: [tool('@web/test-runner/dist/bin.js', '--config', `${config}/web-test-runner.config.mjs`)],
    after: ['browser'],
  },
  // An audit measures how soon a page shows something, so nothing else may run beside it.
  {
    name: 'audit tests',
    commands: [nodeTests('packages/audit/test/**/*.node.test.ts')],
    after: ['browser', 'node tests', 'whole tests', 'web tests', 'docs', 'packages', 'lint'],
  },
  {
    name: 'audits of the demo',
    commands: [nodeTests('packages/testing/test/audits/*.node.test.ts')],
    after: ['build', 'audit tests'],
  },
];
