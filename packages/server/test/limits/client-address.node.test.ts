import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClientAddress } from '../../src/limits/client-address.ts';

const proxy = '10.0.0.5';
const client = '203.0.113.7';

const named = ['10.0.0.0/8', '2001:db8:9::/48'];

function whoIs(socket: string | undefined, headers: Record<string, string> = {}, trustedProxies = named) {
  return createClientAddress({ trustedProxies })(new Headers(headers), { address: socket });
}

test('without a proxy the socket says who it is, and headers say nothing (RL1)', () => {
  for (const headers of [{}, { 'x-forwarded-for': '198.51.100.1' }, { forwarded: 'for=198.51.100.1' }]) {
    assert.equal(whoIs(client, headers), client);
    assert.equal(whoIs(client, headers, []), client);
    assert.equal(whoIs('127.0.0.1', headers, []), '127.0.0.1');
  }
});

test('a runtime that tells no address counts by none', () => {
  assert.equal(whoIs(undefined, { 'x-forwarded-for': client }), null);
  assert.equal(whoIs('not an address', { 'x-forwarded-for': client }), null);
});

/** What a named proxy sends, and whom it is about. */
const forwarded: readonly (readonly [Record<string, string>, string])[] = [
  [{ 'x-forwarded-for': client }, client],
  [{ 'x-forwarded-for': `${client}:5000` }, client],
  [{ 'x-forwarded-for': '[2001:db8::1]:443' }, '2001:db8:0:0::/64'],
  [{ 'x-forwarded-for': '2001:db8::1' }, '2001:db8:0:0::/64'],
  [{ 'x-forwarded-for': `::ffff:${client}` }, client],
  [{ forwarded: `for=${client}` }, client],
  [{ forwarded: `proto=https; For="[2001:db8::1]:443";by=${proxy}` }, '2001:db8:0:0::/64'],
  // Over proxies that are named, to the first that is not.
  [{ 'x-forwarded-for': `198.51.100.1, ${client}, 10.0.0.9,10.1.1.1` }, client],
  [{ 'x-forwarded-for': `${client}, 2001:db8:9::1` }, client],
  [{ forwarded: `for=198.51.100.1, for="${client}:80", for=10.0.0.9` }, client],
  // What was written before a stranger came by is the stranger's word.
  [{ 'x-forwarded-for': `10.0.0.9, 198.51.100.1, ${client}` }, client],
  // Nothing but proxies: the furthest of them asks.
  [{ 'x-forwarded-for': '10.0.0.8, 10.0.0.9' }, '10.0.0.8'],
  // What cannot be read ends the walk.
  [{ 'x-forwarded-for': '' }, proxy],
  [{ 'x-forwarded-for': 'unknown' }, proxy],
  [{ 'x-forwarded-for': `${client}, unknown, 10.0.0.9` }, '10.0.0.9'],
  [{ 'x-forwarded-for': `${client},` }, proxy],
  [{ forwarded: `for=_hidden` }, proxy],
  [{ forwarded: `for=${client}, proto=https` }, proxy],
  [{ forwarded: ';;;=,' }, proxy],
  // Both alike, or one of them of a stranger.
  [{ 'x-forwarded-for': client, forwarded: `for=${client}` }, client],
  [{ 'x-forwarded-for': client, forwarded: 'for=198.51.100.1' }, proxy],
  [{ 'x-forwarded-for': '198.51.100.1', forwarded: `for=${client}` }, proxy],
];

for (const [headers, who] of forwarded) {
  test(`a named proxy that sends ${JSON.stringify(headers)} speaks for ${who} (RL1)`, () => {
    assert.equal(whoIs(proxy, headers), who);
    assert.equal(whoIs(`::ffff:${proxy}`, headers), who);
  });
}

test('whoever runs a proxy that is not named is told once, and the header is not believed', () => {
  let told = 0;
  const clientAddress = createClientAddress({ trustedProxies: [], onUnnamedProxy: () => (told += 1) });
  const headers = new Headers({ 'x-forwarded-for': client });
  assert.equal(clientAddress(headers, { address: client }), client);
  assert.equal(clientAddress(new Headers(), { address: '127.0.0.1' }), '127.0.0.1');
  assert.equal(told, 0);
  for (const address of ['127.0.0.1', '10.0.0.5', '::1', 'fd00::1']) clientAddress(headers, { address });
  assert.equal(told, 1);
});
