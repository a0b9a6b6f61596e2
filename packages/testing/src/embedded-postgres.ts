/// <reference types="node" />
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Client, type QueryResult } from 'pg';
import { preparePostgresFiles, type PostgresFiles } from './postgres-files.ts';

/** A real PostgreSQL on this machine, in a folder that goes with it. */
export interface EmbeddedPostgres {
  /** A database, as an ordinary role that owns it and may neither bypass row security nor create roles. */
  readonly url: string;
  /** The same database, as superuser. */
  readonly adminUrl: string;
  /** Makes another empty database of the ordinary role; resolves to its address. */
  createDatabase(): Promise<string>;
  /** Ends it without warning, all its processes at once. */
  kill(): Promise<void>;
  /** Starts it again on the same port and files. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const role = 'member_service';
const database = 'memberships';
/** Small, because several may run beside each other; fsync and synchronous_commit stay as PostgreSQL has them: on. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=32MB',
  'max_wal_size=128MB',
  'logging_collector=off',
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** English rules of order, so that a query that forgets to ask for the order of code points is found out. */
function createCluster({ initdb, data, passwordFile, asUser }: PostgresFiles): void {
  const order = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  // `--no-sync` is about these first files only.
  const flags = [`--pgdata=${data}`, '--no-sync', '--no-instructions', ...order, ...access];
  execFileSync(initdb, flags, { ...asUser, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Resolves when it takes connections, rejects with its own words when it ends before. */
function launch({ postgres, data, asUser }: PostgresFiles, port: number): Promise<ChildProcess> {
  const flags = [...settings, `port=${port}`].flatMap((setting) => ['-c', setting]);
  const server = spawn(postgres, ['-D', data, ...flags], { ...asUser, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const onEnd = (): void => reject(new Error(`PostgreSQL ended at its start: ${said}`));
    server.once('error', reject);
    server.once('close', onEnd);
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (server.exitCode === null) said = `${said}${text}`.slice(-4000);
      if (!said.includes('ready to accept connections')) return;
      server.removeListener('close', onEnd);
      resolve(server);
    });
  });
}

/** Processes of a killed cluster may hold its memory for a moment; PostgreSQL refuses to start until they are gone. */
async function relaunch(files: PostgresFiles, port: number): Promise<ChildProcess> {
  for (let tries = 0; ; tries++) {
    try {
      return await launch(files, port);
    } catch (error) {
      if (tries === 50 || !/shared memory|lock file/.test(String(error))) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function withAdmin<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

/** The server's process: ended at the latest with this one, and begun again on the same port and files. */
async function keepServer(
  files: PostgresFiles,
  port: number,
): Promise<Pick<EmbeddedPostgres, 'restart' | 'stop'> & { killWith(pids: readonly number[]): Promise<void> }> {
  let server = await launch(files, port);
  const abandon = (): void => {
    server.kill('SIGKILL');
    rmSync(files.folder, { recursive: true, force: true });
  };
  const endWith = (signal: NodeJS.Signals): void => {
    abandon();
    process.kill(process.pid, signal);
  };
  process.once('exit', abandon).once('SIGINT', endWith).once('SIGTERM', endWith);

  return {
    killWith: async (pids) => {
      const ended = end(server, 'SIGKILL');
      killAll(pids);
      await ended;
    },
    restart: async () => {
      await end(server, 'SIGINT');
      server = await relaunch(files, port);
    },
    stop: async () => {
      await end(server, 'SIGINT');
      process.removeListener('exit', abandon).removeListener('SIGINT', endWith).removeListener('SIGTERM', endWith);
      await rm(files.folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a PostgreSQL of its own, with fsync and on loopback only, as root or as any user. It ends with this process
 * at the latest. Takes about a second, so share one among the tests of a file.
 */
export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  const password = randomBytes(16).toString('hex');
  const files = await preparePostgresFiles(password);
  createCluster(files);
  const port = await freePort();
  const { killWith, restart, stop } = await keepServer(files, port);

  const address = (user: string, name: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  const asAdmin = (text: string): Promise<QueryResult> =>
    withAdmin(address('postgres', 'postgres'), (client) => client.query(text));
  await asAdmin(`create role ${role} login password '${password}'`);
  await asAdmin(`create database ${database} owner ${role}`);
  let made = 0;

  return {
    url: address(role, database),
    adminUrl: address('postgres', database),
    createDatabase: async () => {
      const name = `${database}_${(made += 1)}`;
      await asAdmin(`create database ${name} owner ${role}`);
      return address(role, name);
    },
    kill: async () => {
      const { rows } = await asAdmin('select pid from pg_stat_activity');
      await killWith(rows.map(({ pid }) => Number(pid)));
    },
    restart,
    stop,
  };
}
