import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { readImports } from './read-imports.ts';

// The docs are built with the same tools as the packages.
const BUILD_TOOLS = 'packages/testing/scripts/';
const FOLDERS = ['packages/*/test', 'examples/*/src', 'examples/*/test', 'docs'];

/** The folder a file may move in: `packages/sdk`, `examples/demo`, `docs`. */
function homeOf(path: string): string {
  return path.split('/').slice(0, path.startsWith('docs/') ? 1 : 2).join('/');
}

function leavesHome(path: string, specifier: string): boolean {
  const target = posix.join(posix.dirname(path), specifier);
  const isTool = path.startsWith('docs/') && target.startsWith(BUILD_TOOLS);
  return specifier.startsWith('.') && homeOf(target) !== homeOf(path) && !isTool;
}

/** Imports of tests, examples and docs that reach into a package past its exports, or use the test kit outside tests. */
export function findOuterImportFaults(root: string): string[] {
  const paths = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: root }));
  return paths.flatMap((found) => {
    const path = found.replaceAll('\\', '/');
    if (path.includes('/node_modules/') || path.includes('/dist/') || path.startsWith('docs/site/')) return [];
    const { imports } = readImports(readFileSync(posix.join(root, path), 'utf8'));
    return imports.flatMap(({ specifier, line }) => {
      const leaves = specifier !== null && leavesHome(path, specifier);
      const kit = specifier?.startsWith('@leavewell/testing') && !path.includes('/test/');
      const why = leaves ? 'import the package by its name' : kit ? 'the test kit is imported by tests only' : undefined;
      return why === undefined ? [] : [`${path}:${line}: ${specifier}: ${why}`];
    });
  });
}
