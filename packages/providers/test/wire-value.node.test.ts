import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { integerOf, isObject, objectOf, secondsOf, textOf } from '../src/wire-value.ts';

describe('values as they come from a company', () => {
  it('are moments from 1970 to the end of the year 9999, in whole seconds', () => {
    for (const moment of [0, 1_234_567_890, 253_402_300_799]) assert.equal(secondsOf(moment), moment);
    for (const other of [-1, 253_402_300_800, 1.5, Number.NaN, Infinity, '1', null, undefined, {}]) {
      assert.equal(secondsOf(other), null);
    }
  });

  it('are whole numbers that can be counted with', () => {
    for (const whole of [0, -5, 2 ** 53 - 1]) assert.equal(integerOf(whole), whole);
    for (const other of [2 ** 53, 0.1, '1', null]) assert.equal(integerOf(other), null);
  });

  it('are texts with something in them', () => {
    assert.equal(textOf('usd'), 'usd');
    for (const other of ['', 0, null, undefined, ['usd']]) assert.equal(textOf(other), null);
  });

  it('are objects, or read as empty ones', () => {
    const object = { a: 1 };
    assert.equal(objectOf(object), object);
    for (const other of [null, undefined, [], 'x', 1]) {
      assert.equal(isObject(other), false);
      assert.deepEqual(objectOf(other), {});
    }
  });
});
