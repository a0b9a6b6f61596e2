import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBoundedMap } from '../../src/bounded-map.ts';
import { createWindowCounter } from '../../src/limits/window-counter.ts';

test('a map that is full forgets what was not asked for the longest', () => {
  const map = createBoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  assert.equal(map.get('a'), 1);
  map.set('c', 3);
  assert.deepEqual([map.get('a'), map.get('b'), map.get('c')], [1, undefined, 3]);
  map.delete('a');
  assert.equal(map.get('a'), undefined);
});

test('a window begins with the first use, and after its end everything is allowed again', () => {
  const counter = createWindowCounter({ most: 2, seconds: 60 });
  const answers = [0, 59_999, 59_999].map((now) => counter.count('a', now));
  assert.deepEqual(answers, [null, null, 60_000]);
  assert.equal(counter.count('b', 59_999), null, 'another key');
  assert.equal(counter.count('a', 60_000), null);
});

test('a million callers do not fill the memory: the oldest are forgotten, whoever still asks is not', () => {
  const counter = createWindowCounter({ most: 1, seconds: 60 });
  counter.count('first', 0);
  for (let index = 0; index < 49_000; index += 1) counter.count(`early ${index}`, 1);
  counter.count('last', 1);
  for (let index = 0; index < 40_000; index += 1) counter.count(`late ${index}`, 1);
  assert.equal(counter.count('first', 1), null, 'forgotten');
  assert.equal(counter.count('last', 1), 60_001, 'still counted');
});

test('without a rule nothing is counted', () => {
  const counter = createWindowCounter(null);
  for (let index = 0; index < 1000; index += 1) assert.equal(counter.count('a', 0), null);
});
