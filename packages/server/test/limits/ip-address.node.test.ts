import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressGroup, isInRanges, parseIp, parseIpRange } from '../../src/limits/ip-address.ts';

function groupOf(text: string): string | null {
  const address = parseIp(text);
  return address && addressGroup(address);
}

/** Every way in one row is the same caller. */
const sameCaller: readonly (readonly [string, readonly string[]])[] = [
  [
    '203.0.113.7',
    ['203.0.113.7', ' 203.0.113.7 ', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7'],
  ],
  ['2001:db8:0:1::/64', ['2001:db8:0:1::1', '2001:DB8::1:ffff:0:0:1', '2001:0db8:0000:0001:0000:0000:0000:0001']],
  ['2001:db8:0:1::/64', ['2001:db8:0:1:1:2:3:4', '2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::203.0.113.7']],
  ['fe80:0:0:0::/64', ['fe80::1', 'fe80::1%eth0', 'fe80::2%25wlan0']],
  ['0:0:0:0::/64', ['::', '::1', '::203.0.113.7']],
];

for (const [group, forms] of sameCaller) {
  test(`${forms.join(', ')} are all of ${group} (RL1)`, () => {
    for (const form of forms) assert.equal(groupOf(form), group, form);
  });
}

test('neighbours in another /64, and other IPv4 addresses, are other callers (RL1)', () => {
  const groups = ['2001:db8:0:1::1', '2001:db8:0:2::1', '2001:db9:0:1::1', '203.0.113.7', '203.0.113.8'].map(groupOf);
  assert.equal(new Set(groups).size, groups.length);
});

test('what is no address is none: names, numbers of another base, half addresses, injections', () => {
  const garbage = [
    '', ' ', 'unknown', '_hidden', 'localhost', 'example.com', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4',
    '0x1.2.3.4', '3405803783', ':', ':::', '1::2::3', '12345::', '2001:db8::1]', '[2001:db8::1]', '2001:db8::g',
    '::1/64',
    '1.2.3.4, 5.6.7.8', '1.2.3.4\r\nx: y', 'x'.repeat(5000),
  ];
  for (const text of garbage) assert.equal(groupOf(text), null, JSON.stringify(text));
});

const ranges: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['10.0.0.0/8', ['10.0.0.0', '10.255.255.255', '::ffff:10.1.2.3'], ['11.0.0.0', '9.255.255.255', '::a00:1', '::1']],
  ['192.0.2.0/25', ['192.0.2.127'], ['192.0.2.128']],
  ['192.0.2.7', ['192.0.2.7', '::ffff:192.0.2.7'], ['192.0.2.6']],
  ['2001:db8::/33', ['2001:db8:7fff::1'], ['2001:db8:8000::1', '2001:db9::1']],
  ['::1', ['::1'], ['::2', '127.0.0.1']],
  ['0.0.0.0/0', ['0.0.0.0', '255.255.255.255'], ['::1', '2001:db8::1']],
  ['::/0', ['::1', '1.2.3.4'], []],
];

for (const [range, inside, outside] of ranges) {
  const others = outside.length > 0 ? `, and not ${outside.join(', ')}` : '';
  test(`the range ${range} has ${inside.join(', ')}${others}`, () => {
    const parsed = parseIpRange(range);
    assert.ok(parsed);
    const isInside = (text: string) => isInRanges(parseIp(text) ?? [], [parsed]);
    assert.deepEqual(inside.filter(isInside), inside);
    assert.deepEqual(outside.filter(isInside), []);
  });
}

test('what is no range is none', () => {
  const none = ['', '10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/-1', '10.0.0.0/8/8', 'proxy', '1.0.0.0/8.5', '/8'];
  for (const text of none) assert.equal(parseIpRange(text), null, text);
});
