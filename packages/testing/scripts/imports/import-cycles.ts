import type { SourceGraph } from './source-graph.ts';

/** Every ring of files that import each other, each once, as a readable line. */
export function findCycles(graph: SourceGraph): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const cycles: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start !== -1) cycles.push(`${[...trail.slice(start), path].join(' -> ')}: these files import each other`);
    const file = graph.files.get(path);
    if (start !== -1 || done.has(path) || file === undefined) return;
    trail.push(path);
    for (const record of file.imports) {
      const target = graph.resolve(file, record);
      if (target !== undefined && target !== path) visit(target);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of graph.files.keys()) visit(path);
  return cycles;
}
