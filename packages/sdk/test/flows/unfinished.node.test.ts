import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow, createResumeRenewalFlow } from '../../src/index.ts';
import {
  by,
  canceled,
  membership,
  membershipEnding,
  preview,
  proof,
  receipt,
  resumed,
  verification,
} from '../wire-fixtures.ts';
import { keptItems } from './kept-items.ts';
import { createScriptedClient, type ScriptedClient, stateAs } from './scripted-client.ts';

const asked = preview({ verification: by('sms_code') });
const keysOf = ({ argsOf }: ScriptedClient) => argsOf('cancelRenewal').map(([, { idempotencyKey }]) => idempotencyKey);

/** A page of the same browser. */
function loadPage(storage = keptItems(), membershipId = 'm_pro') {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId, storage });
  return { script, flow, storage };
}

/** A page that is closed while nobody knows what became of the command. */
async function cutOff(asOf?: string) {
  const page = loadPage();
  void page.flow.start();
  await page.script.answer('previewCancelRenewal', preview(asOf ? { membership: membership({ asOf }) } : {}));
  void page.flow.confirm();
  await page.script.fail('cancelRenewal', 'network');
  return { storage: page.storage, key: keysOf(page.script)[0] };
}

test('a page loaded after the cut says that it is unfinished, and one press finishes the same intent (OF1)', async () => {
  const { storage, key } = await cutOff();
  const { script, flow } = loadPage(storage);
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  assert.equal(stateAs(flow, 'confirm').notice, 'unfinished');
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(keysOf(script), [key]);
  assert.equal(flow.state.status, 'canceled');
  assert.equal(storage.items.size, 0);
});

test('it is done already: the page shows it with its receipt and sends nothing (OF1)', async () => {
  const { storage } = await cutOff();
  const { script, flow } = loadPage(storage);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  await script.answer('getReceipt', receipt);
  assert.deepEqual(flow.state, { status: 'canceled', membership: membershipEnding(), receipt });
  assert.deepEqual(keysOf(script), []);
  assert.equal(storage.items.size, 0);
});

test('a receipt that cannot be read yet is asked for again, and that it is unfinished is not forgotten (OF1)', async () => {
  const { storage } = await cutOff();
  const { script, flow } = loadPage(storage);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  await script.fail('getReceipt', 'network');
  assert.equal(stateAs(flow, 'failed').from, 'loading');
  void flow.retry();
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  await script.answer('getReceipt', receipt);
  assert.equal(flow.state.status, 'canceled');
});

test('a server that never heard of it asks for the code, and the same intent goes on with it (OF1, AU1)', async () => {
  const { storage, key } = await cutOff();
  const { script, flow } = loadPage(storage);
  void flow.start();
  await script.answer('previewCancelRenewal', asked);
  void flow.confirm();
  assert.equal(script.argsOf('cancelRenewal')[0]?.[1].proof, undefined);
  await script.fail('cancelRenewal', 'verification_required');
  await script.answer('startVerification', verification());
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
  assert.deepEqual(keysOf(script), [key, key]);
});

test('a cancellation that was undone elsewhere since is not told as done: the member decides anew (XO6)', async () => {
  const { storage, key } = await cutOff();
  const { script, flow } = loadPage(storage);
  const resumedSince = membership({ version: 7 });
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: resumedSince }));
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  await script.answer('previewCancelRenewal', preview({ membership: resumedSince }));
  assert.equal(stateAs(flow, 'confirm').notice, 'changed');
  void flow.confirm();
  await script.answer('cancelRenewal', { ...canceled, membership: membershipEnding({ version: 8 }) });
  assert.equal(flow.state.status, 'canceled');
  assert.notEqual(keysOf(script)[1], key);
});

test('a member who keeps renewal then has nothing unfinished any more', async () => {
  const { storage } = await cutOff();
  const { script, flow } = loadPage(storage);
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  flow.keep();
  assert.equal(storage.items.size, 0);
});

test('leaving while it loads decides nothing, so it stays unfinished', async () => {
  const { storage } = await cutOff();
  const { flow } = loadPage(storage);
  void flow.start();
  flow.keep();
  assert.equal(storage.items.size, 1);
});

test('a day later it is forgotten', async () => {
  const { storage } = await cutOff('2026-11-22T02:42:00Z');
  for (const [asOf, notice] of [['2026-11-23T02:41:59Z', 'unfinished'], ['2026-11-23T02:42:00Z', null]] as const) {
    const { script, flow } = loadPage(storage);
    void flow.start();
    await script.answer('previewCancelRenewal', preview({ membership: membership({ asOf }) }));
    assert.equal(stateAs(flow, 'confirm').notice, notice, asOf);
  }
  assert.equal(storage.items.size, 0);
});

