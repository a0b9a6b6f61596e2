// Builds the browser bundles once more: the same sources must give the same bytes.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from '../build-bundles.ts';
import { areBundlesCurrent } from '../bundle-stamp.ts';
import { root } from '../places.ts';

function hashes(): Map<string, string> {
  const files = globSync('packages/*/cdn/**/*.{js,map}', { cwd: root }).sort();
  return new Map(files.map((file) => [file, createHash('sha384').update(readFileSync(join(root, file))).digest('base64')]));
}

if (!areBundlesCurrent()) buildBundles();
const first = hashes();
buildBundles();
const second = hashes();
const names = [...new Set([...first.keys(), ...second.keys()])];
const different = names.filter((name) => first.get(name) !== second.get(name));
for (const name of different) console.error(`${name}: another build gave other bytes`);
console.log(`${names.length - different.length} of ${names.length} bundle files are the same in two builds`);
process.exitCode = different.length === 0 && names.length > 0 ? 0 : 1;
