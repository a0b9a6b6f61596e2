import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeyedMutex } from '../../src/commands/keyed-mutex.ts';

test('work under one key runs one after the other, in the order asked, also after a failure (CC1)', async () => {
  const mutex = createKeyedMutex();
  const gate = Promise.withResolvers<void>();
  const done: string[] = [];
  const first = mutex.run('m_1', async () => {
    await gate.promise;
    done.push('first');
    throw new Error('first failed');
  });
  const second = mutex.run('m_1', async () => done.push('second'));
  const third = mutex.run('m_1', async () => done.push('third'));
  await mutex.run('m_2', async () => done.push('another key'));
  gate.resolve();
  await assert.rejects(first, { message: 'first failed' });
  await Promise.all([second, third]);
  assert.deepEqual(done, ['another key', 'first', 'second', 'third']);
});
