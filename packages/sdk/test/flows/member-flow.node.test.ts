import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Membership } from '@leavewell/contract';
import { createMemberFlow } from '../../src/index.ts';
import { membership, membershipEnding, session } from '../wire-fixtures.ts';
import { createScriptedClient, recordStatuses, type ScriptedClient, stateAs } from './scripted-client.ts';

const one = membership({ id: 'm_1' });
const two = membership({ id: 'm_2' });
const three = membership({ id: 'm_3' });

async function answerLoad(script: ScriptedClient, items: Membership[], nextCursor: string | null = null) {
  await script.answer('getSession', session);
  await script.answer('listMemberships', { items, nextCursor });
}

function begin() {
  const script = createScriptedClient();
  const flow = createMemberFlow({ client: script.client });
  return { script, flow, statuses: recordStatuses(flow) };
}

async function atReady(items = [one, two], nextCursor: string | null = 'c_2') {
  const begun = begin();
  void begun.flow.load();
  await answerLoad(begun.script, items, nextCursor);
  return begun;
}

const idsOf = (flow: ReturnType<typeof begin>['flow']) => stateAs(flow, 'ready').memberships.map(({ id }) => id);

test('a member opens the center and sees their memberships and what they may do (S16, S17)', async () => {
  const { script, flow, statuses } = begin();
  const loaded = flow.load();
  assert.equal(flow.state.status, 'loading');
  await answerLoad(script, [one, two], 'c_2');
  await loaded;
  assert.deepEqual(flow.state, {
    status: 'ready',
    session,
    memberships: [one, two],
    nextCursor: 'c_2',
    activity: 'none',
    error: null,
  });
  assert.ok(Object.isFrozen(stateAs(flow, 'ready').memberships));
  assert.deepEqual(statuses, ['loading', 'ready']);
});

test('session and memberships are asked for at the same time, and both are given up when one fails', async () => {
  const { script, flow } = begin();
  void flow.load();
  assert.deepEqual(script.calls.map(({ method }) => method), ['getSession', 'listMemberships']);
  await script.fail('getSession', 'session_missing');
  assert.equal(stateAs(flow, 'failed').error.code, 'session_missing');
  assert.equal(script.argsOf('listMemberships')[0]?.[1]?.signal?.aborted, true);
  void flow.load();
  await script.answer('listMemberships', { items: [three], nextCursor: null });
  await answerLoad(script, [one]);
  assert.deepEqual(idsOf(flow), ['m_1']);
});

test('loading again keeps what is shown; a failure then is said beside it (DU5)', async () => {
  const { script, flow } = await atReady();
  void flow.load();
  assert.equal(stateAs(flow, 'ready').activity, 'refreshing');
  await script.fail('getSession', 'network');
  const failed = stateAs(flow, 'ready');
  assert.deepEqual([failed.activity, failed.error?.code, failed.memberships.length], ['none', 'network', 2]);
  void flow.load();
  assert.equal(stateAs(flow, 'ready').error, null);
});

test('of two loads the later one wins, whichever answers first', async () => {
  const { script, flow, statuses } = begin();
  void flow.load();
  void flow.load();
  await answerLoad(script, [one]);
  assert.equal(flow.state.status, 'loading');
  await answerLoad(script, [two]);
  assert.deepEqual(idsOf(flow), ['m_2']);
  assert.deepEqual(statuses, ['loading', 'ready']);
});

test('a company with many memberships reads on, page by page (S33, S41)', async () => {
  const { script, flow } = await atReady();
  void flow.loadMore();
  void flow.loadMore();
  assert.equal(stateAs(flow, 'ready').activity, 'loading_more');
  assert.deepEqual(script.argsOf('listMemberships').map(([filter]) => filter), [{}, { cursor: 'c_2' }]);
  await script.answer('listMemberships', { items: [three], nextCursor: null });
  assert.deepEqual(idsOf(flow), ['m_1', 'm_2', 'm_3']);
  assert.equal(stateAs(flow, 'ready').activity, 'none');
  await flow.loadMore();
  assert.equal(script.argsOf('listMemberships').length, 2, 'nothing is left to read');
});

