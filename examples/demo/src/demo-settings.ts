import { resolve } from 'node:path';

/** What the environment says about one start of the demo. */
export interface DemoSettings {
  /** Where to listen; with `portIsFixed` false the next free one is taken instead. */
  readonly port: number;
  readonly portIsFixed: boolean;
  /** Where state is kept. */
  readonly folder: string;
  /** The instant at which the demo's clock starts; null for the machine's clock. */
  readonly now: string | null;
  /** The host's secret key; null to keep a random one in the folder. */
  readonly hostKey: string | null;
  /** The address of a leavewell server that runs by itself, with its mount path; null to run one inside the demo. */
  readonly server: string | null;
}

/** A value that the demo cannot start with. The message names the variable and the remedy. */
export class DemoSettingsError extends Error {
  override readonly name = 'DemoSettingsError';
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65535) return port;
  throw new DemoSettingsError(`PORT is "${value}". Give a whole number from 1 to 65535, or leave PORT out.`);
}

/** A date that does not exist, such as 31 February, would move to another day when parsed. */
function readInstant(value: string): string {
  const date = new Date(INSTANT.test(value) ? value : Number.NaN);
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === value.slice(0, 19)) return value;
  throw new DemoSettingsError(
    `LEAVEWELL_NOW is "${value}". Give an instant in UTC such as 2026-11-22T02:42:00Z, or leave LEAVEWELL_NOW out.`,
  );
}

function readHostKey(value: string): string {
  if (/^[\x21-\x7e]{16,200}$/.test(value)) return value;
  throw new DemoSettingsError(
    'LEAVEWELL_HOST_KEY does not fit. Give 16 to 200 characters without spaces, or leave LEAVEWELL_HOST_KEY out.',
  );
}

function readServer(value: string): string {
  if (/^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value.replace(/\/$/, '');
  throw new DemoSettingsError(
    `LEAVEWELL_SERVER is "${value}". Give an address such as http://127.0.0.1:8787/leavewell, or leave it out.`,
  );
}

/**
 * Reads PORT, LEAVEWELL_DATA, LEAVEWELL_NOW, LEAVEWELL_HOST_KEY and LEAVEWELL_SERVER; an empty value counts as absent.
 * @throws DemoSettingsError when a value does not fit
 */
export function readDemoSettings(env: NodeJS.ProcessEnv, defaultFolder: string): DemoSettings {
  const { PORT, LEAVEWELL_DATA, LEAVEWELL_NOW, LEAVEWELL_HOST_KEY, LEAVEWELL_SERVER } = env;
  return {
    port: PORT ? readPort(PORT) : 4400,
    portIsFixed: Boolean(PORT),
    folder: LEAVEWELL_DATA ? resolve(LEAVEWELL_DATA) : defaultFolder,
    now: LEAVEWELL_NOW ? readInstant(LEAVEWELL_NOW) : null,
    hostKey: LEAVEWELL_HOST_KEY ? readHostKey(LEAVEWELL_HOST_KEY) : null,
    server: LEAVEWELL_SERVER ? readServer(LEAVEWELL_SERVER) : null,
  };
}
