import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { createCancelRenewalFlow, createMemberFlow, createResumeRenewalFlow, hearOtherTabs } from '../../src/index.ts';
import { canceled, membership, membershipEnding, preview, resumed, session } from '../wire-fixtures.ts';
import { createScriptedClient, type ScriptedClient, settle, stateAs } from './scripted-client.ts';

/** A tab of a browser: a client of the same server, and flows that end with the test. */
function openTab(t: TestContext, endpoint = '/leavewell') {
  const script = createScriptedClient();
  const client = { ...script.client, endpoint };
  const flow = createCancelRenewalFlow({ client, membershipId: 'm_pro' });
  const center = createMemberFlow({ client });
  const resume = createResumeRenewalFlow({ client, membershipId: 'm_pro' });
  t.after(() => [flow, center, resume].forEach(({ stop }) => stop()));
  return { script, client, flow, center, resume };
}

type Tab = ReturnType<typeof openTab>;

async function cancelIn({ script, flow }: Tab, outcome = canceled): Promise<void> {
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.answer('cancelRenewal', outcome);
}

async function showCards({ script, center }: Tab): Promise<void> {
  void center.load();
  await script.answer('getSession', session);
  await script.answer('listMemberships', { items: [membership(), membership({ id: 'm_other' })], nextCursor: null });
}

/** Messages of a channel take a moment that nothing tells of. */
async function waitFor({ calls }: ScriptedClient, method: string, count = 1): Promise<void> {
  const arrived = () => calls.filter((call) => call.method === method).length >= count;
  for (let turn = 0; turn < 500 && !arrived(); turn++) await settle();
  assert.ok(arrived(), `${method} was never called`);
}

/** Long enough for a message that must not come: until one that was sent after it has come. */
async function messagesArrived(t: TestContext, endpoint = '/leavewell'): Promise<void> {
  const probe = new BroadcastChannel(`leavewell:${endpoint}`);
  const heard = new Promise<void>((resolve) => {
    const leave = hearOtherTabs({ endpoint }, ({ id }) => {
      if (id === 'probe') resolve(leave());
    });
    t.after(leave);
  });
  probe.postMessage({ id: 'probe', version: 0 });
  await heard;
  probe.close();
  await settle();
}

test('what one tab did is read again by the cards of the others, and only there (CC2)', async (t) => {
  const [here, there] = [openTab(t), openTab(t)];
  await showCards(here);
  await showCards(there);
  here.flow.subscribe((state) => state.status === 'canceled' && here.center.replace(state.membership));
  await cancelIn(here);
  await waitFor(there.script, 'getMembership');
  await there.script.answer('getMembership', membershipEnding());
  const { memberships } = stateAs(there.center, 'ready');
  assert.deepEqual(memberships.map(({ id, state }) => [id, state]), [['m_pro', 'ending'], ['m_other', 'renewing']]);
  assert.equal(here.script.argsOf('getMembership').length, 0, 'who knows it already does not ask');
});

test('a decision that stands open in another tab is shown what is so now (CC2)', async (t) => {
  const [here, there] = [openTab(t), openTab(t)];
  void there.flow.start();
  await there.script.answer('previewCancelRenewal', preview());
  await cancelIn(here);
  await waitFor(there.script, 'previewCancelRenewal', 2);
  await there.script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  assert.equal(stateAs(there.flow, 'refused').refusal.code, 'renewal_already_off');

  void there.resume.start();
  await there.script.answer('getMembership', membershipEnding());
  void here.resume.start();
  await here.script.answer('getMembership', membershipEnding());
  void here.resume.confirm();
  await here.script.answer('resumeRenewal', resumed);
  await waitFor(there.script, 'getMembership', 2);
  await there.script.answer('getMembership', resumed.membership);
  assert.equal(stateAs(there.resume, 'refused').refusal.code, 'renewal_already_on');
});