test('a page that failed can be asked for again', async () => {
  const { script, flow } = await atReady();
  void flow.loadMore();
  await script.fail('listMemberships', 'network');
  const { error, nextCursor, activity } = stateAs(flow, 'ready');
  assert.deepEqual([error?.code, nextCursor, activity], ['network', 'c_2', 'none']);
  void flow.loadMore();
  await script.answer('listMemberships', { items: [three], nextCursor: null });
  assert.deepEqual(idsOf(flow), ['m_1', 'm_2', 'm_3']);
});

test('a membership that moved between two pages is shown once', async () => {
  const { script, flow } = await atReady();
  void flow.loadMore();
  await script.answer('listMemberships', { items: [two, three], nextCursor: null });
  assert.deepEqual(idsOf(flow), ['m_1', 'm_2', 'm_3']);
});

test('loading again wins over a page on its way', async () => {
  const { script, flow } = await atReady();
  void flow.loadMore();
  void flow.load();
  await script.answer('listMemberships', { items: [three], nextCursor: null });
  assert.deepEqual(idsOf(flow), ['m_1', 'm_2']);
  await answerLoad(script, [one]);
  assert.deepEqual(idsOf(flow), ['m_1']);
});

test('what a command returned is shown in the place of the older one, and only there (S64)', async () => {
  const { flow } = await atReady();
  const before = flow.state;
  flow.replace(membershipEnding({ id: 'm_2' }));
  flow.replace(membershipEnding({ id: 'm_9' }));
  const { memberships } = stateAs(flow, 'ready');
  assert.deepEqual(memberships.map(({ id, state }) => [id, state]), [['m_1', 'renewing'], ['m_2', 'ending']]);
  assert.notEqual(flow.state, before);
  assert.ok(Object.isFrozen(memberships));
});

test('an answer that is older than what a command returned does not undo it on the page (CC2)', async () => {
  const { script, flow } = await atReady();
  void flow.load();
  flow.replace(membershipEnding({ id: 'm_2', version: 4 }));
  await answerLoad(script, [one, two]);
  assert.equal(stateAs(flow, 'ready').memberships[1]?.state, 'ending');
  void flow.load();
  await answerLoad(script, [one, membership({ id: 'm_2', version: 5 })]);
  assert.equal(stateAs(flow, 'ready').memberships[1]?.state, 'renewing');
});

test('stopping gives up what is under way and keeps what is shown', async () => {
  const first = begin();
  void first.flow.load();
  first.flow.stop();
  await answerLoad(first.script, [one]);
  assert.equal(first.flow.state.status, 'idle');

  const { script, flow } = await atReady();
  for (const verb of ['load', 'loadMore'] as const) {
    void flow[verb]();
    flow.stop();
    assert.equal(stateAs(flow, 'ready').activity, 'none');
    if (verb === 'load') await answerLoad(script, [three]);
    else await script.answer('listMemberships', { items: [three], nextCursor: null });
    assert.deepEqual(idsOf(flow), ['m_1', 'm_2']);
  }
});

test('verbs that do not fit the state do nothing', async () => {
  const { script, flow, statuses } = begin();
  await flow.loadMore();
  flow.replace(one);
  flow.stop();
  assert.deepEqual([statuses, script.calls.length], [[], 0]);
});

test('a throwing listener does not keep the others from seeing the memberships', async (t) => {
  const { script, flow } = begin();
  t.mock.method(console, 'error', () => {});
  flow.subscribe(() => {
    throw new Error('fault of the page');
  });
  const heard = recordStatuses(flow);
  void flow.load();
  await answerLoad(script, [one]);
  assert.deepEqual(heard, ['loading', 'ready']);
});
