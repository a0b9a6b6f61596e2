import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { entriesOf } from '../places.ts';
import { readImports, type FileReading, type ImportRecord } from './read-imports.ts';

/** One source file: its package, and what it imports. Paths are below `packages/`, with forward slashes. */
export interface SourceFile extends FileReading {
  readonly path: string;
  readonly packageName: string;
}

/** All source files of all packages, and where each import leads. */
export interface SourceGraph {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The file below `packages/` that an import leads to; undefined for one outside this repository. */
  resolve(from: SourceFile, record: ImportRecord): string | undefined;
  /** The source file of a specifier such as `@leavewell/server/memory`. */
  entry(specifier: string): string | undefined;
}

function readFiles(root: string): Map<string, SourceFile> {
  const paths = globSync('packages/*/src/**/*.ts', { cwd: root }).sort();
  return new Map(
    paths.map((found) => {
      const path = found.replaceAll('\\', '/').slice('packages/'.length);
      const packageName = path.slice(0, path.indexOf('/'));
      return [path, { path, packageName, ...readImports(readFileSync(posix.join(root, found), 'utf8')) }];
    }),
  );
}

function readEntries(root: string): Map<string, string> {
  const manifests = globSync('packages/*/package.json', { cwd: root });
  return new Map(
    manifests.flatMap((manifest) => {
      const folder = posix.dirname(manifest.replaceAll('\\', '/'));
      const name = posix.basename(folder);
      return entriesOf(posix.join(root, folder)).map(({ specifier, source }): [string, string] => [specifier, `${name}/${source}`]);
    }),
  );
}

/** Reads the packages below `root`. */
export function readSourceGraph(root: string): SourceGraph {
  const files = readFiles(root);
  const entries = readEntries(root);
  return {
    files,
    resolve: (from, { specifier }) => {
      if (specifier === null) return undefined;
      return specifier.startsWith('.') ? posix.join(posix.dirname(from.path), specifier) : entries.get(specifier);
    },
    entry: (specifier) => entries.get(specifier),
  };
}
