// Imports every entry of every package as published, in a Node without a DOM; none may throw or write anything.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { entriesOf, publishedPackages, root } from '../places.ts';

function importEntry(specifier: string): string | undefined {
  const code = `await import(${JSON.stringify(specifier)})`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  const said = `${stdout}${stderr}`.trim();
  return status === 0 && said === '' ? undefined : `${specifier}: ${said || `ended with ${status}`}`;
}

const specifiers = publishedPackages.flatMap((name) =>
  entriesOf(join(root, 'packages', name)).map(({ specifier }) => specifier),
);
const faults = specifiers.flatMap((specifier) => importEntry(specifier) ?? []);
for (const fault of faults) console.error(fault);
console.log(`${specifiers.length - faults.length} of ${specifiers.length} entries can be imported without a browser`);
process.exitCode = faults.length === 0 ? 0 : 1;
