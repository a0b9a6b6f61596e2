import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, without a slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** The packages that are published, in the order in which they may import each other. */
export const publishedPackages = ['contract', 'policies', 'locales', 'sdk', 'elements', 'server', 'providers', 'audit'] as const;

/** The browser bundles that rollup writes for pages without a build of their own. */
export const bundles = [
  'packages/elements/cdn/member-center.js',
  'packages/elements/cdn/cancel-renewal.js',
  'packages/elements/cdn/leavewell.js',
  'packages/sdk/cdn/leavewell-sdk.js',
] as const;

/** One way into a package. */
export interface PackageEntry {
  /** The name it is imported by: `@leavewell/server/memory`. */
  readonly specifier: string;
  /** Its source below the package: `src/store/memory/memory-store.ts`. */
  readonly source: string;
  /** What rollup writes, below `dist` and without an ending: `store/memory/memory-store`. */
  readonly output: string;
}

/** The entries of a package, read from the `exports` of its package.json. */
export function entriesOf(folder: string): PackageEntry[] {
  const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(exports ?? {}).flatMap(([subpath, target]) => {
    const source: unknown = typeof target === 'string' ? target : Object(target)['@leavewell/source'];
    if (typeof source !== 'string' || !source.startsWith('./src/')) return [];
    const output = source.slice('./src/'.length).replace(/\.ts$/, '');
    return [{ specifier: `${name}${subpath.slice(1)}`, source: source.slice(2), output }];
  });
}
