import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer, type TestServer } from '../handler/start-server.ts';

const hour = 60 * 60_000;
const wanted = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };

/** Starts a code as Li Wen, in a session of now. */
async function startCode(server: TestServer, membershipId = 'm_pro') {
  const caller = await server.member();
  const started = await caller.ask('startVerification', { body: { ...wanted, membershipId } });
  const { id, attemptsLeft, code, retryAt } = JSON.parse(started.text);
  const right = started.status === 200 ? server.lastCode() : '';
  return { id: String(id), attemptsLeft, code, retryAt, right, wrong: right === '000000' ? '111111' : '000000' };
}

/** Sends wrong codes, over as many verifications as it takes, until no more are looked at. */
async function guessUntilRefused(server: TestServer): Promise<number> {
  let looked = 0;
  for (let codes = 0; codes < 100; codes += 1) {
    const started = await startCode(server);
    if (started.code !== undefined) return looked;
    for (let left = started.attemptsLeft; left > 0; ) {
      const caller = await server.member();
      const problem = await caller.refused('finishVerification', 'verification_code_wrong', {
        id: started.id,
        body: { code: started.wrong },
      });
      looked += 1;
      left = problem.attemptsLeft ?? 0;
    }
    server.clock.advance(60_000);
  }
  return looked;
}

test('nine wrong codes are looked at in a day, however many codes are asked for: 9 in a million (AU4)', async () => {
  const server = await startServer();
  assert.equal(await guessUntilRefused(server), 9);
  const { code, retryAt } = await startCode(server);
  assert.deepEqual([code, retryAt], ['verification_attempts_exceeded', '2026-11-23T02:42:00Z']);
});

test('what is left is the smaller of this code and of the day, from the start (AU4, S22)', async () => {
  const server = await startServer();
  const first = await startCode(server);
  assert.equal(first.attemptsLeft, 5);
  const caller = await server.member();
  for (const left of [4, 3, 2, 1, 0]) {
    const body = { code: first.wrong };
    const problem = await caller.refused('finishVerification', 'verification_code_wrong', { id: first.id, body });
    assert.equal(problem.attemptsLeft, left);
  }
  server.clock.advance(60_000);
  const second = await startCode(server);
  assert.equal(second.attemptsLeft, 4);
  assert.equal((await startCode(server)).attemptsLeft, 4, 'asked for again while it is under way');
});

test('a code that is on its way is not looked at once the day is used up (AU4)', async () => {
  const server = await startServer();
  await server.declare('m_other');
  const other = await startCode(server, 'm_other');
  const looked = await guessUntilRefused(server);
  assert.equal(looked, 9);
  const caller = await server.member();
  const problem = await caller.refused('finishVerification', 'verification_attempts_exceeded', {
    id: other.id,
    body: { code: other.right },
  });
  assert.deepEqual([problem.attemptsLeft, problem.retryAt], [0, '2026-11-23T02:42:00Z']);
});

test('in no 24 hours are more than nine looked at, also around the moment when counting begins again (AU4)', async () => {
  const server = await startServer();
  const at: number[] = [];
  for (let step = 0; step < 72 * 2; step += 1) {
    const { id, code, wrong } = await startCode(server);
    if (code === undefined) {
      const caller = await server.member();
      const { status } = await caller.ask('finishVerification', { id, body: { code: wrong } });
      if (status === 422) at.push(server.clock.now().getTime());
    }
    server.clock.advance(step % 7 === 0 ? hour : hour / 3);
  }
  assert.ok(at.length > 9, `${at.length} in all`);
  for (const from of at) {
    const looked = at.filter((moment) => moment >= from && moment < from + 24 * hour);
    assert.ok(looked.length <= 9, `${looked.length} from ${new Date(from).toISOString()}`);
  }
});

test('a right code begins afresh (S22)', async () => {
  const server = await startServer();
  const first = await startCode(server);
  const caller = await server.member();
  for (let count = 0; count < 4; count += 1) {
    await caller.ask('finishVerification', { id: first.id, body: { code: first.wrong } });
  }
  await caller.ok('finishVerification', { id: first.id, body: { code: first.right } });
  server.clock.advance(60_000);
  assert.equal((await startCode(server)).attemptsLeft, 5);
  assert.equal(await guessUntilRefused(server), 9);
});

test('a hundred guesses at once, over two codes, are nine looked at (AU4)', async () => {
  const server = await startServer();
  await server.declare('m_other');
  const [one, two] = [await startCode(server), await startCode(server, 'm_other')];
  const caller = await server.member();
  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      caller.ask('finishVerification', { id: index % 2 ? one.id : two.id, body: { code: 'nonsense' } }),
    ),
  );
  assert.equal(replies.filter(({ status }) => status === 422).length, 9);
  assert.equal(replies.filter(({ status }) => status === 429).length, 91);
});

test('guesses of a colleague cost a member nothing (RL2)', async () => {
  const server = await startServer();
  const { id } = await startCode(server);
  const colleague = await server.member('wang-fang');
  for (let count = 0; count < 30; count += 1) {
    await colleague.refused('finishVerification', 'verification_not_found', { id, body: { code: '000000' } });
  }
  server.clock.advance(60_000);
  assert.equal((await startCode(server)).attemptsLeft, 5);
});

test('an operator may allow fewer, and hears so at once (AU4)', async () => {
  const server = await startServer({ limits: { wrongCodesPerMember: 2 } });
  assert.equal((await startCode(server)).attemptsLeft, 2);
  assert.equal(await guessUntilRefused(server), 2);
});
