import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maySee, visibleMemberships } from '../../src/rules/may-see.ts';
import { aMember, aRecord, company } from './a-membership.ts';

const manager = aMember({ id: 'chen', account: company, permissions: ['manage_members'] });

describe('who sees a membership (AC1)', () => {
  it('is its holder, with or without rights', () => {
    assert.equal(maySee(aMember({ permissions: [] }), aRecord()), true);
  });

  it('is a manager of its account', () => assert.equal(maySee(manager, aRecord()), true));

  it('is not a colleague without that right', () => {
    assert.equal(maySee(aMember({ id: 'wu', account: company, permissions: ['cancel_own'] }), aRecord()), false);
  });

  it('is not a manager of another account', () => {
    assert.equal(maySee({ ...manager, account: { ...company, id: 'a2' } }, aRecord()), false);
  });

  it('is nobody of another host, even with the same ids', () => {
    assert.equal(maySee(aMember({ tenantId: 't2' }), aRecord()), false);
    assert.equal(maySee({ ...manager, tenantId: 't2' }, aRecord()), false);
  });

  it('is the same in the list: an account for managers, nobody else’s for the others', () => {
    assert.deepEqual(visibleMemberships(manager), { memberId: 'chen', accountId: 'a1' });
    assert.deepEqual(visibleMemberships(aMember()), { memberId: 'lin', accountId: null });
  });
});
