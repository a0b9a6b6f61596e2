import type { HandlerOptions, HostAuthentication } from '@leavewell/server';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isStrongLogin, stepUpChallenge } from '../../src/verification/host-login.ts';
import { accepting } from '../factors/start-factor-server.ts';
import { startServer } from '../handler/start-server.ts';

const stepUp = { acrValues: ['urn:example:mfa', 'phr'], maxAgeSeconds: 300 };
const now = new Date('2026-11-22T02:42:00Z');
const fresh: HostAuthentication = { at: '2026-11-22T02:40:00Z', acr: 'phr' };
const intent = { id: 'm_pro', key: 'intent-0001' };

/** A server behind the host's own login, and Li Wen's browser with its cookie. */
async function startLoggedIn(authentication: HostAuthentication | null, options: Partial<HandlerOptions> = {}) {
  const server = await startServer({
    policy: accepting(['host_login', 'sms_code']),
    stepUp,
    identify: async () => ({
      ...fixtureMembers['li-wen'],
      tenantId: 'acme',
      ...(authentication && { authentication }),
    }),
    ...options,
  });
  return { server, liWen: server.caller({ 'sec-fetch-site': 'same-origin' }) };
}

describe("the host's own login as a verification", () => {
  it('lets a command pass without a proof while it is fresh and strong, and the receipt says so (AU2)', async () => {
    const { liWen } = await startLoggedIn(fresh);
    assert.deepEqual((await liWen.ok('previewCancelRenewal', { id: 'm_pro' })).verification, {
      required: true,
      methods: ['host_login', 'sms_code'],
    });
    const { receipt } = await liWen.ok('cancelRenewal', intent);
    assert.equal(receipt.verifiedBy, 'host_login');
  });

  const refused: readonly (readonly [string, HostAuthentication | null])[] = [
    ['that is too old', { ...fresh, at: '2026-11-22T02:36:59Z' }],
    ['of the future', { ...fresh, at: '2026-11-22T02:43:01Z' }],
    ['whose time is no time', { ...fresh, at: 'just now' }],
    ['that is too weak', { ...fresh, acr: 'pwd' }],
    ['that does not say how strong it is', { ...fresh, acr: null }],
    ['of which nothing is known', null],
  ];
  for (const [what, authentication] of refused) {
    it(`asks for another by the names of RFC 9470 after one ${what} (AU2)`, async () => {
      const { liWen } = await startLoggedIn(authentication);
      await liWen.refused('cancelRenewal', 'step_up_required', intent);
      const { status, headers } = await liWen.ask('cancelRenewal', intent);
      assert.equal(status, 401);
      assert.equal(
        headers.get('www-authenticate'),
        'Bearer error="insufficient_user_authentication", error_description="A different authentication level is required", ' +
          'acr_values="urn:example:mfa phr", max_age="300"',
      );
      assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'on');
    });
  }

  it('asks for a verification instead where another way comes first', async () => {
    const { liWen } = await startLoggedIn(null, { policy: accepting(['sms_code', 'host_login']) });
    await liWen.refused('cancelRenewal', 'verification_required', intent);
    const { liWen: loggedIn } = await startLoggedIn(fresh, { policy: accepting(['sms_code', 'host_login']) });
    assert.equal((await loggedIn.ok('cancelRenewal', intent)).receipt.verifiedBy, 'host_login');
  });

  it('counts for nothing where the policy does not list it, or nobody said what it has to be (AU2, AU5)', async () => {
    const { liWen } = await startLoggedIn(fresh, { policy: accepting(['sms_code']) });
    await liWen.refused('cancelRenewal', 'verification_required', intent);
    const server = await startServer({
      policy: accepting(['host_login', 'sms_code']),
      identify: async () => ({ ...fixtureMembers['li-wen'], tenantId: 'acme', authentication: fresh }),
    });
    const unset = server.caller({ 'sec-fetch-site': 'same-origin' });
    await unset.refused('cancelRenewal', 'verification_required', intent);
    assert.deepEqual((await unset.ok('previewCancelRenewal', { id: 'm_pro' })).verification.methods, ['sms_code']);
  });

  it('is nothing to start, and nothing that our own session tokens can claim (AU2)', async () => {
    const { liWen } = await startLoggedIn(null);
    const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'host_login' };
    await liWen.refused('startVerification', 'verification_method_unavailable', { body });
    const server = await startServer({ policy: accepting(['host_login', 'sms_code']), stepUp });
    const member = await server.member();
    await member.refused('cancelRenewal', 'verification_required', intent);
    assert.deepEqual((await member.ok('previewCancelRenewal', { id: 'm_pro' })).verification.methods, ['sms_code']);
  });

  it('leaves the other ways open: a proof by SMS works after a login that was too old (P3)', async () => {
    const { server, liWen } = await startLoggedIn(null);
    const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };
    const { id } = await liWen.ok('startVerification', { body });
    const { proof } = await liWen.ok('finishVerification', { id, body: { code: server.lastCode() } });
    const { receipt } = await liWen.ok('cancelRenewal', { ...intent, body: { proof } });
    assert.equal(receipt.verifiedBy, 'sms_code');
  });

  it('is measured by our clock, to the second, with a minute for one that is ahead (AU2)', () => {
    const at = (instant: string) => isStrongLogin({ at: instant, acr: 'phr' }, stepUp, now);
    assert.deepEqual(
      ['2026-11-22T02:37:00Z', '2026-11-22T02:36:59Z', '2026-11-22T02:43:00Z', '2026-11-22T02:43:01Z'].map(at),
      [true, false, true, false],
    );
    assert.equal(isStrongLogin({ ...fresh, acr: null }, { ...stepUp, acrValues: [] }, now), true);
  });

  it('is asked for in a header that no value can break out of', () => {
    const header = stepUpChallenge({ acrValues: ['a"b\\c', 'd\r\ne'], maxAgeSeconds: 60 });
    assert.match(header, /acr_values="a\\"b\\\\c de", max_age="60"$/);
    assert.doesNotMatch(stepUpChallenge({ acrValues: [], maxAgeSeconds: 60 }), /acr_values/);
  });
});
