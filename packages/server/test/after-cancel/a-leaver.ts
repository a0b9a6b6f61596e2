import type { AfterCancelOptions, HandlerOptions } from '@leavewell/server';
import type { MembershipOverrides } from '@leavewell/testing';
import { startServer, type Caller, type TestServer } from '../handler/start-server.ts';

/** Half the price for three months, which does not renew. */
export const voucher: NonNullable<ReturnType<NonNullable<AfterCancelOptions['offer']>>> = {
  title: { en: 'Three months at half price', 'zh-CN': '三个月半价' },
  text: { en: 'Ends by itself on 31 March 2027.', 'zh-CN': '2027年3月31日自动结束。' },
  price: { amount: 16_200, currency: 'CNY', interval: null },
  endsAt: '2027-03-31T16:00:00Z',
  renews: false,
};

/** A server whose host offers the voucher to everybody. */
export function startWithVoucher(options: Partial<HandlerOptions> = {}): Promise<TestServer> {
  return startServer({ policy: { place: 'BASE' }, afterCancel: { offer: () => voucher }, ...options });
}

let keys = 0;

/** Li Wen cancels a membership of theirs. */
export async function cancel(server: TestServer, id = 'm_pro', overrides?: MembershipOverrides): Promise<Caller> {
  if (overrides) await server.declare(id, overrides);
  const liWen = await server.member();
  keys += 1;
  await liWen.ok('cancelRenewal', { id, key: `cancel-key-${keys}` });
  return liWen;
}

/** The offer that is open now; fails the test when there is none. */
export async function openOffer(caller: Caller, id = 'm_pro') {
  const { offer } = await caller.ok('afterCancel', { id });
  if (offer === null) throw new Error('nothing is offered');
  return offer;
}
