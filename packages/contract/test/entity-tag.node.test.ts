import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityTagOf } from '@leavewell/contract';

test('the entity tag changes with every write and with every renewal, and is a quoted text (CC2)', () => {
  const tag = entityTagOf({ version: 3, accessEndsAt: '2026-12-31T16:00:00Z' });
  assert.match(tag, /^"[\x21\x23-\x7e]*"$/);
  assert.equal(entityTagOf({ version: 3, accessEndsAt: '2026-12-31T16:00:00Z' }), tag);
  assert.notEqual(entityTagOf({ version: 4, accessEndsAt: '2026-12-31T16:00:00Z' }), tag);
  assert.notEqual(entityTagOf({ version: 3, accessEndsAt: '2027-12-31T16:00:00Z' }), tag);
  assert.notEqual(entityTagOf({ version: 3, accessEndsAt: null }), tag);
});
