import type { OfferRecord } from '@leavewell/server';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startServer, type TestServer } from '../handler/start-server.ts';
import { cancel, openOffer, startWithVoucher, voucher } from './a-leaver.ts';

const DAY = 86_400_000;
const made = ({ store }: TestServer): Promise<readonly OfferRecord[]> =>
  store.read((reads) => reads.listFiled('offer', 'acme', { limit: 100 }));
const acceptances = async ({ host }: TestServer) =>
  (await host.ok('listEvents')).items.filter(({ type }) => type === 'offer.accepted');

/** Monthly, so that the next period comes soon. */
const monthly = {
  facts: {
    startsAt: '2026-10-26T00:00:00Z',
    periodStartsAt: '2026-10-26T00:00:00Z',
    periodEndsAt: '2026-11-26T00:00:00Z',
    price: { amount: 9_900, currency: 'CNY', interval: { unit: 'month', count: 1 } },
  },
} as const;

describe('an offer after a cancellation (S74, P15)', () => {
  it('is made once it took effect, in the member’s language, with its price and its end', async () => {
    const server = await startWithVoucher();
    const liWen = await server.member();
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).offer, null);
    await cancel(server);
    const { title, text, price, endsAt, renews } = await openOffer(liWen);
    assert.deepEqual([title, text], ['Three months at half price', 'Ends by itself on 31 March 2027.']);
    assert.deepEqual([price, endsAt, renews], [voucher.price, voucher.endsAt, false]);
  });

  it('is the same however often the page is opened, also when the host would say something else now', async () => {
    let asked = 0;
    const offer = () => ({ ...voucher, title: `Offer ${(asked += 1)}` });
    const server = await startServer({ policy: { place: 'BASE' }, afterCancel: { offer } });
    const liWen = await cancel(server);
    const both = await Promise.all([openOffer(liWen), openOffer(liWen)]);
    assert.deepEqual(both[0], both[1]);
    assert.deepEqual(await openOffer(liWen), both[0]);
    assert.equal((await made(server)).length, 1);
  });

  it('is the host’s to make: it is told the membership as it is, and none is made when it says so', async () => {
    const seen: unknown[] = [];
    const server = await startServer({
      policy: { place: 'BASE' },
      afterCancel: {
        offer: ({ id, facts }, now) => {
          seen.push([id, facts.renewal, now.toISOString()]);
          return null;
        },
      },
    });
    const liWen = await cancel(server);
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).offer, null);
    assert.deepEqual(seen, [['m_pro', 'off', '2026-11-22T02:42:00.000Z']]);
    assert.deepEqual(await made(server), []);
  });

  it('is left out when the host’s function fails, and nothing else is', async () => {
    const offer = () => {
      throw new Error('no prices today');
    };
    const server = await startServer({ policy: { place: 'BASE' }, afterCancel: { offer } });
    const after = await (await cancel(server)).ok('afterCancel', { id: 'm_pro' });
    assert.deepEqual([after.offer, after.survey?.reasons.length], [null, 7]);
    assert.ok(server.log.some(({ message }) => message.includes('afterCancel.offer failed')));
  });

  it('is not made where the operator wishes for none, nor after the membership is over, nor past its own end', async () => {
    const never = await startWithVoucher({ policy: { place: 'KR', wishes: { KR: { offer: 'never' } } } });
    assert.equal((await (await cancel(never)).ok('afterCancel', { id: 'm_pro' })).offer, null);
    const over = await startWithVoucher();
    await cancel(over);
    over.clock.set('2027-01-05T00:00:00Z');
    assert.equal((await (await over.member()).ok('afterCancel', { id: 'm_pro' })).offer, null);
    const stale = { ...voucher, endsAt: '2026-11-01T00:00:00Z' };
    const past = await startWithVoucher({ afterCancel: { offer: () => stale } });
    assert.equal((await (await cancel(past)).ok('afterCancel', { id: 'm_pro' })).offer, null);
  });

  it('stands after the cancellation in every place, also where it may not stand before (MN-325G-nosave, CA-17602-save, Q12)', async () => {
    for (const place of ['MN', 'CA', 'KR'] as const) {
      const server = await startWithVoucher({ policy: { place } });
      const preview = await (await server.member()).ok('previewCancelRenewal', { id: 'm_pro' });
      assert.doesNotMatch(JSON.stringify(preview), /half price/);
      assert.ok(await openOffer(await cancel(server)));
    }
  });
});

