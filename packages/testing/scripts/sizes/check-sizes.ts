// Refuses files over 350 lines and functions over 60, and prints how long they usually are.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';
import { measureFile, type FileSize } from './measure-file.ts';

const FILES = '{packages,examples,docs}/**/*.{ts,tsx,mjs,js,css,html}';
const WRITTEN_BY_TOOLS = /(^|\/)(node_modules|dist|cdn|coverage)\/|^docs\/site\//;
const MAX_FILE_LINES = 350;
const MAX_FUNCTION_LINES = 60;

interface MeasuredFile extends FileSize {
  readonly path: string;
}

/** Measures what people wrote below `at`. */
export function measureTree(at: string): MeasuredFile[] {
  return globSync(FILES, { cwd: at, exclude: ['**/node_modules', '**/dist', '**/cdn', 'docs/site'] })
    .map((found) => found.replaceAll('\\', '/'))
    .filter((path) => !WRITTEN_BY_TOOLS.test(path))
    .sort()
    .map((path) => ({ path, ...measureFile(path, readFileSync(join(at, path), 'utf8')) }));
}

/** Every file and function that is too long, as a readable line. */
export function findOversized(files: readonly MeasuredFile[]): string[] {
  return files.flatMap(({ path, lines, functions }) => [
    ...(lines > MAX_FILE_LINES ? [`${path}: ${lines} lines, at most ${MAX_FILE_LINES}`] : []),
    ...functions
      .filter((each) => each.lines > MAX_FUNCTION_LINES)
      .map((each) => `${path}:${each.line}: ${each.name} has ${each.lines} lines, at most ${MAX_FUNCTION_LINES}`),
  ]);
}

function spread(lengths: readonly number[]): string {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `${sorted.length}, median ${at(0.5)}, p90 ${at(0.9)}, max ${sorted.at(-1) ?? 0} lines`;
}

function report(files: readonly MeasuredFile[]): void {
  const isTest = ({ path }: MeasuredFile): boolean => /\/test\//.test(path);
  const total = (some: readonly MeasuredFile[]): number => some.reduce((sum, { lines }) => sum + lines, 0);
  const sources = files.filter((file) => !isTest(file));
  const tests = files.filter(isTest);
  console.log(`source files: ${spread(sources.map(({ lines }) => lines))}`);
  console.log(`source functions: ${spread(sources.flatMap(({ functions }) => functions.map(({ lines }) => lines)))}`);
  console.log(`test files: ${spread(tests.map(({ lines }) => lines))}`);
  console.log(`test functions: ${spread(tests.flatMap(({ functions }) => functions.map(({ lines }) => lines)))}`);
  const published = sources.filter(({ path }) => /^packages\/(?!testing\/)/.test(path));
  console.log(`tests per source line of the packages: ${(total(tests) / Math.max(1, total(published))).toFixed(2)}`);
}

if (import.meta.main) {
  const files = measureTree(root);
  const oversized = findOversized(files);
  for (const line of oversized) console.error(line);
  report(files);
  process.exitCode = oversized.length === 0 ? 0 : 1;
}
