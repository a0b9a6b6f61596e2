import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError } from '../../src/logging/describe-error.ts';
import { scrub, wordsIn } from '../../src/logging/scrub.ts';

/** What must go, in the middle of what a gateway may say. */
const personal = [
  '+8613800002207', '8613800002207', '13800002207', '+86 138 0000 2207', '(138) 0000-2207', '138-0000-2207', '482913',
  'li.wen@northwind.example', 'Li.Wen+renewals@mail.northwind.example', '王芳@例子.公司',
  'Bearer abc.def.ghi', 'bearer acme-host-key', 'Basic bGk6d2Vu',
  'eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOiJhY21lIn0.c2lnbmF0dXJl',
  'q7Zk-3vX_9bTn2LwR8sYd1HcJ5mPf0aEgUo4iVt6KxB', 'key_0123456789abcdefghijklmnop',
];

for (const secret of personal) {
  test(`a log has no ${secret} (PR2)`, () => {
    for (const text of [secret, `rejected: "${secret}"`, `to=${secret}, retry`, `{"to":"${secret}"}`, `(${secret})`]) {
      const logged = scrub(text);
      assert.ok(!logged.includes(secret) && logged.includes('•••'), logged);
    }
  });
}

/** What helps whoever has to repair it. */
const technical = [
  'connect ECONNREFUSED 127.0.0.1:5432', 'HTTP 503 after 30000 ms', 'no answer within 18 s',
  '2026-11-22T02:42:00Z', '2026-11-22',
  'GET /leavewell/v1/memberships/{id} 500', 'outbox: settle 7f3c9a52-1b2e-4c3d-9e8f-0a1b2c3d4e5f failed at try 3',
  'relation "memberships_tenant_id_idx" does not exist', 'at run (file:///app/node_modules/pg/lib/client.js:526:17)',
  'SQLITE_BUSY: database is locked (5)', 'configuration_could_not_be_loaded_from_environment',
];

for (const text of technical) {
  test(`a log keeps ${text}`, () => assert.equal(scrub(text), text));
}

test('words that were given to whoever failed go as well, whole and in any case, and not within others', () => {
  const words = ['Li Wen', 'Li', '会员', 'a.b*c', '$&'];
  const text = 'Dear LI WEN, Li: 尊敬的会员 a.b*c $& in a Library, aXbbc';
  assert.equal(scrub(text, words), 'Dear •••, •••: 尊敬的••• ••• ••• in a Library, aXbbc');
});

test('the texts within a value are found, however deep, and there is an end to them', () => {
  const body = '{"i":"four"}';
  const value = { a: ['one', { b: 'two', c: 3, d: null }], e: new Headers({ x: 'three' }), f: 'x', g: '  ', body };
  assert.deepEqual([...wordsIn(value)].toSorted(), ['four', 'one', 'three', 'two', body]);
  assert.ok(wordsIn(Array.from({ length: 10_000 }, (_, index) => `word ${index}`)).size <= 500);
  assert.equal(wordsIn(JSON.parse(`${'['.repeat(30_000)}"deep"${']'.repeat(30_000)}`)).size, 0);
});

test('what a caller said is hidden however long it is: no pattern is made of it (PR2)', () => {
  const body = '{"a":'.repeat(12_000);
  assert.equal(scrub(`cannot read ${body}`, [body, 'Ida']), 'cannot read •••');
  const words = Array.from({ length: 500 }, (_, index) => `word-${'x'.repeat(990)}-${index}`);
  assert.equal(scrub(`told ${words[7]}`, words), 'told •••');
});

test('an error is told by name, message, place, code and cause, each without what is personal (PR2)', () => {
  const cause = Object.assign(new TypeError('no route to +8613800002207'), { code: 'EHOSTUNREACH' });
  const error = new Error('cannot send 482913 to Li Wen\n    at nowhere (482913)', { cause });
  const described = describeError(error, ['Li Wen']);
  assert.ok(typeof described !== 'string' && typeof described.cause !== 'string');
  assert.equal(described.message, 'cannot send ••• to •••\n    at nowhere (•••)');
  assert.match(described.stack ?? '', /scrub\.node\.test\.ts:\d+:\d+/);
  const { name, message, code } = described.cause ?? {};
  assert.deepEqual([name, message, code], ['TypeError', 'no route to •••', 'EHOSTUNREACH']);
  for (const secret of ['482913', 'Li Wen', '2207']) assert.ok(!JSON.stringify(described).includes(secret), secret);
});

test('whatever is thrown can be told: texts, nothing, causes in a circle', () => {
  assert.equal(describeError('login database of 13800002207 is down'), 'login database of ••• is down');
  assert.equal(describeError(undefined), 'undefined');
  const circle = new Error('round');
  circle.cause = circle;
  assert.ok(JSON.stringify(describeError(circle)).length < 10_000);
  const odd = { name: 'Odd', message: 'mail to a@b.example' };
  assert.deepEqual(describeError(odd), { name: 'Odd', message: 'mail to •••' });
});