describe('an offer that a member accepts', () => {
  it('is accepted by one press, once; the host hears of it once; renewal stays off', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const { id } = await openOffer(liWen);
    await Promise.all([1, 2, 3].map(() => liWen.ok('acceptOffer', { id })));
    const [event, ...more] = await acceptances(server);
    assert.deepEqual([event?.data.membershipId, event?.data.holderId, more.length], ['m_pro', 'li-wen', 0]);
    assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'off');
    const [record] = await made(server);
    assert.deepEqual([record?.decision, record?.decidedAt], ['accepted', '2026-11-22T02:42:00Z']);
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).offer, null);
  });

  it('cannot be declined any more', async () => {
    const liWen = await cancel(await startWithVoucher());
    const { id } = await openOffer(liWen);
    await liWen.ok('acceptOffer', { id });
    await liWen.refused('declineOffer', 'offer_over', { id });
  });

  it('cannot be made up: terms are the server’s, and an id that was never offered is not found (P15)', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const { id } = await openOffer(liWen);
    const cheaper = { price: { amount: 1, currency: 'CNY', interval: null } };
    await liWen.refused('acceptOffer', 'invalid_request', { id, body: cheaper });
    await server.declare('m_other');
    for (const forged of ['m_other:2026-12-31', 'm_none:2026-12-31', 'nothing', `${id}0`]) {
      await liWen.refused('acceptOffer', 'offer_not_found', { id: forged });
    }
    assert.deepEqual(await acceptances(server), []);
  });

  it('is nobody else’s: a stranger’s, a colleague’s and another tenant’s look like one that is not there', async () => {
    const server = await startWithVoucher();
    const { id } = await openOffer(await cancel(server));
    const namesake = await server.member('li-wen', server.otherHost);
    const others = [await server.member('chen-hao'), await server.member('wang-fang'), namesake];
    for (const other of others) {
      for (const name of ['acceptOffer', 'declineOffer'] as const) {
        const [foreign, absent] = await Promise.all(
          [id, 'absent'].map((asked) => other.refused(name, 'offer_not_found', { id: asked })),
        );
        assert.equal(foreign?.detail, absent?.detail);
      }
    }
  });

  it('is over once its period has gone by, its time is up, or the member turned renewal on again', async () => {
    const periodGone = await startWithVoucher();
    const monthOffer = await openOffer(await cancel(periodGone, 'm_month', monthly), 'm_month');
    periodGone.clock.set('2026-11-26T00:00:00Z');
    await (await periodGone.member()).refused('acceptOffer', 'offer_over', { id: monthOffer.id });

    const short = { ...voucher, endsAt: '2026-11-23T00:00:00Z' };
    const timeUp = await startWithVoucher({ afterCancel: { offer: () => short } });
    const { id } = await openOffer(await cancel(timeUp));
    timeUp.clock.set('2026-11-23T00:00:00Z');
    await (await timeUp.member()).refused('acceptOffer', 'offer_over', { id });

    const resumed = await startWithVoucher();
    const liWen = await cancel(resumed);
    const offer = await openOffer(liWen);
    await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'resume-0001' });
    await liWen.refused('acceptOffer', 'offer_over', { id: offer.id });
    for (const server of [periodGone, timeUp, resumed]) assert.deepEqual(await acceptances(server), []);
  });
});

describe('an offer that a member declines (Q13, KR-212-5-nag)', () => {
  it('is declined by one press, is not shown again, and cannot be accepted any more', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const { id } = await openOffer(liWen);
    for (let time = 0; time < 2; time += 1) assert.deepEqual(await liWen.ok('declineOffer', { id }), { taken: true });
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).offer, null);
    await liWen.refused('acceptOffer', 'offer_over', { id });
    assert.deepEqual(await acceptances(server), []);
  });

  it('is not made again in its period, also when the member resumes, cancels once more and waits', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    await liWen.ok('declineOffer', { id: (await openOffer(liWen)).id });
    await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'resume-0001' });
    await cancel(server);
    server.clock.advance(30 * DAY);
    assert.equal((await (await server.member()).ok('afterCancel', { id: 'm_pro' })).offer, null);
    assert.equal((await made(server)).length, 1);
  });

  const quiet = [
    [7, 6, false],
    [7, 7, true],
    [20, 19, false],
    [20, 20, true],
  ] as const;
  for (const [quietDays, after, isMade] of quiet) {
    it(`keeps the next period quiet for ${quietDays} days: after ${after} another one is ${isMade ? '' : 'not '}made`, async () => {
      const wishes = { KR: { offerQuietDays: quietDays } };
      const server = await startWithVoucher({ policy: { place: 'KR', wishes } });
      const liWen = await cancel(server, 'm_month', monthly);
      await liWen.ok('declineOffer', { id: (await openOffer(liWen, 'm_month')).id });
      await liWen.ok('resumeRenewal', { id: 'm_month', key: 'resume-0001' });
      // Renewed on 26 November, four days after: another period, and another cancellation.
      server.clock.advance(after * DAY);
      const again = await cancel(server, 'm_month');
      assert.equal((await again.ok('afterCancel', { id: 'm_month' })).offer !== null, isMade);
    });
  }

  it('keeps the member’s other memberships quiet as well', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    await liWen.ok('declineOffer', { id: (await openOffer(liWen)).id });
    await cancel(server, 'm_two', {});
    assert.equal((await liWen.ok('afterCancel', { id: 'm_two' })).offer, null);
  });
});
