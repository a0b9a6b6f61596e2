import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngines } from '../../campaign/engines.ts';
import { atLeast, atMost, exactly, isMet, tableOf, told } from '../../campaign/figures.ts';
import { addSteps, sumOf, type Part } from '../../campaign/part.ts';
import { parts } from '../../campaign/parts.ts';
import { runPart, type RunOptions } from '../../campaign/run-parts.ts';
import { createSeededRandom } from '../../campaign/seeded-random.ts';

async function inFolder(work: (options: RunOptions) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'leavewell-runner-'));
  const engines = createEngines(join(folder, 'engines'));
  try {
    await work({
      seed: 7,
      scale: 1,
      folder,
      resume: false,
      engine: engines.get,
      engines: ['memory'],
      onResult: () => undefined,
    });
  } finally {
    await engines.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Counts in three steps how often each is really done, and is stopped in the second at first. */
function partThatStopsOnce(done: number[]): Part {
  let stopped = false;
  return {
    name: 'stops',
    about: '',
    engines: ['memory'],
    run: async (context) => {
      const of = await addSteps(context, 3, async (index) => {
        if (index === 1 && !stopped) {
          stopped = true;
          throw new Error('stopped');
        }
        done.push(index);
        return { sum: index + 1, maxIndex: index };
      });
      return [exactly('sum', of('sum'), 6), exactly('largest', of('maxIndex'), 2)];
    },
  };
}

test('a run that was stopped goes on after the steps that were done', async () => {
  await inFolder(async (options) => {
    const done: number[] = [];
    const part = partThatStopsOnce(done);
    await assert.rejects(runPart(part, 'memory', options), /stopped/);
    const { figures } = await runPart(part, 'memory', { ...options, resume: true });
    assert.deepEqual(done, [0, 1, 2]);
    assert.ok(figures.every(isMet));
  });
});

test('a new run begins from nothing', async () => {
  await inFolder(async (options) => {
    const done: number[] = [];
    const part = partThatStopsOnce(done);
    await assert.rejects(runPart(part, 'memory', options), /stopped/);
    await runPart(part, 'memory', options);
    assert.deepEqual(done, [0, 0, 1, 2]);
  });
});

test('a figure is met, missed, or only told; what is no number is missed', () => {
  assert.deepEqual([exactly('a', 0, 0), atMost('b', 5, 5), atLeast('c', 0.9, 0.85), told('d', 3)].map(isMet), [
    true,
    true,
    true,
    true,
  ]);
  assert.deepEqual(
    [
      exactly('a', 1, 0),
      atMost('b', 6, 5),
      atLeast('c', 0.8, 0.85),
      exactly('d', Number.NaN, 0),
      told('e', Number.NaN),
    ].map(isMet),
    [false, false, false, false, false],
  );
});

test('the table says what was missed', () => {
  const lines = tableOf([
    { part: 'crash', engine: 'sqlite', seconds: 1, figures: [exactly('lost', 2, 0), told('kills', 200)] },
  ]);
  assert.match(lines[1] ?? '', /^crash +sqlite +lost +2 +0 +NOT$/);
  assert.match(lines[2] ?? '', /^crash +sqlite +kills +200$/);
});

test('steps add up; the worst and the least stay what they are', () => {
  assert.deepEqual(
    sumOf([
      { a: 1, maxMs: 9, minMs: 2 },
      { a: 2, maxMs: 3, minMs: 1 },
    ]),
    { a: 3, maxMs: 9, minMs: 1 },
  );
});

test('one seed is one list of numbers, and another another', () => {
  const of = (seed: number) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.whole(0, 999)
      )(createSeededRandom(seed)),
    );
  assert.deepEqual(of(3), of(3));
  assert.notDeepEqual(of(3), of(4));
});

test('every part has a name of its own and says what it does', () => {
  assert.equal(new Set(parts.map(({ name }) => name)).size, parts.length);
  for (const { about, engines } of parts) assert.ok(about !== '' && engines.length > 0);
  assert.equal(parts.at(-1)?.name, 'logs');
});
