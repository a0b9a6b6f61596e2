import type { FeedbackRecord } from '@leavewell/server';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf, smallestGroup } from '../../src/after-cancel/feedback-report.ts';
import { startServer, type TestServer } from '../handler/start-server.ts';

const [day, nextDay, today] = ['2026-11-20', '2026-11-21', '2026-11-22'];
let count = 0;

function answer(reason: string | null, comment: string | null = null, on: string | undefined = day): FeedbackRecord {
  count += 1;
  const nobody = { tenantId: 'acme', memberId: null, membershipId: null };
  return { ...nobody, id: `f${count}`, planId: 'p', at: `${on}T00:00:00Z`, reason, comment };
}

/** So many answers of each reason; `-` for a comment without one. */
function answers(counts: Readonly<Record<string, number>>, on?: string): FeedbackRecord[] {
  return Object.entries(counts).flatMap(([reason, times]) =>
    Array.from({ length: times }, () => answer(reason === '-' ? null : reason, null, on)),
  );
}

const namesIn = (records: readonly FeedbackRecord[], minimum = 5) =>
  Object.fromEntries(reportOf(records, minimum, today ?? '').reasons.map((group) => [group.reason, group.count]));

describe('groups from which nobody can be told (S73)', () => {
  it('are named when they are large enough, the largest first', () => {
    const report = reportOf(answers({ a: 5, b: 9 }), 5, '2026-11-22');
    assert.deepEqual(report.reasons, [
      { reason: 'b', count: 9 },
      { reason: 'a', count: 5 },
    ]);
    assert.deepEqual([report.answers, report.minimumGroup], [14, 5]);
  });

  const table: readonly (readonly [string, Record<string, number>, Record<string, number>])[] = [
    ['a small one is left out, and the next smallest beside it', { a: 9, b: 7, c: 2 }, { a: 9 }],
    ['two small ones that are few together take a third with them', { a: 9, b: 7, c: 1, d: 1 }, { a: 9 }],
    ['small ones that are many together hide themselves', { a: 9, b: 7, c: 3, d: 2 }, { a: 9, b: 7 }],
    ['a lone small one hides the only other', { a: 9, c: 4 }, {}],
    ['one reason alone, too small, is not named', { a: 4, b: 1 }, {}],
    ['comments without a reason count as a group that is never named', { a: 9, b: 7, '-': 6 }, { a: 9, b: 7 }],
    ['also when they are few', { a: 9, b: 7, '-': 2 }, { a: 9 }],
    ['exactly large enough is large enough', { a: 5, b: 5 }, { a: 5, b: 5 }],
  ];
  for (const [what, given, named] of table) {
    it(what, () => assert.deepEqual(namesIn(answers(given)), named));
  }

  it('cannot be told by difference, whatever the counts are: what is left is large and of two reasons or more', () => {
    for (let seed = 0; seed < 2_000; seed += 1) {
      const times = (index: number) => Math.floor(seed / 7 ** index) % 7;
      const given = Object.fromEntries(['a', 'b', 'c', '-'].map((id, index) => [id, times(index)]));
      const report = reportOf(answers(given), 3, '2026-11-22');
      if (report.answers === 0) continue;
      const left = report.answers - report.reasons.reduce((sum, group) => sum + group.count, 0);
      const isNamed = (id: string) => report.reasons.some(({ reason }) => reason === id);
      const unnamed = Object.entries(given).filter(([id, many]) => many > 0 && !isNamed(id));
      // Whoever takes the named from all learns of nobody: nothing is left, or enough, and of one reason only if large.
      assert.ok(left === 0 || left >= 3, JSON.stringify({ given, report }));
      assert.ok(unnamed.length !== 1 || (unnamed[0]?.[1] ?? 0) >= 3, JSON.stringify({ given, report }));
      assert.ok(report.reasons.every((group) => group.count >= 3));
    }
  });

  it('cannot be told by looking before and after somebody left: a day counts from the day after', () => {
    const before = answers({ a: 9, b: 7 });
    const after = [...before, answer('a', null, today)];
    assert.deepEqual(reportOf(after, 5, '2026-11-22'), reportOf(before, 5, '2026-11-22'));
  });

  it('nor a day later, until as many have answered as the smallest group has', () => {
    const before = answers({ a: 9, b: 7 });
    const four = [...before, ...answers({ a: 4 }, nextDay)];
    assert.equal(reportOf(four, 5, '2026-11-22').answers, 16);
    const five = [...four, answer('b', null, '2026-11-22')];
    assert.equal(reportOf(five, 5, '2026-11-22').answers, 16);
    assert.deepEqual(namesIn(five), { a: 9, b: 7 });
    assert.equal(reportOf(five, 5, '2026-11-23').answers, 21);
  });

  it('are never smaller than two, and five unless the host says otherwise', () => {
    const table = [
      [undefined, 5],
      [1, 2],
      [0, 5],
      [-3, 2],
      [2, 2],
      [7.2, 8],
      [Number.NaN, 5],
    ] as const;
    for (const [wanted, smallest] of table) assert.equal(smallestGroup(wanted), smallest, String(wanted));
  });
});

describe('comments', () => {
  const said = (times: number) => Array.from({ length: times }, (_, index) => answer('a', `comment ${index}`));

  it('are told once there are as many as the smallest group has, whoever wrote them', () => {
    assert.deepEqual(reportOf([...said(4), answer('a')], 5, '2026-11-22').comments, []);
    assert.equal(reportOf(said(5), 5, '2026-11-22').comments.length, 5);
  });

  it('come in no order, and never beside a reason', () => {
    const [one, other] = [1, 2].map(() => reportOf(said(200), 5, '2026-11-22').comments);
    assert.deepEqual(one?.toSorted(), other?.toSorted());
    assert.notDeepEqual(one, other);
    assert.notDeepEqual(one, said(200).map(({ comment }) => comment));
  });
});

describe('the report that a host asks for (S73, S75)', () => {
  async function file({ store }: TestServer, records: readonly FeedbackRecord[]): Promise<void> {
    await store.transaction(async (rows) => {
      for (const record of records) await rows.insertFiled('feedback', record);
    });
  }

  it('is of all answers, however many there are, and of the own tenant’s alone', async () => {
    const server = await startServer({ afterCancel: { minimumGroup: 3 } });
    await file(server, answers({ other: 1_500, too_slow: 700 }));
    assert.deepEqual(await server.host.ok('getFeedbackReport'), {
      answers: 2_200,
      minimumGroup: 3,
      reasons: [
        { reason: 'other', count: 1_500 },
        { reason: 'too_slow', count: 700 },
      ],
      comments: [],
    });
    const { answers: foreign, reasons } = await server.otherHost.ok('getFeedbackReport');
    assert.deepEqual([foreign, reasons], [0, []]);
  });

  it('is for hosts alone', async () => {
    const server = await startServer();
    await (await server.member()).refused('getFeedbackReport', 'host_key_invalid');
  });
});
