// Finds Chromium; run directly, it also installs Chromium and a Chinese font where it may (Debian or Ubuntu, as root).
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const isRoot = process.getuid?.() === 0;

/** Keeps the browser quiet on a closed network and to few processes, and lets root run it. */
export const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-site-isolation-trials',
  '--lang=en-US',
  ...(isRoot ? ['--no-sandbox'] : []),
];

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function locateChromium(): string | undefined {
  const dirs = (process.env.PATH ?? '').split(delimiter);
  const candidates = [process.env.CHROME_PATH, ...NAMES.flatMap((name) => dirs.map((dir) => join(dir, name))), ...PATHS];
  return candidates.find((path) => path !== undefined && path !== '' && isRunnable(path));
}

/** The path of a Chromium that can be started. */
export function findChromium(): string {
  const path = locateChromium();
  if (path === undefined) {
    throw new Error('No Chromium found. Set CHROME_PATH, or install it: apt-get install chromium fonts-noto-cjk');
  }
  return path;
}

/** Installs packages of Debian or Ubuntu. Only root can. */
export function aptInstall(packages: readonly string[]): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

/** Installs what the web tests need and this machine lacks. Only root on Debian or Ubuntu can; elsewhere it does nothing. */
export function ensureBrowser(): void {
  if (!isRoot || !isRunnable('/usr/bin/apt-get')) return;
  const missing = [
    ...(locateChromium() === undefined ? ['chromium'] : []),
    ...(existsSync(CJK_FONT) ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length === 0) return;
  console.log(`installing ${missing.join(' and ')} for the web tests`);
  aptInstall(missing);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureBrowser();
  console.log(`chromium: ${findChromium()}`);
}
