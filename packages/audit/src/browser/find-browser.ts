/// <reference types="node" />
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Whether a file is there and can be run. */
export function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium on this machine; undefined leaves it to the browser that playwright brought. */
export function findBrowser(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter);
  const named = [environment.LEAVEWELL_BROWSER, environment.CHROME_PATH].filter(
    (path) => path !== undefined && path !== '',
  );
  return [...named, ...places, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    (path) => path !== undefined && isRunnable(path),
  );
}
