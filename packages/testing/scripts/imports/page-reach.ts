import { nodeOnly, pageEntries } from './import-rules.ts';
import type { SourceGraph } from './source-graph.ts';

/** Imports of Node's own modules in files that a page loads, with the entry they are reached from. */
export function findNodeInPages(graph: SourceGraph): string[] {
  const faults: string[] = [];
  for (const specifier of pageEntries) {
    const seen = new Set<string>();
    const visit = (path: string | undefined): void => {
      const file = path === undefined ? undefined : graph.files.get(path);
      if (file === undefined || seen.has(file.path)) return;
      seen.add(file.path);
      for (const record of file.imports.filter(({ typeOnly }) => !typeOnly)) {
        const isNodeOnly = nodeOnly.some((name) => record.specifier?.startsWith(name));
        if (isNodeOnly) faults.push(`${file.path}:${record.line}: ${record.specifier} cannot be loaded by a page, and ${specifier} reaches this file`);
        visit(graph.resolve(file, record));
      }
    };
    visit(graph.entry(specifier));
  }
  return faults;
}
