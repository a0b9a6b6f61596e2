import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer, type TestServer } from '../handler/start-server.ts';

const minute = 60_000;
const hour = 60 * minute;
const wanted = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };

/** Starts a code as Li Wen, in a session of now. */
async function startCode(server: TestServer, membershipId = 'm_pro') {
  const caller = await server.member();
  const started = await caller.ok('startVerification', { body: { ...wanted, membershipId } });
  const { id, attemptsLeft, codeLength } = started;
  assert.ok(codeLength !== null);
  const right = server.lastCode();
  return { id, attemptsLeft, codeLength, right, wrong: /^0+$/.test(right) ? '1' : '0'.repeat(codeLength) };
}

type Started = Awaited<ReturnType<typeof startCode>>;

/** Sends wrong codes for one that was sent, until no more are looked at. */
async function guess(server: TestServer, { id, wrong }: Started, tries = 6): Promise<number> {
  const caller = await server.member();
  for (let looked = 0; looked < tries; looked += 1) {
    const { status } = await caller.ask('finishVerification', { id, body: { code: wrong } });
    if (status !== 422) return looked;
  }
  return tries;
}

test('after wrong codes the next one is longer, has all its tries, and works: nobody is locked out (AU4, RL2)', async () => {
  const server = await startServer();
  const first = await startCode(server);
  assert.deepEqual([first.codeLength, first.right.length], [6, 6]);
  assert.equal(await guess(server, first), 5);
  server.clock.advance(minute);
  const second = await startCode(server);
  assert.deepEqual([second.codeLength, second.right.length, second.attemptsLeft], [8, 8, 5]);
  const caller = await server.member();
  await caller.ok('finishVerification', { id: second.id, body: { code: second.right } });
});

test('two slips do not make the next code longer (S22)', async () => {
  const server = await startServer();
  assert.equal(await guess(server, await startCode(server), 2), 2);
  server.clock.advance(minute);
  assert.equal((await startCode(server)).codeLength, 6);
});

test('in no 24 hours are more than seven guesses at six digits looked at: right less than once in 100,000 (AU4)', async () => {
  const server = await startServer();
  const looked: { readonly at: number; readonly chance: number }[] = [];
  for (let step = 0; step < 72; step += 1) {
    const started = await startCode(server);
    const at = server.clock.now().getTime();
    const count = await guess(server, started);
    for (let one = 0; one < count; one += 1) looked.push({ at, chance: 10 ** -started.codeLength });
    server.clock.advance(hour - 1);
  }
  assert.ok(looked.length > 300, `${looked.length} in all`);
  for (const { at: from } of looked) {
    const ofDay = looked.filter(({ at }) => at >= from && at < from + 24 * hour);
    assert.ok(ofDay.filter(({ chance }) => chance === 1e-6).length <= 7);
    assert.ok(ofDay.reduce((sum, { chance }) => sum + chance, 0) < 1e-5);
  }
});

test('a short code for another membership is no way around it: it ends, and the next is a long one (AU4)', async () => {
  const server = await startServer();
  await server.declare('m_other');
  const [one, two] = [await startCode(server), await startCode(server, 'm_other')];
  assert.equal(await guess(server, one), 5);
  assert.equal(await guess(server, two), 2);
  const caller = await server.member();
  await caller.refused('finishVerification', 'verification_expired', { id: two.id, body: { code: two.right } });
  const next = await startCode(server, 'm_other');
  assert.deepEqual([next.codeLength, next.attemptsLeft], [8, 5]);
});

test('a hundred guesses at once, over two short codes, are seven looked at (AU4)', async () => {
  const server = await startServer();
  await server.declare('m_other');
  const [one, two] = [await startCode(server), await startCode(server, 'm_other')];
  const caller = await server.member();
  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      caller.ask('finishVerification', { id: index % 2 ? one.id : two.id, body: { code: 'nonsense' } }),
    ),
  );
  assert.equal(replies.filter(({ status }) => status === 422).length, 7);
});

test('a right code begins afresh (S22)', async () => {
  const server = await startServer();
  const first = await startCode(server);
  assert.equal(await guess(server, first, 4), 4);
  const caller = await server.member();
  await caller.ok('finishVerification', { id: first.id, body: { code: first.right } });
  server.clock.advance(minute);
  assert.equal((await startCode(server)).codeLength, 6);
});

test('a day later codes are short again', async () => {
  const server = await startServer();
  await guess(server, await startCode(server));
  server.clock.advance(24 * hour);
  assert.equal((await startCode(server)).codeLength, 6);
});

test('guesses of a colleague cost a member nothing (RL2)', async () => {
  const server = await startServer();
  const { id } = await startCode(server);
  const colleague = await server.member('wang-fang');
  for (let count = 0; count < 30; count += 1) {
    await colleague.refused('finishVerification', 'verification_not_found', { id, body: { code: '000000' } });
  }
  server.clock.advance(minute);
  const next = await startCode(server);
  assert.deepEqual([next.codeLength, next.attemptsLeft], [6, 5]);
});

test('an operator who allows fewer guesses than a code has tries gets long codes at once (AU4)', async () => {
  const server = await startServer({ limits: { wrongCodesPerMember: 4 } });
  assert.equal((await startCode(server)).codeLength, 8);
});