test('what is pending is told as well, and asked for when another tab has its end (XO6)', async (t) => {
  const [here, there] = [openTab(t), openTab(t)];
  await showCards(there);
  const pendingCommand = { command: 'cancelRenewal', since: '2026-11-22T02:42:00Z' } as const;
  const waiting = membership({ version: 4, pendingCommand });
  await cancelIn(here, { membership: waiting, receipt: canceled.receipt });
  await waitFor(there.script, 'getMembership');
  await there.script.answer('getMembership', waiting);
  assert.deepEqual(stateAs(there.center, 'ready').memberships[0]?.pendingCommand, pendingCommand);

  void there.flow.start();
  await there.script.answer('previewCancelRenewal', preview({ membership: waiting }));
  await cancelIn(here, { ...canceled, membership: membershipEnding({ version: 5 }) });
  await waitFor(there.script, 'previewCancelRenewal', 2);
});

test('when it cannot be read, what is shown stays', async (t) => {
  const [here, there] = [openTab(t), openTab(t)];
  await showCards(there);
  await cancelIn(here);
  await waitFor(there.script, 'getMembership');
  await there.script.fail('getMembership', 'network');
  const state = stateAs(there.center, 'ready');
  assert.deepEqual([state.memberships[0]?.version, state.error], [3, null]);
});

test('another server, a flow that was stopped and a client without an address hear nothing', async (t) => {
  const here = openTab(t);
  const elsewhere = openTab(t, '/other');
  const stopped = openTab(t);
  const nameless = openTab(t, '');
  for (const tab of [elsewhere, stopped, nameless]) await showCards(tab);
  stopped.center.stop();
  await cancelIn(here);
  await messagesArrived(t);
  for (const tab of [elsewhere, stopped, nameless]) assert.equal(tab.script.argsOf('getMembership').length, 0);
});

test('what is no message of ours is passed over', async (t) => {
  const tab = openTab(t);
  await showCards(tab);
  const channel = new BroadcastChannel('leavewell:/leavewell');
  for (const message of [null, 'x', 7, {}, { id: 'm_pro' }, { id: 'm_pro', version: 'newest' }, []]) {
    channel.postMessage(message);
  }
  await messagesArrived(t);
  channel.close();
  assert.equal(tab.script.argsOf('getMembership').length, 0);
});

test('a message holds nothing but which membership and its version (EM8)', async (t) => {
  const heard: unknown[] = [];
  const channel = new BroadcastChannel('leavewell:/leavewell');
  channel.onmessage = ({ data }) => void heard.push(data);
  await cancelIn(openTab(t));
  await messagesArrived(t);
  channel.close();
  assert.deepEqual(heard.filter((message) => Object(message).id !== 'probe'), [{ id: 'm_pro', version: 4 }]);
});

test('a runtime without channels, or one that refuses them, works the same and says nothing', async (t) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'BroadcastChannel');
  t.after(() => own && Object.defineProperty(globalThis, 'BroadcastChannel', own));
  class Refused {
    constructor() {
      throw new Error('SecurityError');
    }
  }
  for (const value of [undefined, Refused]) {
    Object.defineProperty(globalThis, 'BroadcastChannel', { configurable: true, value });
    const tab = openTab(t);
    await showCards(tab);
    await cancelIn(tab);
    assert.equal(tab.flow.state.status, 'canceled');
  }
});

test('a flow that listens keeps no process alive', async () => {
  const entry = new URL('../../src/index.ts', import.meta.url).href;
  const program = `
    import { createMemberFlow } from ${JSON.stringify(entry)};
    const client = { endpoint: '/leavewell', getSession: async () => ({}), listMemberships: async () => ({ items: [] }) };
    const flow = createMemberFlow({ client });
    await flow.load();
    console.log(flow.state.status);`;
  const args = ['--conditions=@leavewell/source', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 });
  assert.equal(stdout.trim(), 'ready');
});
