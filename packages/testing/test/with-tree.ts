import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes `files` below a new folder, gives the folder to `work`, and removes it again. */
export function withTree<T>(files: Readonly<Record<string, string>>, work: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'leavewell-tree-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The package.json of a package with one entry, `src/index.ts`. */
export function manifest(name: string, dependencies: readonly string[] = []): string {
  return JSON.stringify({
    name: `@leavewell/${name}`,
    exports: { '.': { '@leavewell/source': './src/index.ts', default: './dist/index.js' } },
    dependencies: Object.fromEntries(dependencies.map((each) => [each, '1.0.0'])),
  });
}