test('another membership, command or server has nothing to do with it', async () => {
  const { storage } = await cutOff();
  const other = loadPage(storage, 'm_team');
  void other.flow.start();
  await other.script.answer('previewCancelRenewal', preview());
  assert.equal(stateAs(other.flow, 'confirm').notice, null);

  const back = createScriptedClient();
  const resume = createResumeRenewalFlow({ client: back.client, membershipId: 'm_pro', storage });
  void resume.start();
  await back.answer('getMembership', membershipEnding());
  assert.equal(stateAs(resume, 'confirm').notice, null);

  const { client, ...script } = createScriptedClient();
  const elsewhere = { ...client, endpoint: '/other' };
  const flow = createCancelRenewalFlow({ client: elsewhere, membershipId: 'm_pro', storage });
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  assert.equal(stateAs(flow, 'confirm').notice, null);
});

test('turning back on is finished in the same way (OF1)', async () => {
  const storage = keptItems();
  const keys: unknown[] = [];
  for (const end of ['cut', 'answered']) {
    const script = createScriptedClient();
    const flow = createResumeRenewalFlow({ client: script.client, membershipId: 'm_pro', storage });
    void flow.start();
    await script.answer('getMembership', membershipEnding());
    assert.equal(stateAs(flow, 'confirm').notice, end === 'cut' ? null : 'unfinished');
    void flow.confirm();
    keys.push(script.argsOf('resumeRenewal')[0]?.[1].idempotencyKey);
    if (end === 'cut') await script.fail('resumeRenewal', 'network');
    else await script.answer('resumeRenewal', resumed);
  }
  assert.equal(keys[0], keys[1]);
  assert.equal(storage.items.size, 0);
});

test('turning back on that is done already is shown with its receipt (OF1)', async () => {
  const storage = keptItems();
  const cut = createScriptedClient();
  const first = createResumeRenewalFlow({ client: cut.client, membershipId: 'm_pro', storage });
  void first.start();
  await cut.answer('getMembership', membershipEnding());
  void first.confirm();
  await cut.fail('resumeRenewal', 'network');
  const script = createScriptedClient();
  const flow = createResumeRenewalFlow({ client: script.client, membershipId: 'm_pro', storage });
  void flow.start();
  await script.answer('getMembership', membership({ version: 5, receiptId: resumed.receipt.id }));
  await script.answer('getReceipt', resumed.receipt);
  assert.equal(stateAs(flow, 'resumed').receipt.id, resumed.receipt.id);
});

test('what is kept is the key and nothing that opens anything: no proof, no code, no token (EM8)', async () => {
  const { script, flow, storage } = loadPage();
  void flow.start();
  await script.answer('previewCancelRenewal', asked);
  void flow.confirm();
  await script.answer('startVerification', verification());
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  assert.deepEqual(
    [...storage.items].map(([name, text]) => [name, JSON.parse(text)]),
    [['leavewell:', [['cancelRenewal m_pro', keysOf(script)[0], '2026-11-22T02:42:00Z']]]],
  );
  await script.answer('cancelRenewal', canceled);
  assert.equal(storage.items.size, 0, 'and once it is known nothing at all');
});

test('a storage that is refused, full or spoilt is as good as none', async () => {
  const refuse = () => {
    throw new Error('QuotaExceededError');
  };
  const broken = [
    { getItem: refuse, setItem: refuse, removeItem: refuse },
    { getItem: () => '{"not":"a list"}', setItem: refuse, removeItem: refuse },
    { getItem: () => '[["cancelRenewal m_pro", 7, null], null, "x"]', setItem: () => {}, removeItem: () => {} },
    { getItem: () => 'no json', setItem: () => {}, removeItem: () => {} },
  ];
  for (const storage of broken) {
    const script = createScriptedClient();
    const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro', storage });
    void flow.start();
    await script.answer('previewCancelRenewal', preview());
    assert.equal(stateAs(flow, 'confirm').notice, null);
    void flow.confirm();
    await script.fail('cancelRenewal', 'network');
    void flow.retry();
    assert.equal(new Set(keysOf(script)).size, 1, 'the key is kept as long as the page lives');
    await script.answer('cancelRenewal', canceled);
    assert.equal(flow.state.status, 'canceled');
  }
});

test('a page with a storage of its own that may not be touched is no failure', async (t) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  t.after(() => before && Object.defineProperty(globalThis, 'localStorage', before));
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new Error('SecurityError');
    },
  });
  const { client, ...script } = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: { ...client, endpoint: '/leavewell' }, membershipId: 'm_pro' });
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
});

test('a page keeps it in its own storage when it is not told another', async (t) => {
  const storage = keptItems();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  t.after(() => before && Object.defineProperty(globalThis, 'localStorage', before));
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
  const { client, ...script } = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: { ...client, endpoint: '/leavewell' }, membershipId: 'm_pro' });
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  assert.deepEqual([...storage.items.keys()], ['leavewell:/leavewell']);
  await script.answer('cancelRenewal', canceled);
  assert.equal(storage.items.size, 0);
});
