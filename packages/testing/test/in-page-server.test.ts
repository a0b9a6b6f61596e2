import { expect } from '@open-wc/testing';
import { createInPageServer } from '../src/index.ts';

describe('the in-page server in a page', () => {
  it('runs the real server without any request leaving the page', async () => {
    const before = performance.getEntriesByType('resource').length;
    const server = createInPageServer();
    const client = server.client();
    const { id } = await client.startVerification({
      membershipId: 'm_pro',
      command: 'cancelRenewal',
      method: 'sms_code',
    });
    const { proof } = await client.finishVerification(id, server.lastCode());
    const { receipt } = await client.cancelRenewal('m_pro', { idempotencyKey: 'one-intent-of-li-wen', proof });
    expect(receipt?.lastDay).to.equal('2026-12-31');
    expect(receipt?.verifiedBy).to.equal('sms_code');
    expect(performance.getEntriesByType('resource')).to.have.length(before);
  });
});
