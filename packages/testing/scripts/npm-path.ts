import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of npm's own script, so that it can be run by any Node without a shell. */
export function findNpm(): string {
  const given = process.env['npm_execpath'];
  if (given !== undefined && given !== '') return given;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => [
    join(folder, 'npm'),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]);
  const found = candidates.filter((path) => existsSync(path)).map((path) => realpathSync(path));
  const script = found.find((path) => path.endsWith('npm-cli.js'));
  if (script === undefined) throw new Error('npm was not found; run this through `npm test`.');
  return script;
}
