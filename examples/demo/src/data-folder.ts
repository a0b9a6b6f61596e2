import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemoSettingsError } from './demo-settings.ts';

/** Makes the folder of the demo's state when it is absent. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DemoSettingsError(
      `LEAVEWELL_DATA is "${folder}", which is no folder this program may write to. Name one that is, or that can be made.`,
      { cause },
    );
  }
}

/** A random secret that stays the same from start to start, readable by the owner only. */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new DemoSettingsError(
    `The file ${name} in the LEAVEWELL_DATA folder holds no usable secret. Delete it; a new one is made at the next start.`,
  );
}
