import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from '../places.ts';

/** How many bytes a file takes on its way to a page. */
export interface BundleSize {
  readonly file: string;
  readonly gzip: number;
  readonly brotli: number;
}

/** Measures every browser bundle and every part that is loaded on demand. */
export function bundleSizes(): BundleSize[] {
  const files = globSync('packages/*/cdn/**/*.js', { cwd: root }).sort();
  return files.map((file) => {
    const bytes = readFileSync(join(root, file));
    return { file, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
  });
}
