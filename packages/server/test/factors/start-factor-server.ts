import type { AddFactor, HostMember, VerificationMethod, VerifiedAct } from '@leavewell/contract';
import type { HandlerOptions } from '@leavewell/server';
import { passkeyVerifier } from '@leavewell/server/passkey';
import { embeddedPassword } from '@leavewell/server/password';
import { totpVerifier } from '@leavewell/server/totp';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { URI } from 'otpauth';
import { startServer, type Caller, type TestServer } from '../handler/start-server.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

/** The site whose pages ask. */
export const site = { rpId: 'example.com', origin: 'https://www.example.com' };

/** Every way a member can have, best first. */
export const ladder = ['passkey', 'password', 'sms_code', 'email_code', 'totp'] as const;

/** What seals the secrets of authenticator apps. */
export const sealingSecret = 'a-sealing-secret-of-32-characters';

/** A policy for China that accepts these ways, in this order. */
export function accepting(
  verification: readonly VerificationMethod[],
  companyCheck?: 'administrator_password' | 'company_credential',
): NonNullable<HandlerOptions['policy']> {
  return { place: 'CN', wishes: { CN: { verification, ...(companyCheck && { companyCheck }) } } };
}

/** Starts a handler with every factor that is kept here; options replace any part. */
export function startFactorServer(options: Partial<HandlerOptions> = {}): Promise<TestServer> {
  return startServer({
    policy: accepting(ladder),
    verifiers: [
      passkeyVerifier({ rpId: site.rpId, rpName: 'Example', origins: [site.origin] }),
      embeddedPassword(),
      totpVerifier({ issuer: 'Example', sealingSecret }),
    ],
    ...options,
  });
}

/** Li Wen with some of it changed, as the host describes her now. */
export async function memberWith(
  server: TestServer,
  changes: Partial<HostMember>,
  host: Caller = server.host,
): Promise<Caller> {
  const { token } = await host.ok('createSession', { body: { member: { ...fixtureMembers['li-wen'], ...changes } } });
  return server.caller({ authorization: `Bearer ${token}` });
}

/** Li Wen without a phone or an address, so that only what she sets up here can verify her. */
export const unreachable = { phone: null, email: null } as const;

/** Asks for a verification; of cancelling `m_pro` when nothing else is said. */
export function start(
  caller: Caller,
  method: VerificationMethod,
  command: VerifiedAct = 'cancelRenewal',
  membershipId = 'm_pro',
) {
  return caller.ok('startVerification', { body: { membershipId, command, method } });
}

/** Verifies a caller by the code that was sent, and resolves to the proof. */
export async function proofBySms(
  server: TestServer,
  caller: Caller,
  command: VerifiedAct = 'cancelRenewal',
  membershipId = 'm_pro',
): Promise<string> {
  const { id } = await start(caller, 'sms_code', command, membershipId);
  return (await caller.ok('finishVerification', { id, body: { code: server.lastCode() } })).proof;
}

/** Begins to set a factor up; shows the member by SMS first where they have a phone. */
export async function setUp(server: TestServer, caller: Caller, wanted: Omit<AddFactor, 'proof'>) {
  const { verificationMethods } = await caller.ok('getSession');
  const hasPhone = verificationMethods.some(({ method }) => method === 'sms_code');
  const proof = hasPhone ? await proofBySms(server, caller, 'changeFactors') : undefined;
  return caller.ok('addFactor', { body: { ...wanted, proof } });
}

/** Sets up a passkey and resolves to the authenticator that holds it. */
export async function setUpPasskey(server: TestServer, caller: Caller): Promise<SoftwareAuthenticator> {
  const authenticator = await SoftwareAuthenticator.create(site);
  const { id, passkey } = await setUp(server, caller, { method: 'passkey' });
  assert.ok(passkey);
  await caller.ok('finishFactor', { id, body: { attestation: await authenticator.create(passkey) } });
  return authenticator;
}

/** What a member's authenticator app shows at a moment. */
export type App = (at: Date) => string;

/** Reads the address of a setup as an app does. */
export function appOf(otpauth: string | null): App {
  const totp = URI.parse(otpauth ?? '');
  return (at) => totp.generate({ timestamp: at.getTime() });
}

/** Sets up an authenticator app; the time step of its first code is used up by that. */
export async function setUpApp(server: TestServer, caller: Caller): Promise<App> {
  const { id, otpauth } = await setUp(server, caller, { method: 'totp' });
  const app = appOf(otpauth);
  await caller.ok('finishFactor', { id, body: { code: app(server.clock.now()) } });
  return app;
}

/** Sets up a password. */
export async function setUpPassword(server: TestServer, caller: Caller, code: string): Promise<void> {
  const { id } = await setUp(server, caller, { method: 'password' });
  await caller.ok('finishFactor', { id, body: { code } });
}

/** The factors in the store, removed ones too. */
export function storedFactors({ store }: TestServer, memberId = 'li-wen', tenantId = 'acme') {
  return store.read((reads) => reads.listFiled('factor', tenantId, { memberId, limit: 100 }));
}

/** An order to cancel with this proof. */
export function order(proof: string | undefined, key = 'intent-0001', id = 'm_pro') {
  return { id, key, body: { proof } };
}
