import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS, findChromium } from '../scripts/browsers.ts';
import { webSummary } from '../scripts/web-summary.ts';

const rootDir = fileURLToPath(new URL('../../..', import.meta.url));

export default {
  rootDir,
  files: ['packages/*/test/**/*.test.ts', '!**/*.node.test.ts'],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  nodeResolve: { exportConditions: ['@leavewell/source', 'development', 'browser'] },
  browsers: [chromeLauncher({ launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS } })],
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // The first accessibility check takes longer than mocha's two seconds on a busy machine.
  testFramework: { config: { timeout: 15_000 } },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}/tsconfig.json` })],
  reporters: [defaultReporter({ reportTestProgress: false }), webSummary],
};
