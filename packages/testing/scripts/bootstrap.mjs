// Runs `demo`, `test`, `bench` or `campaign` from a fresh clone. Plain Node is enough and node_modules may be missing: it installs
// what the lock file names, then starts the real script with the Node 24 that npm installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const modules = join(root, 'node_modules');
const lock = join(root, 'package-lock.json');
const stamp = join(modules, '.cache', 'leavewell', 'lock');
const OLDEST_TO_START = 20;
const OLDEST_TO_RUN = 24;
const COMMANDS = {
  demo: { before: 'packages/testing/scripts/build-bundles.ts', script: 'examples/demo/src/start.ts' },
  test: { script: 'packages/testing/scripts/test.ts' },
  bench: { before: 'packages/testing/scripts/build-bundles.ts', script: 'packages/testing/scripts/bench.ts' },
  campaign: { script: 'packages/testing/scripts/campaign.ts' },
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

function lockHash() {
  return existsSync(lock) ? createHash('sha256').update(readFileSync(lock)).digest('hex') : 'no lock file';
}

/** Whether node_modules is what the lock file names: by our stamp, or by an install by hand after the lock changed. */
function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  const npmRecord = join(modules, '.package-lock.json');
  return existsSync(npmRecord) && existsSync(lock) && statSync(npmRecord).mtimeMs >= statSync(lock).mtimeMs;
}

function install() {
  const args = [existsSync(lock) ? 'ci' : 'install', '--loglevel=error'];
  console.log(`npm ${args[0]}: installing what package-lock.json names (once)`);
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail(`npm ${args[0]} failed; see its output above.`);
}

function ensureInstalled() {
  if (!isInstalled()) install();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockHash());
}

/** The Node that npm installed for this platform, or this one when it is new enough. */
function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(modules, `node-${os}-${process.arch}`, 'bin', file);
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_TO_RUN) return process.execPath;
  return fail(
    `Node ${process.versions.node} is too old here: npm brings Node 24 for Linux and for Windows on x64; ` +
      `on this platform (${process.platform} ${process.arch}) install Node 24 from https://nodejs.org and try again.`,
  );
}

/** The parent of a process, where the system tells. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S /s, '').split(' ')[0];
  } catch {
    return undefined;
  }
}

/** Ends `child` when npm is gone: npm starts us through a shell, which may swallow the signal, or outlive npm. */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const ancestry = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const start = ancestry();
  setInterval(() => {
    if (ancestry() !== start) child.kill('SIGTERM');
  }, 500).unref();
}

function run({ before, script }, args) {
  const node = findNode();
  const path = [join(modules, '.bin'), dirname(node), process.env.PATH].join(delimiter);
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } };
  if (before !== undefined && spawnSync(node, [join(root, before)], options).status !== 0) process.exit(1);
  const child = spawn(node, ['--conditions=@leavewell/source', join(root, script), ...args], options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.on('error', (error) => fail(`${node} did not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const [command, ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < OLDEST_TO_START) {
  fail(`Node ${process.versions.node} is too old: leavewell needs Node ${OLDEST_TO_START}.19 or newer to start.`);
}
if (!Object.hasOwn(COMMANDS, command ?? '')) fail(`Say what to run: bootstrap.mjs ${Object.keys(COMMANDS).join(' | ')}`);
ensureInstalled();
run(COMMANDS[command], args);
