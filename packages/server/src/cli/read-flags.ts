/// <reference types="node" />
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { LimitChanges } from '../limits/limit-table.ts';
import { UsageError } from './usage-error.ts';

/** What the command line says. */
export interface Flags {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly mountPath: string;
  readonly providers: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly limits: LimitChanges;
}

/** The flags of `leavewell serve`; null when help was asked for. Throws UsageError that names the flag. */
export function readFlags(argv: string[]): Flags | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const [command, ...rest] = positionals;
  if (command !== 'serve' || rest.length > 0) {
    throw new UsageError(`unknown command "${positionals.join(' ')}": use serve`);
  }
  if (!values.data) throw new UsageError('--data is missing: name a folder, such as --data ./leavewell');
  return {
    data: resolve(values.data),
    port: portOf(values.port ?? ''),
    host: values.host,
    mountPath: values.mount,
    providers: values.provider.length === 0 ? ['ledger'] : values.provider,
    allowedOrigins: values['allow-origin'].map(originOf),
    trustedProxies: values['trusted-proxy'],
    limits: Object.fromEntries(values.limit.map(limitOf)),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        mount: { type: 'string', default: '' },
        provider: { type: 'string', multiple: true, default: [] },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        'trusted-proxy': { type: 'string', multiple: true, default: [] },
        limit: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function portOf(port: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new UsageError(`--port "${port}" is no port: give a number from 0 to 65535`);
}

function originOf(origin: string): string {
  if (URL.parse(origin)?.origin === origin) return origin;
  throw new UsageError(
    `--allow-origin "${origin}" is no origin: give scheme, host and port alone, such as https://www.example.com`,
  );
}

/** Which limits there are and which numbers they take is checked with the other options. */
function limitOf(given: string): [string, number | 'off'] {
  const [, name, value] = /^(\w+)=(\d{1,9}|off)$/.exec(given) ?? [];
  if (name !== undefined && value !== undefined) return [name, value === 'off' ? value : Number(value)];
  throw new UsageError(`--limit "${given}" is no limit: give a name and a number or off, such as requestsPerAddress=2000`);
}
