// Takes Stripe's own examples of the objects that our double keeps out of its two files of fixtures:
// `node extract-examples.ts <fixtures of 2023> <fixtures of 2026>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';
import { at } from './json-object.ts';

const names = ['charge', 'customer', 'invoice', 'payment_method', 'refund', 'subscription'] as const;
const source = { repository: 'stripe/openapi', path: 'openapi/fixtures3.json', licence: 'MIT' };
const commits = {
  subscription: '63a674638635c68de26b9f3add13e58198f4df44',
  items: 'f6c2a48fbac2819d1feba8143d942ffc65e1c0d2',
};

function examplesIn(file: string | undefined): unknown {
  if (file === undefined) throw new Error('name both files of fixtures, the older first');
  const fixtures: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(names.map((name) => [name, at(fixtures, 'resources', name)]));
}

if (import.meta.main) {
  const [older, newer] = process.argv.slice(2);
  const note =
    'Unchanged. By where the period stands: on the subscription before API version 2025-03-31.basil, on items since.';
  const examples = { note, source, commits, subscription: examplesIn(older), items: examplesIn(newer) };
  writeFileSync(join(root, 'packages/testing/fixtures/openapi/stripe-examples.json'), `${JSON.stringify(examples)}\n`);
}
