#!/usr/bin/env node
/// <reference types="node" />
import { readFlags } from './cli/read-flags.ts';
import { serve } from './cli/serve.ts';
import { usage } from './cli/usage.ts';
import { UsageError } from './cli/usage-error.ts';

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags === null) return console.log(usage);
  const server = await serve(flags, process.env);
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
  // What a handler's options or a store refuse is a matter of configuration as well.
  const isUsage = error instanceof UsageError || error instanceof TypeError;
  console.error(`leavewell: ${error instanceof Error ? error.message : String(error)}`);
  if (isUsage) console.error(`\n${usage}`);
  process.exitCode = isUsage ? 2 : 1;
}
