import { operations, type OperationName } from '@leavewell/contract';
import { createMemoryStore } from '@leavewell/server/memory';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostKey, startServer } from '../handler/start-server.ts';
import { askFrom } from './ask-from.ts';

const reads = (Object.keys(operations) as OperationName[]).filter(
  (name) => operations[name].method === 'GET' && operations[name].caller === 'member',
);

test('no read of a member begins a transaction, whoever asks and however often: limits cost a read nothing (RL1)', async () => {
  const memory = createMemoryStore();
  let transactions = 0;
  const store: typeof memory = {
    ...memory,
    transaction: (work) => {
      transactions += 1;
      return memory.transaction(work);
    },
  };
  const server = await startServer({ store, limits: { requestsPerAddress: 50 } });
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  transactions = 0;
  for (const name of reads) {
    for (const key of [token, 'guessed', hostKey, `${token}x`]) {
      for (let count = 0; count < 10; count += 1) {
        const headers = { authorization: `Bearer ${key}` };
        await askFrom(server, { address: '203.0.113.7' }, name, { id: 'm_pro', headers });
      }
    }
  }
  assert.ok(reads.length >= 5);
  assert.equal(transactions, 0);
});
