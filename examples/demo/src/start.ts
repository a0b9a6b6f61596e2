import { fileURLToPath } from 'node:url';
import { prepareFolder } from './data-folder.ts';
import { DemoSettingsError, readDemoSettings } from './demo-settings.ts';

const defaultFolder = fileURLToPath(new URL('../../../.leavewell', import.meta.url));

const patienceMs = 2_000;

/** Started through npm, it ends when the script in between is killed, so that the port is free for the next start. */
function endWithStarter(stop: () => Promise<void>): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) void stop();
  }, 250).unref();
}

async function start(): Promise<void> {
  const settings = readDemoSettings(process.env, defaultFolder);
  prepareFolder(settings.folder);
  // Loaded only now, so that a slip in the settings is answered at once.
  const [{ openDemo }, { listen }] = await Promise.all([import('./open-demo.ts'), import('./listen.ts')]);
  const demo = await openDemo(settings);
  const server = await listen(demo.handler, settings);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    // A browser may hold a connection open without asking for anything.
    setTimeout(() => process.exit(0), patienceMs).unref();
    await server.close();
    await demo.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  endWithStarter(stop);
  console.log(demo.store);
  if (settings.now !== null) console.log(`the clock started at ${settings.now}`);
  // By this name, because passkeys belong to a name and never to an address.
  console.log(`ready ${server.url.replace('127.0.0.1', 'localhost')}/`);
}

start().catch((error: unknown) => {
  console.error(error instanceof DemoSettingsError ? error.message : error);
  process.exit(error instanceof DemoSettingsError ? 2 : 1);
});
