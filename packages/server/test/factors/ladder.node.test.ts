import type { VerificationMethod } from '@leavewell/contract';
import { passwordVerifier } from '@leavewell/server/password';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caller, TestServer } from '../handler/start-server.ts';
import type { SoftwareAuthenticator } from './software-authenticator.ts';
import {
  accepting,
  ladder,
  memberWith,
  order,
  setUpApp,
  setUpPasskey,
  setUpPassword,
  start,
  startFactorServer,
  type App,
} from './start-factor-server.ts';

const password = 'korrekt häst batteri';

/** Li Wen with every factor there is. */
async function startWithEverything() {
  const server = await startFactorServer();
  const liWen = await memberWith(server, {});
  const authenticator = await setUpPasskey(server, liWen);
  await setUpPassword(server, liWen, password);
  const app = await setUpApp(server, liWen);
  server.clock.advance(60_000);
  return { server, liWen, authenticator, app };
}

interface Factors {
  readonly server: TestServer;
  readonly authenticator: SoftwareAuthenticator;
  readonly app: App;
}

/** How a member answers each of them. */
const answers: Record<(typeof ladder)[number], (of: Factors, challenge: string) => Promise<unknown>> = {
  passkey: async ({ authenticator }, challenge) => ({ assertion: await authenticator.get({ challenge }) }),
  password: async () => ({ code: password }),
  sms_code: async ({ server }) => ({ code: server.lastCode() }),
  email_code: async ({ server }) => ({ code: server.lastCode() }),
  totp: async ({ server, app }) => ({ code: app(server.clock.now()) }),
};

async function cancelBy(
  method: (typeof ladder)[number],
  liWen: Caller,
  factors: Factors,
): Promise<VerificationMethod | null> {
  const { id, passkey } = await start(liWen, method);
  const body = await answers[method](factors, passkey?.challenge ?? '');
  const { proof } = await liWen.ok('finishVerification', { id, body });
  return (await liWen.ok('cancelRenewal', order(proof))).receipt.verifiedBy;
}

const methodsOf = async (caller: Caller) =>
  (await caller.ok('previewCancelRenewal', { id: 'm_pro' })).verification.methods;

describe('the ladder of ways to verify', () => {
  it('names what this member has, in the order of the policy (P1, P3)', async () => {
    const { liWen } = await startWithEverything();
    assert.deepEqual(await methodsOf(liWen), [...ladder]);
  });

  for (const method of ladder) {
    it(`lets ${method} alone cancel: one way is enough (S21)`, async () => {
      const { server, liWen, ...factors } = await startWithEverything();
      assert.equal(await cancelBy(method, liWen, { server, ...factors }), method);
    });
  }

  it('goes on with each taken away in turn, and at the end a person is asked, at the time of asking (P3, S43, AU8)', async () => {
    const { server, liWen } = await startWithEverything();
    const left = new Set<VerificationMethod>(ladder);
    let caller = liWen;
    for (const method of ['totp', 'password', 'passkey'] as const) {
      const { id } = await start(caller, 'sms_code', 'changeFactors');
      const { proof } = await caller.ok('finishVerification', { id, body: { code: server.lastCode() } });
      const factor = (await caller.ok('listFactors')).items.find((item) => item.method === method);
      await caller.ok('removeFactor', { id: factor?.id ?? '', body: { proof } });
      left.delete(method);
      assert.deepEqual(await methodsOf(caller), ladder.filter((each) => left.has(each)));
      for (const other of left) await start(caller, other);
    }
    caller = await memberWith(server, { email: null });
    assert.deepEqual(await methodsOf(caller), ['sms_code']);
    caller = await memberWith(server, { email: null, phone: null });
    assert.deepEqual(await methodsOf(caller), []);
    await caller.refused('cancelRenewal', 'verification_required', order(undefined));
    server.clock.advance(1234);
    const body = { kind: 'cannot_cancel', membershipId: 'm_pro' };
    const { requestedAt } = await caller.ok('requestSupport', { body });
    assert.equal(requestedAt, '2026-11-22T02:43:01.234Z');
    assert.equal((await caller.ok('requestSupport', { body })).requestedAt, requestedAt);
  });

  it('does not end at a gateway that fails: the next way is open at once (P3, S22)', async () => {
    const server = await startFactorServer({ sender: { send: async () => Promise.reject(new Error('down')) } });
    const liWen = await memberWith(server, { phone: null, email: null });
    const authenticator = await setUpPasskey(server, liWen);
    const reachable = await memberWith(server, {});
    for (const method of ['sms_code', 'email_code']) {
      const body = { membershipId: 'm_pro', command: 'cancelRenewal', method };
      await reachable.refused('startVerification', 'message_not_sent', { body });
    }
    const { id, passkey } = await start(reachable, 'passkey');
    assert.ok(passkey);
    const { proof } = await reachable.ok('finishVerification', { id, body: { assertion: await authenticator.get(passkey) } });
    await reachable.ok('cancelRenewal', order(proof));
  });

  for (const spent of ladder) {
    it(`does not end at ${spent} whose tries are used up: every other works at once (P3, RL2)`, async () => {
      const { server, liWen, ...factors } = await startWithEverything();
      const { id } = await start(liWen, spent);
      // Of an app three codes are right at any time, so that fewer guesses are looked at.
      for (let tries = 0; tries < (spent === 'totp' ? 3 : 5); tries += 1) {
        await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: 'wrong' } });
      }
      await liWen.refused('finishVerification', 'verification_attempts_exceeded', { id, body: { code: 'wrong' } });
      const other = ladder[(ladder.indexOf(spent) + 1) % ladder.length];
      assert.ok(other);
      assert.equal(await cancelBy(other, liWen, { server, ...factors }), other);
    });
  }

  it("does not end at a host's own check that fails", async () => {
    const check = async () => Promise.reject(new Error('directory is down'));
    const policy = accepting(['password', 'sms_code']);
    const server = await startFactorServer({ verifiers: [passwordVerifier({ check })], policy });
    const liWen = await server.member();
    const { id } = await start(liWen, 'password');
    await liWen.refused('finishVerification', 'verification_method_unavailable', { id, body: { code: password } });
    await start(liWen, 'sms_code');
  });
});
