import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundles, root } from './places.ts';

const INPUTS = ['packages/*/src/**/*.ts', 'packages/*/package.json', 'rollup.config.mjs', 'tsconfig.json', 'package-lock.json'];
const stampFile = join(root, 'node_modules', '.cache', 'leavewell', 'bundles');

/** Changes whenever a file that the bundles are made from does: by path, size and time of change. */
function sourceStamp(): string {
  const hash = createHash('sha256');
  for (const file of globSync(INPUTS, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Whether the browser bundles were made from the sources as they are now. */
export function areBundlesCurrent(): boolean {
  const built = bundles.every((file) => existsSync(join(root, file)));
  return built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
}

/** Remembers that the bundles were just made. */
export function markBundlesCurrent(): void {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, sourceStamp());
}
