// Refuses every import that the architecture's table does not have.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../places.ts';
import { findCycles } from './import-cycles.ts';
import { computedImports, folderRules, forbiddenLiterals, packageRules, type FolderRule } from './import-rules.ts';
import { findOuterImportFaults } from './outer-imports.ts';
import { findNodeInPages } from './page-reach.ts';
import type { ImportRecord } from './read-imports.ts';
import { readSourceGraph, type SourceFile, type SourceGraph } from './source-graph.ts';

/** Whether `specifier` is one of `names` or below one; a name that ends in `:` or `/` is a beginning. */
function isAmong(specifier: string, names: readonly string[]): boolean {
  return names.some((name) => specifier === name || specifier.startsWith(/[:/]$/.test(name) ? name : `${name}/`));
}

/** Why a relative import is refused: it leaves its package, leads nowhere, or hides its file's ending. */
function relativeFault(graph: SourceGraph, file: SourceFile, record: ImportRecord): string | undefined {
  const target = graph.resolve(file, record) ?? '';
  if (!target.startsWith(`${file.packageName}/src/`)) return 'it leads out of its own package; import the package by its name';
  return graph.files.has(target) ? undefined : 'there is no such file';
}

/** Why an import of a package is refused. */
function packageFault(graph: SourceGraph, file: SourceFile, specifier: string, typeOnly: boolean): string | undefined {
  const rule = packageRules[file.packageName];
  if (rule === undefined) return `the table has no package "${file.packageName}"; add it to import-rules.ts`;
  if (!isAmong(specifier, rule.packages)) {
    return `${file.packageName} may import only ${rule.packages.join(', ') || 'its own files'}`;
  }
  if (!typeOnly && isAmong(specifier, rule.typesOnly ?? [])) return 'only its types may be imported; write `import type`';
  const isDeepImport = specifier.startsWith('@leavewell/') && graph.entry(specifier) === undefined;
  return isDeepImport ? 'that package has no such entry in its exports' : undefined;
}

/** Why an import is refused by the rule of the folder it stands in. */
function folderFault(rule: FolderRule, file: SourceFile, specifier: string, typeOnly: boolean): string | undefined {
  const target = posix.join(posix.dirname(file.path), specifier);
  if (specifier.startsWith('.') && target.startsWith(rule.folder)) return undefined;
  const name = specifier.startsWith('.') ? target.slice(`${file.packageName}/src/`.length) : specifier;
  if (!isAmong(name, [...rule.packages, ...rule.folders])) {
    return `${rule.folder} may import only ${[...rule.packages, ...rule.folders].join(', ') || 'its own files'}`;
  }
  return !typeOnly && isAmong(name, rule.typesOnly) ? 'only its types may be imported; write `import type`' : undefined;
}

function importFault(graph: SourceGraph, file: SourceFile, record: ImportRecord): string | undefined {
  const { specifier, typeOnly } = record;
  if (specifier === null && computedImports.includes(file.path)) return undefined;
  if (specifier === null) return 'a dynamic import must name its module in a plain string';
  const general = specifier.startsWith('.')
    ? relativeFault(graph, file, record)
    : packageFault(graph, file, specifier, typeOnly);
  const rules = folderRules.filter(({ folder }) => file.path.startsWith(folder));
  return general ?? rules.map((rule) => folderFault(rule, file, specifier, typeOnly)).find(Boolean);
}

function literalFaults(file: SourceFile): string[] {
  const rules = forbiddenLiterals.filter(({ folder }) => file.path.startsWith(folder));
  return rules.flatMap(({ pattern, why }) =>
    file.literals.filter(({ text }) => pattern.test(text)).map(({ text, line }) => `${file.path}:${line}: "${text}": ${why}`),
  );
}

/** Packages that a file imports and its package.json does not name. */
function undeclaredFault(at: string, file: SourceFile, { specifier, typeOnly }: ImportRecord): string | undefined {
  if (specifier === null || typeOnly || /^(\.|node:)/.test(specifier)) return undefined;
  const manifest = JSON.parse(readFileSync(join(at, 'packages', file.packageName, 'package.json'), 'utf8'));
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  return name in declared ? undefined : `"${name}" is not among the dependencies in its package.json`;
}

/** Every import below `at` that is refused, as `path:line: import: why`. */
export function findImportFaults(at: string): string[] {
  const graph = readSourceGraph(at);
  const perFile = [...graph.files.values()].flatMap((file) => [
    ...file.imports.flatMap((record) => {
      const why = importFault(graph, file, record) ?? undeclaredFault(at, file, record);
      return why === undefined ? [] : [`${file.path}:${record.line}: ${record.specifier ?? 'import()'}: ${why}`];
    }),
    ...literalFaults(file),
  ]);
  return [...perFile, ...findCycles(graph), ...findNodeInPages(graph), ...findOuterImportFaults(at)];
}

if (import.meta.main) {
  const faults = findImportFaults(root);
  for (const fault of faults) console.error(fault);
  console.log(`imports: ${faults.length === 0 ? 'every arrow is in the table' : `${faults.length} refused`}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
