import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  belongsTo,
  createInPageServer,
  fixtureMembers,
  membershipFixture,
  type FixtureMembershipId,
  type InPageServer,
} from '../src/index.ts';

const canceled = { idempotencyKey: 'one-intent-of-li-wen' };

describe('the in-page server', () => {
  it('lets a member cancel with the code that was sent', async () => {
    const server = createInPageServer();
    const client = server.client();
    const subject = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' } as const;
    const { id } = await client.startVerification(subject);
    const { proof } = await client.finishVerification(id, server.lastCode());
    const { membership } = await client.cancelRenewal('m_pro', { ...canceled, proof });
    assert.equal(membership.state, 'ending');
    assert.equal(membership.lastDay, '2026-12-31');
  });

  it('needs no code when verification is switched off', async () => {
    const { membership } = await createInPageServer({ verification: false }).client().cancelRenewal('m_pro', canceled);
    assert.equal(membership.renewal, 'off');
  });

  it('declares three memberships of the company before the first request', async () => {
    const { items } = await createInPageServer().client().listMemberships();
    assert.deepEqual(items.map(({ id }) => id).toSorted(), ['m_export', 'm_pro', 'm_team']);
  });

  it('declares what a test asks for, with changes', async () => {
    const server = createInPageServer({ memberships: [] });
    await server.putMembership('m_pro', { ...belongsTo('chen-hao'), facts: { renewal: 'off' } });
    const { items } = await server.client('chen-hao').listMemberships();
    assert.deepEqual(items.map(({ id, holder, renewal }) => [id, holder.name, renewal]), [['m_pro', 'Chen Hao', 'off']]);
    assert.deepEqual((await server.client('wang-fang').listMemberships()).items, []);
  });

  it("answers in the language of the client", async () => {
    const membership = await createInPageServer().client('li-wen', 'zh-CN').getMembership('m_pro');
    assert.equal(membership.plan.name, '专业版');
  });

  it('stands still until a test moves the clock', async () => {
    const server = createInPageServer();
    assert.equal((await server.client().getSession()).asOf, '2026-11-22T02:42:00Z');
    server.clock.advance(90_000);
    assert.equal((await server.client().getSession()).asOf, '2026-11-22T02:43:30Z');
    server.clock.set('2026-12-10T00:00:00Z');
    assert.equal((await server.client().getMembership('m_export')).state, 'expired');
  });

  it('says that no code was sent yet', () => {
    assert.throws(() => createInPageServer().lastCode(), /No code was sent yet/);
  });
});

describe('failures to come', () => {
  /** One try to cancel, without the repeats of the client. */
  async function tryToCancel(server: InPageServer): Promise<Response> {
    const headers = {
      authorization: `Bearer ${await server.getToken()}`,
      'content-type': 'application/json',
      'idempotency-key': 'one-intent-of-li-wen',
    };
    const url = `${server.endpoint}/v1/memberships/m_pro/cancel-renewal`;
    return server.fetch(new Request(url, { method: 'POST', headers, body: '{}' }));
  }

  it('spoils the next request of one operation, once', async () => {
    const server = createInPageServer({ verification: false });
    server.failNext({ status: 503, operation: 'cancelRenewal', code: 'provider_unavailable' });
    await server.client().getSession();
    const problem: unknown = await (await tryToCancel(server)).json();
    assert.equal(Object(problem).code, 'provider_unavailable');
    assert.equal((await tryToCancel(server)).status, 200);
    assert.deepEqual(
      server.requests.filter(({ method }) => method === 'POST').map(({ path, status }) => `${status} ${path}`),
      ['503 /v1/memberships/m_pro/cancel-renewal', '200 /v1/memberships/m_pro/cancel-renewal'],
    );
  });

  it('spoils as many requests as a test says', async () => {
    const server = createInPageServer({ verification: false });
    server.failNext({ status: 500, times: 2 });
    const statuses = [await tryToCancel(server), await tryToCancel(server), await tryToCancel(server)];
    assert.deepEqual(statuses.map(({ status }) => status), [500, 500, 200]);
  });

  it('loses a request on its way, and nothing happens', async () => {
    const server = createInPageServer({ verification: false });
    server.failNext({ status: 'network', operation: 'cancelRenewal' });
    await assert.rejects(tryToCancel(server), TypeError);
    assert.equal((await server.client().getMembership('m_pro')).renewal, 'on');
  });

  it('loses a reply on its way back, after the server did its work', async () => {
    const server = createInPageServer({ verification: false });
    server.failNext({ status: 'lost_reply', operation: 'cancelRenewal' });
    await assert.rejects(tryToCancel(server), TypeError);
    assert.equal((await server.client().getMembership('m_pro')).renewal, 'off');
    assert.equal(server.requests.find(({ method }) => method === 'POST')?.status, 0);
  });
});

describe('the memberships of the fixtures', () => {
  const states: Record<FixtureMembershipId, string> = {
    m_pro: 'renewing',
    m_export: 'fixed_term',
    m_team: 'ending',
    m_trial: 'trialing',
    m_past_due: 'payment_problem',
    m_on_hold: 'on_hold',
    m_paused: 'paused',
    m_upcoming: 'upcoming',
    m_expired: 'expired',
    m_revoked: 'revoked',
    m_lifetime: 'lifetime',
  };

  for (const [id, state] of Object.entries(states)) {
    it(`shows ${id} as ${state}`, async () => {
      const membership = await createInPageServer({ memberships: [id] }).client().getMembership(id);
      assert.equal(membership.state, state);
    });
  }

  it('have the last days that the pictures show', async () => {
    const { items } = await createInPageServer().client().listMemberships();
    const days = Object.fromEntries(items.map(({ id, lastDay }) => [id, lastDay]));
    assert.deepEqual(days, { m_pro: '2026-12-31', m_export: '2026-12-09', m_team: '2027-03-14' });
  });

  it('start from the Professional plan under any other id', () => {
    assert.equal(membershipFixture('m_other').facts.price?.amount, 129_800);
    assert.equal(fixtureMembers['li-wen'].account.name, membershipFixture('m_other').account.name);
  });
});
