import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Action,
  BillingFacts,
  HostInstant,
  HostMember,
  HostText,
  ListMemberships,
  PutMembership,
  StartVerification,
} from '@leavewell/contract';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

test('a host writes an instant as ISO 8601 in UTC and nothing looser (TZ1)', () => {
  for (const good of ['2026-12-31T16:00:00Z', '2026-12-31T16:00:00.123Z']) assert.ok(accepts(HostInstant, good), good);
  for (const bad of ['2026-12-31', '2026-12-31T16:00:00', '2026-12-31T16:00:00+08:00', '2026-12-31T16:00Z', '', 0]) {
    assert.ok(!accepts(HostInstant, bad), String(bad));
  }
});

test('a host gives money in whole minor units of a three-letter currency', () => {
  const facts = {
    kind: 'recurring',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    startsAt: '2025-12-31T16:00:00Z',
    periodStartsAt: '2025-12-31T16:00:00Z',
    periodEndsAt: '2026-12-31T16:00:00Z',
    cancelBy: null,
    graceEndsAt: null,
    endedAt: null,
    resumesAt: null,
    paymentMethod: { brand: 'Alipay', last4: '8017' },
  };
  const yearly = { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } };
  const withPrice = (price: object | null) => accepts(BillingFacts, { ...facts, price });
  for (const good of [yearly, { ...yearly, interval: null }, null]) assert.ok(withPrice(good), JSON.stringify(good));
  assert.ok(!withPrice({ ...yearly, amount: 1_298.5 }));
  assert.ok(!withPrice({ ...yearly, currency: 'cny' }));
  assert.ok(!withPrice({ ...yearly, interval: { unit: 'year', count: 0 } }));
  assert.ok(!withPrice({ ...yearly, discount: 1 }));
});

test('a refused action always says why and what helps (S57)', () => {
  assert.ok(accepts(Action, { allowed: true, refusal: null, label: null }));
  const refusal = { code: 'no_permission', remedy: 'ask_administrator', contact: 'Li Wen' };
  assert.ok(accepts(Action, { allowed: false, refusal, label: null }));
  assert.ok(!accepts(Action, { allowed: false }));
  assert.ok(!accepts(Action, { allowed: false, refusal: {} }));
  assert.ok(!accepts(Action, { allowed: false, refusal: { code: 'because', remedy: 'none', contact: null } }));
});

test('a host writes a text once or once per language, never empty', () => {
  assert.ok(accepts(HostText, 'Professional'));
  assert.ok(accepts(HostText, { en: 'Professional', 'zh-CN': '专业版' }));
  assert.ok(!accepts(HostText, ''));
  assert.ok(!accepts(HostText, { en: '' }));
});

test('a member asks for a code but never says where it goes (RL3)', () => {
  const request = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };
  assert.ok(accepts(StartVerification, request));
  assert.ok(!accepts(StartVerification, { ...request, destination: '+8613900000000' }));
  assert.ok(!accepts(StartVerification, { ...request, command: 'deleteAccount' }));
});

test('a host gives phones in E.164 and identifiers that are safe in a path', () => {
  const member = {
    id: 'li-wen',
    name: 'Li Wen',
    phone: '+8613800002207',
    email: 'li.wen@example.com',
    language: 'zh-CN',
    account: { id: 'northwind', kind: 'company', name: 'Northwind Trading', administratorName: null },
    permissions: ['cancel_own', 'manage_members'],
  };
  assert.ok(accepts(HostMember, member));
  assert.ok(!accepts(HostMember, { ...member, phone: '138 0000 2207' }));
  assert.ok(!accepts(HostMember, { ...member, id: '../li-wen' }));
  assert.ok(!accepts(HostMember, { ...member, permissions: ['root'] }));
});

test('a list is asked for with 1 to 100 rows', () => {
  for (const limit of ['1', '50', '99', '100']) assert.ok(accepts(ListMemberships, { limit }), limit);
  for (const limit of ['0', '101', '-1', '1e2', 'all', 5]) assert.ok(!accepts(ListMemberships, { limit }), String(limit));
});

test('a membership without what it stands on is refused by the name of the field', () => {
  const result = PutMembership.safeParse({});
  assert.ok(!result.success);
  const fields = result.error.issues.map((issue) => issue.path.join('.'));
  for (const field of ['holder', 'plan', 'timeZone', 'provider']) assert.ok(fields.includes(field), field);
});
