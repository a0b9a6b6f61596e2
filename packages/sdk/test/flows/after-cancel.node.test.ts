import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAfterCancelFlow } from '../../src/index.ts';
import { afterCancel } from '../wire-fixtures.ts';
import { createScriptedClient, recordStatuses, settle, stateAs } from './scripted-client.ts';

function begin() {
  const script = createScriptedClient();
  const flow = createAfterCancelFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

/** A member who sees the question and the offer. */
async function asked() {
  const begun = begin();
  void begun.flow.start();
  await begun.script.answer('afterCancel', afterCancel());
  return begun;
}

test('a question and an offer are read once it took effect, and both are open (S72, S74, P16)', async () => {
  const { flow, statuses } = await asked();
  const { survey, offer, error } = stateAs(flow, 'ask');
  assert.deepEqual([survey?.answer, survey?.reasons.length, offer?.answer, error], ['open', 2, 'open', null]);
  assert.equal(offer?.terms.renews, false);
  assert.deepEqual(statuses, ['loading', 'ask']);
});

test('a reason and a comment are sent once, and nothing has to be chosen (S23, Q11)', async () => {
  const { script, flow } = await asked();
  void flow.sendFeedback({ reason: 'price', comment: 'Too much.' });
  void flow.sendFeedback({ reason: 'price' });
  assert.equal(stateAs(flow, 'ask').survey?.answer, 'sending');
  await script.answer('sendFeedback', { taken: true });
  assert.equal(stateAs(flow, 'ask').survey?.answer, 'sent');
  await flow.sendFeedback({});
  assert.deepEqual(script.argsOf('sendFeedback'), [['m_pro', { reason: 'price', comment: 'Too much.' }]]);

  const empty = await asked();
  void empty.flow.sendFeedback({});
  await empty.script.answer('sendFeedback', { taken: true });
  assert.deepEqual(empty.script.argsOf('sendFeedback'), [['m_pro', {}]]);
});

test('one press accepts or declines, and a second press decides nothing anew (S74, Q13)', async () => {
  for (const [verb, method, answer] of [
    ['acceptOffer', 'acceptOffer', 'accepted'],
    ['declineOffer', 'declineOffer', 'declined'],
  ] as const) {
    const { script, flow } = await asked();
    void flow[verb]();
    void flow.acceptOffer();
    void flow.declineOffer();
    await script.answer(method, { taken: true });
    assert.equal(stateAs(flow, 'ask').offer?.answer, answer);
    await flow.acceptOffer();
    await flow.declineOffer();
    assert.deepEqual(script.calls.map((call) => call.method), ['afterCancel', method]);
    assert.equal(script.argsOf(method)[0]?.[0], 'o_1');
  }
});

test('what does not arrive is said, and stays open to be answered again (S22)', async () => {
  const { script, flow } = await asked();
  void flow.sendFeedback({ reason: 'price' });
  await script.fail('sendFeedback', 'network');
  assert.deepEqual([stateAs(flow, 'ask').survey?.answer, stateAs(flow, 'ask').error?.code], ['open', 'network']);
  void flow.declineOffer();
  await script.fail('declineOffer', 'offer_over');
  assert.deepEqual([stateAs(flow, 'ask').offer?.answer, stateAs(flow, 'ask').error?.code], ['open', 'offer_over']);
  void flow.sendFeedback({ reason: 'price' });
  await script.answer('sendFeedback', { taken: true });
  assert.deepEqual([stateAs(flow, 'ask').survey?.answer, stateAs(flow, 'ask').error], ['sent', null]);
});

test('nothing to ask, or nothing that could be read, is closed without a word (P16)', async () => {
  const nothing = begin();
  void nothing.flow.start();
  await nothing.script.answer('afterCancel', { survey: null, offer: null });
  assert.deepEqual(nothing.flow.state, { status: 'closed' });

  const failed = begin();
  void failed.flow.start();
  await failed.script.fail('afterCancel', 'internal');
  assert.deepEqual(failed.flow.state, { status: 'closed' });
});

test('a member who leaves is asked no more, and a late answer changes nothing', async () => {
  const { script, flow } = begin();
  void flow.start();
  flow.reset();
  await script.answer('afterCancel', afterCancel());
  assert.equal(flow.state.status, 'idle');
  await flow.sendFeedback({});
  await flow.acceptOffer();
  await settle();
  assert.equal(script.calls.length, 1);
});
