import { profileIds } from '@leavewell/policies';
import type { HandlerOptions } from './handler-options.ts';
import { parseIpRange } from './limits/ip-address.ts';
import { remedyOfLimit } from './limits/limit-table.ts';
import { faultsOfWishes } from './policy/create-policies.ts';
import { systemClock } from './ports/clock.ts';
import { receiptKeysFault } from './receipts/check-receipt-keys.ts';
import { webhookFaults } from './webhooks/out/check-webhooks.ts';

/** Throws TypeError that names the option and what to give instead. */
function ensure(holds: boolean, option: string, remedy: string): void {
  if (!holds) throw new TypeError(`createHandler: option "${option}": ${remedy}`);
}

function firstRepeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

function checkSecrets({ sessionSecret, hostKeys }: HandlerOptions): void {
  const secretLength = typeof sessionSecret === 'string' ? sessionSecret.length : 0;
  ensure(secretLength >= 32, 'sessionSecret', `give at least 32 random characters, not ${secretLength}.`);
  ensure(Array.isArray(hostKeys), 'hostKeys', 'give a list of { tenantId, secret }.');
  hostKeys.forEach(({ tenantId, secret }, index) => {
    ensure(
      typeof tenantId === 'string' && tenantId !== '',
      `hostKeys[${index}].tenantId`,
      'give the id of the tenant.',
    );
    ensure(
      typeof secret === 'string' && secret.length >= 16,
      `hostKeys[${index}].secret`,
      'give at least 16 random characters.',
    );
  });
  ensure(
    firstRepeated(hostKeys.map(({ secret }) => secret)) === undefined,
    'hostKeys',
    'give every key its own secret; two are alike.',
  );
}

function checkProviders({ providers }: HandlerOptions): void {
  ensure(Array.isArray(providers) && providers.length > 0, 'providers', 'give at least one billing provider.');
  const names = providers.map(({ name }) => name);
  for (const name of names) {
    const isName = typeof name === 'string' && name.length >= 1 && name.length <= 40;
    ensure(isName, 'providers', `"${name}" is not a name; use 1 to 40 characters.`);
  }
  const repeated = firstRepeated(names);
  ensure(repeated === undefined, 'providers', `"${repeated}" is given twice; each name stands for one provider.`);
}

function checkVerification({ policy = {}, verifiers = [] }: HandlerOptions): void {
  const given = verifiers.map(({ method }) => method);
  const repeated = firstRepeated(given);
  ensure(repeated === undefined, 'verifiers', `"${repeated}" is given twice; each method has one verifier.`);
  const known: readonly string[] = ['sms_code', 'email_code', 'host_login', ...given];
  for (const [place, { verification = [], companyCheck }] of Object.entries(policy.wishes ?? {})) {
    for (const method of [...verification, ...(companyCheck ? [companyCheck] : [])]) {
      const remedy = `"${method}" has no verifier; use ${known.join(', ')} or add it to "verifiers".`;
      ensure(known.includes(method), `policy.wishes.${place}`, remedy);
    }
  }
}

/** A setting that breaks a rule stops the start, with the rule's id and article. */
function checkPolicy({ policy = {}, clock = systemClock }: HandlerOptions): void {
  for (const name of [...Object.keys(policy.wishes ?? {}), ...(typeof policy.place === 'string' ? [policy.place] : [])]) {
    const isKnown = profileIds.some((id) => id === name);
    ensure(isKnown, 'policy', `there is no profile "${name}"; use ${profileIds.join(', ')}.`);
  }
  for (const { option, remedy } of faultsOfWishes(policy, clock.now().toISOString().slice(0, 10))) {
    ensure(false, option, remedy);
  }
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

function checkAddresses({ mountPath = '', allowedOrigins = [] }: HandlerOptions): void {
  const isPath = mountPath === '' || /^(\/[A-Za-z0-9._~-]+)+$/.test(mountPath);
  ensure(
    isPath,
    'mountPath',
    `"${mountPath}" must be "" or start with a slash and not end with one, such as "/leavewell".`,
  );
  for (const origin of allowedOrigins) {
    const remedy = `"${origin}" must be scheme, host and port alone, such as "https://www.example.com".`;
    ensure(isOrigin(origin), 'allowedOrigins', remedy);
  }
}

function checkLimits({ trustedProxies = [], limits = {} }: HandlerOptions): void {
  ensure(Array.isArray(trustedProxies), 'trustedProxies', 'give a list of addresses or ranges.');
  for (const proxy of trustedProxies) {
    const isRange = typeof proxy === 'string' && parseIpRange(proxy) !== null;
    ensure(isRange, 'trustedProxies', `"${proxy}" must be an address or range, such as "10.0.0.7" or "10.0.0.0/8".`);
  }
  for (const [name, value] of Object.entries(limits)) {
    const remedy = remedyOfLimit(name, value);
    ensure(remedy === null, `limits.${name}`, `${remedy}`);
  }
}

/** Refuses options that could not work or would not be safe. Throws TypeError that names the option and the remedy. */
export function checkOptions(options: HandlerOptions): void {
  ensure(typeof options.store?.transaction === 'function', 'store', 'give a store, such as createMemoryStore().');
  ensure(typeof options.sender?.send === 'function', 'sender', 'give an object with send(message).');
  checkSecrets(options);
  checkProviders(options);
  checkVerification(options);
  checkPolicy(options);
  const keyFault = receiptKeysFault(options.receiptKeys ?? []);
  ensure(keyFault === null, 'receiptKeys', `${keyFault}`);
  checkAddresses(options);
  checkLimits(options);
  for (const { option, remedy } of webhookFaults(options)) ensure(false, option, remedy);
}
