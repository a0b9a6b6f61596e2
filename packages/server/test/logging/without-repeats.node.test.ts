import { ServiceError } from '@leavewell/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutRepeats } from '../../src/logging/without-repeats.ts';

const member = { name: 'Li Wen', account: { name: 'Northwind' } };

class Gateway {
  readonly name = 'gateway';
  readonly #sent: string[] = [];
  readonly orders = undefined;

  get sent(): readonly string[] {
    return this.#sent;
  }
  send(to: { name: string }): string {
    if (to.name === 'nobody') throw new TypeError(`no number for nobody of ${JSON.stringify(to)}`);
    this.#sent.push(to.name);
    return `sent to ${to.name}`;
  }
  async deliver(to: typeof member): Promise<never> {
    throw Object.assign(new RangeError(`cannot reach ${to.name} at Northwind`), { code: 'EUNREACH' });
  }
  async refuse(to: typeof member): Promise<never> {
    throw new ServiceError('provider_unavailable', { detail: 'Away.' }, { cause: new Error(`${to.name} is unknown`) });
  }
}

test('what works is as it was: answers, names, private state, what is absent', () => {
  const gateway = withoutRepeats(new Gateway());
  assert.equal(gateway.send(member), 'sent to Li Wen');
  assert.deepEqual([gateway.name, gateway.sent, gateway.orders], ['gateway', ['Li Wen'], undefined]);
});

test('an object that is frozen can be stood on as well', async () => {
  const frozen = withoutRepeats(Object.freeze({ fail: async (word: string) => Promise.reject(new Error(word)) }));
  await assert.rejects(frozen.fail('Li Wen'), { message: '•••' });
});

test('an error loses what was given to whoever threw it, and keeps its name, code and place (PR2)', async () => {
  const gateway = withoutRepeats(new Gateway());
  await assert.rejects(gateway.deliver(member), (error: Error) => {
    const told = [error.name, error.message, Reflect.get(error, 'code')];
    assert.deepEqual(told, ['RangeError', 'cannot reach ••• at •••', 'EUNREACH']);
    assert.match(error.stack ?? '', /Gateway\.deliver/);
    assert.ok(!(error.stack ?? '').includes('Li Wen'));
    return true;
  });
  const message = 'no number for ••• of {"name":"•••"}';
  assert.throws(() => gateway.send({ name: 'nobody' }), { name: 'TypeError', message });
});

test('a refusal in the words of the port stays one; only its cause is cleaned (PR2)', async () => {
  await assert.rejects(withoutRepeats(new Gateway()).refuse(member), (error: unknown) => {
    assert.ok(error instanceof ServiceError && error.cause instanceof Error);
    const told = [error.code, error.details.detail, error.cause.message];
    assert.deepEqual(told, ['provider_unavailable', 'Away.', '••• is unknown']);
    return true;
  });
});
