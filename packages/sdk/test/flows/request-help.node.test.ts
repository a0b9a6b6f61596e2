import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow } from '../../src/index.ts';
import { by, membership, preview, supportRequest, verification } from '../wire-fixtures.ts';
import { createScriptedClient, recordStatuses, stateAs } from './scripted-client.ts';

function begin() {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

test('a member who cannot be verified asks a person, and reads from when it counts (S43, P3)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ verification: by('sms_code') }));
  void flow.confirm();
  await script.answer('startVerification', verification());
  void flow.requestHelp();
  await script.answer('requestSupport', supportRequest);
  assert.deepEqual(flow.state, { status: 'requested', request: supportRequest });
  assert.deepEqual(script.argsOf('requestSupport')[0]?.[0], { kind: 'cannot_cancel', membershipId: 'm_pro' });
  assert.deepEqual(statuses.slice(-2), ['requesting', 'requested']);
  void flow.start();
  assert.equal(flow.state.status, 'loading', 'the member may look at it again');
});

test('a refusal and a failure have the same way out (S43)', async () => {
  const refused = begin();
  const refusal = { code: 'too_late', remedy: 'contact_support', contact: null } as const;
  const cancelRenewal = { allowed: false, refusal, label: null };
  void refused.flow.start();
  await refused.script.answer(
    'previewCancelRenewal',
    preview({ membership: membership({ actions: { ...membership().actions, cancelRenewal } }) }),
  );
  void refused.flow.requestHelp();
  await refused.script.answer('requestSupport', supportRequest);
  assert.equal(refused.flow.state.status, 'requested');

  const failed = begin();
  void failed.flow.start();
  await failed.script.fail('previewCancelRenewal', 'internal');
  void failed.flow.requestHelp();
  await failed.script.answer('requestSupport', supportRequest);
  assert.equal(failed.flow.state.status, 'requested');
});

test('a request that does not arrive can be sent again, and is not promised before it did (S43)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.fail('previewCancelRenewal', 'internal');
  void flow.requestHelp();
  await script.fail('requestSupport', 'network');
  const state = stateAs(flow, 'failed');
  assert.deepEqual([state.from, state.error.code], ['requesting', 'network']);
  void flow.retry();
  await script.answer('requestSupport', supportRequest);
  assert.equal(flow.state.status, 'requested');
});

test('nobody is asked twice by a double press, nor where nothing is stuck', async () => {
  const { script, flow } = begin();
  await flow.requestHelp();
  void flow.start();
  await flow.requestHelp();
  await script.answer('previewCancelRenewal', preview());
  await flow.requestHelp();
  assert.equal(script.argsOf('requestSupport').length, 0);
  void flow.confirm();
  await script.fail('cancelRenewal', 'internal');
  void flow.requestHelp();
  void flow.requestHelp();
  assert.equal(script.argsOf('requestSupport').length, 1);
});
