// Packs every published package as npm would, and lets publint and attw judge the result.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNpm } from '../npm-path.ts';
import { publishedPackages, root } from '../places.ts';

// What npm packs: sources, what is built from them, the manifest of the elements, and npm's own three.
const EXPECTED = /^(src\/.+\.ts|dist\/.+\.(js|d\.ts)(\.map)?|cdn\/.+\.js(\.map)?|custom-elements\.json|package\.json|README\.md|LICENSE)$/;

interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs into a folder, and names every file that nobody meant to publish. */
function pack(into: string): { tarballs: string[]; strangers: string[] } {
  const workspaces = publishedPackages.flatMap((name) => ['--workspace', `packages/${name}`]);
  const args = [findNpm(), 'pack', ...workspaces, '--pack-destination', into, '--ignore-scripts', '--json', '--loglevel=error'];
  const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const packed: readonly Packed[] = JSON.parse(output);
  return {
    tarballs: packed.map(({ filename }) => join(into, filename)),
    strangers: packed.flatMap(({ name, files }) =>
      files.filter(({ path }) => !EXPECTED.test(path)).map(({ path }) => `${name}: ${path}`),
    ),
  };
}

function judge(tool: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) console.error(`${args.join(' ')}\n${stdout}${stderr}`);
  return status === 0;
}

const folder = mkdtempSync(join(tmpdir(), 'leavewell-'));
try {
  const { tarballs, strangers } = pack(folder);
  for (const stranger of strangers) console.error(`${stranger}: nobody meant to publish this`);
  const verdicts = tarballs.map((tarball) => [
    judge('publint/src/cli.js', ['run', tarball, '--strict']),
    judge('@arethetypeswrong/cli/dist/index.js', [tarball, '--profile', 'esm-only', '--no-color', '--no-emoji']),
  ]);
  const good = verdicts.filter((verdict) => verdict.every(Boolean)).length;
  console.log(`${good} of ${publishedPackages.length} packages please publint and attw`);
  process.exitCode = good === publishedPackages.length && strangers.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
