#!/usr/bin/env node
/// <reference types="node" />
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serve, type RunningServer } from './adapters/node.ts';
import { createHandler } from './handler.ts';
import type { HandlerOptions, LogEntry } from './handler-options.ts';
import { httpSender, noSender } from './outbox/http-sender.ts';
import { createOutboxRunner } from './outbox/outbox-runner.ts';
import type { BillingProvider } from './ports/billing-provider.ts';
import { clockStartingAt, systemClock, type Clock } from './ports/clock.ts';
import { openSqliteStore } from './store/sql/sqlite-store.ts';

const usage = `leavewell serve --data <folder> --port <n> [--host <address>] [--provider <module>]
                [--allow-origin <origin>]...

  --data          folder for the database and the session secret; created when missing
  --port          port to listen on; 0 for any free one
  --host          address to listen on; 127.0.0.1 when absent
  --provider      module with a billing provider; @leavewell/providers/ledger when absent
  --allow-origin  origin whose pages may call, such as https://www.example.com; may be given again

  LEAVEWELL_HOST_KEY      secret of the host's backend, at least 16 characters; required
  LEAVEWELL_MESSAGES_URL  address that messages are posted to as JSON; an SMS code is then asked for before cancelling
  LEAVEWELL_NOW           instant at which the clock starts, for trials`;

const outboxEveryMs = 30_000;

/** What was asked for cannot be started; says which flag or variable, and what to give instead. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Flags {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly provider: string;
  readonly allowedOrigins: readonly string[];
}

function readFlags(argv: string[]): Flags | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const [command, ...rest] = positionals;
  if (command !== 'serve' || rest.length > 0)
    throw new UsageError(`unknown command "${positionals.join(' ')}": use serve`);
  if (!values.data) throw new UsageError('--data is missing: name a folder, such as --data ./leavewell');
  const port = values.port ?? '';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`--port "${port}" is no port: give a number from 0 to 65535`);
  }
  const allowedOrigins = values['allow-origin'];
  const wrong = allowedOrigins.find((origin) => URL.parse(origin)?.origin !== origin);
  if (wrong !== undefined) {
    throw new UsageError(
      `--allow-origin "${wrong}" is no origin: give scheme, host and port alone, such as https://www.example.com`,
    );
  }
  const { data, host, provider } = values;
  return { data: resolve(data), port: Number(port), host, provider, allowedOrigins };
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
        provider: { type: 'string', default: '@leavewell/providers/ledger' },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function hostKeyOf({ LEAVEWELL_HOST_KEY: secret }: NodeJS.ProcessEnv): string {
  if (secret !== undefined && secret.length >= 16) return secret;
  throw new UsageError('No secret, no start: set LEAVEWELL_HOST_KEY to at least 16 random characters');
}

function clockOf({ LEAVEWELL_NOW: instant }: NodeJS.ProcessEnv): Clock {
  try {
    return instant === undefined ? systemClock : clockStartingAt(instant);
  } catch {
    throw new UsageError(`LEAVEWELL_NOW "${instant}" is no instant: give one such as 2026-11-22T02:42:00Z, or none`);
  }
}

function messagesUrlOf({ LEAVEWELL_MESSAGES_URL: url }: NodeJS.ProcessEnv): string | null {
  if (url === undefined || url === '') return null;
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new UsageError('LEAVEWELL_MESSAGES_URL is no address: give one that starts with http:// or https://, or none');
}

/** The secret that signs sessions, made at the first start; only the owner of the folder may read it. */
async function sessionSecretIn(folder: string): Promise<string> {
  const file = join(folder, 'session-secret');
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

function isProvider(value: unknown): value is BillingProvider {
  if (typeof value !== 'object' || value === null || typeof Reflect.get(value, 'name') !== 'string') return false;
  const methods = ['current', 'read', 'cancelRenewal', 'resumeRenewal'];
  return methods.every((method) => typeof Reflect.get(value, method) === 'function');
}

async function loadProvider(specifier: string): Promise<BillingProvider> {
  const isPath = /^[./]/.test(specifier);
  try {
    const module: Record<string, unknown> = await import(isPath ? pathToFileURL(resolve(specifier)).href : specifier);
    const found = module['default'] ?? module['ledgerProvider'];
    const provider: unknown = typeof found === 'function' ? await found() : found;
    if (isProvider(provider)) return provider;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--provider "${specifier}" could not be loaded: ${reason}; install it or name another module`);
  }
  throw new UsageError(
    `--provider "${specifier}" has no billing provider: export one, or a function that makes one, as default`,
  );
}

function logLine({ level, message, requestId, error }: LogEntry): void {
  if (level === 'error') console.error(requestId ?? '-', message, error ?? '');
}

async function start(flags: Flags, env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const [hostKey, clock, messagesUrl] = [hostKeyOf(env), clockOf(env), messagesUrlOf(env)];
  const provider = await loadProvider(flags.provider);
  await mkdir(flags.data, { recursive: true, mode: 0o700 });
  const sessionSecret = await sessionSecretIn(flags.data);
  const store = await openSqliteStore({ file: join(flags.data, 'leavewell.sqlite') });
  const sender = messagesUrl === null ? noSender : httpSender(messagesUrl);
  const options: HandlerOptions = {
    store,
    clock,
    sender,
    sessionSecret,
    providers: [provider],
    hostKeys: [{ tenantId: 'default', secret: hostKey }],
    allowedOrigins: flags.allowedOrigins,
    verification: { cancelRenewal: messagesUrl === null ? [] : ['sms_code'] },
    log: logLine,
  };
  const server = await serve({ handler: createHandler(options), port: flags.port, hostname: flags.host });
  const stopOutbox = createOutboxRunner({ store, sender, clock, log: logLine }).start(outboxEveryMs);
  console.log(`store: ${store.describe()}`);
  console.log(
    messagesUrl === null ? 'verification: none, because LEAVEWELL_MESSAGES_URL is not set' : 'verification: SMS code',
  );
  return {
    url: server.url,
    close: async () => {
      stopOutbox();
      await server.close();
      await store.close();
    },
  };
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags === null) return console.log(usage);
  const server = await start(flags, process.env);
  console.log(`ready ${server.url}`);
  const stop = () => {
    server.close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  console.error(`leavewell: ${error instanceof Error ? error.message : String(error)}`);
  if (isUsage) console.error(`\n${usage}`);
  process.exitCode = isUsage ? 2 : 1;
}
