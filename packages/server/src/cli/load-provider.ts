/// <reference types="node" />
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BillingProvider } from '../ports/billing-provider.ts';
import { UsageError } from './usage-error.ts';

/** Providers that are known by a name alone. */
const known: Readonly<Record<string, string>> = {
  ledger: '@leavewell/providers/ledger',
  stripe: '@leavewell/providers/stripe',
  paddle: '@leavewell/providers/paddle',
};

const methods = ['current', 'read', 'cancelRenewal', 'resumeRenewal'];

/**
 * The provider of a name, package or file: its default export, or what that makes when it is a function, which reads
 * its own secrets from the environment. Throws UsageError that names `--provider` and what to give instead.
 */
export async function loadProvider(given: string): Promise<BillingProvider> {
  const provider = await made(given);
  if (isProvider(provider)) return provider;
  throw new UsageError(
    `--provider "${given}" has no billing provider: export one, or a function that makes one, as default`,
  );
}

async function made(given: string): Promise<unknown> {
  const specifier = known[given] ?? (/^[./]/.test(given) ? pathToFileURL(resolve(given)).href : given);
  try {
    const module: Record<string, unknown> = await import(specifier);
    const found = module['default'];
    return typeof found === 'function' ? await found() : found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--provider "${given}" could not be loaded: ${reason}`);
  }
}

function isProvider(value: unknown): value is BillingProvider {
  if (typeof value !== 'object' || value === null || typeof Reflect.get(value, 'name') !== 'string') return false;
  return methods.every((method) => typeof Reflect.get(value, method) === 'function');
}
