// Builds the browser bundles, when their sources changed since the last time; `--force` builds them anyway.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { areBundlesCurrent, markBundlesCurrent } from './bundle-stamp.ts';
import { root } from './places.ts';

/** Builds the bundles with rollup, in a process of its own. */
export function buildBundles(): void {
  const rollup = join(root, 'node_modules', 'rollup', 'dist', 'bin', 'rollup');
  execFileSync(process.execPath, [rollup, '-c', '--silent', '--configBundles'], { cwd: root, stdio: 'inherit' });
  markBundlesCurrent();
}

if (import.meta.main && (process.argv.includes('--force') || !areBundlesCurrent())) {
  console.log('building the browser bundles (only after a change)');
  buildBundles();
}
