// Bundles the example into dist/main.js, or into the folder given as argument.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

await build({
  entryPoints: [resolve(here, 'src/main.tsx')],
  outdir: resolve(process.argv[2] ?? resolve(here, 'dist')),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  // Reads leavewell's sources, so that nothing has to be built first. Leave it out with the published packages.
  conditions: ['@leavewell/source', 'production', 'browser'],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
