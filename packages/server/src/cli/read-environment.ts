/// <reference types="node" />
import { VerificationMethod } from '@leavewell/contract';
import { findProfile, profileIds, type ProfileId } from '@leavewell/policies';
import { clockStartingAt, systemClock, type Clock } from '../ports/clock.ts';
import { UsageError } from './usage-error.ts';

/** What the variables say. */
export interface Environment {
  readonly hostKeys: readonly string[];
  readonly sessionSecret: string | null;
  readonly databaseUrl: string | null;
  readonly messagesUrl: string | null;
  /** A list of keys as JSON; null to keep one in the folder. */
  readonly receiptKeys: string | null;
  readonly webhook: { readonly url: string; readonly secrets: readonly string[] } | null;
  readonly clock: Clock;
  readonly place: ProfileId;
  /** How cancelling is verified, best first; not at all when empty. */
  readonly verification: readonly VerificationMethod[];
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The variables of `leavewell serve`. Throws UsageError that names the variable and what to give instead. */
export function readEnvironment(variables: Variables): Environment {
  const databaseUrl = addressIn(variables, 'DATABASE_URL', /^postgres(ql)?:$/, 'postgres://');
  const sessionSecret = variables['LEAVEWELL_SESSION_SECRET'] || null;
  if (databaseUrl !== null && sessionSecret === null) {
    throw new UsageError(
      'LEAVEWELL_SESSION_SECRET is missing: with DATABASE_URL give every process the same 32 random characters or more',
    );
  }
  return {
    hostKeys: hostKeysIn(variables),
    sessionSecret,
    databaseUrl,
    messagesUrl: addressIn(variables, 'LEAVEWELL_MESSAGES_URL', /^https?:$/, 'http:// or https://'),
    receiptKeys: variables['LEAVEWELL_RECEIPT_KEYS'] || null,
    webhook: webhookIn(variables),
    clock: clockIn(variables),
    place: placeIn(variables),
    verification: verificationIn(variables),
  };
}

function wordsOf(value: string | undefined): string[] {
  return (value ?? '').split(/\s+/).filter((word) => word !== '');
}

function hostKeysIn({ LEAVEWELL_HOST_KEY: value }: Variables): string[] {
  const keys = wordsOf(value);
  if (keys.length > 0 && keys.every((key) => key.length >= 16)) return keys;
  throw new UsageError('No secret, no start: set LEAVEWELL_HOST_KEY to at least 16 random characters');
}

function addressIn(variables: Variables, name: string, protocol: RegExp, starts: string): string | null {
  const url = variables[name];
  if (url === undefined || url === '') return null;
  if (protocol.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new UsageError(`${name} is no address: give one that starts with ${starts}, or none`);
}

function webhookIn(variables: Variables): Environment['webhook'] {
  const url = addressIn(variables, 'LEAVEWELL_WEBHOOK_URL', /^https?:$/, 'https://');
  if (url === null) return null;
  const secrets = wordsOf(variables['LEAVEWELL_WEBHOOK_SECRET']);
  if (secrets.length > 0) return { url, secrets };
  throw new UsageError('No secret, no start: set LEAVEWELL_WEBHOOK_SECRET to whsec_ and 24 random bytes or more in base64');
}

function placeIn({ LEAVEWELL_PLACE: name }: Variables): ProfileId {
  const found = findProfile(name || 'BASE');
  if (found !== undefined) return found;
  throw new UsageError(`LEAVEWELL_PLACE "${name}" has no profile: give one of ${profileIds.join(', ')}`);
}

function verificationIn({ LEAVEWELL_VERIFICATION: value }: Variables): VerificationMethod[] {
  return wordsOf(value).map((word) => {
    const method = VerificationMethod.safeParse(word);
    if (method.success) return method.data;
    const known = VerificationMethod.options.join(', ');
    throw new UsageError(`LEAVEWELL_VERIFICATION "${word}" is no way to verify: give some of ${known}`);
  });
}

function clockIn({ LEAVEWELL_NOW: instant }: Variables): Clock {
  try {
    return instant === undefined || instant === '' ? systemClock : clockStartingAt(instant);
  } catch {
    throw new UsageError(`LEAVEWELL_NOW "${instant}" is no instant: give one such as 2026-11-22T02:42:00Z, or none`);
  }
}
