import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubledCompanies, type DoubledCompany } from '../../campaign/doubled/doubled-companies.ts';
import { checkModel } from '../../campaign/model/check-model.ts';
import { guessStep } from '../../campaign/parts/code-guessing.ts';
import { faultStep } from '../../campaign/parts/provider-faults.ts';
import { webhookStep } from '../../campaign/parts/webhooks.ts';
import { sumOf } from '../../campaign/part.ts';
import type { WrapCompany } from '../../campaign/stage.ts';

const [stripe] = doubledCompanies;
const paddle = doubledCompanies.at(-1);
assert.ok(stripe && paddle);

test('random histories of commands, repeats, losses and crashes keep what was promised (XO1, CC1)', async () => {
  const { counts, report } = await checkModel({ seed: 11, histories: 8 });
  assert.equal(report, '');
  assert.ok((counts.acknowledged ?? 0) > 10 && (counts.deaths ?? 0) > 10);
});

/** Every write arrives twice. */
const twice: WrapCompany =
  ({ handle }) =>
  async (request) => {
    if (request.method === 'POST') await handle(request.clone());
    return handle(request);
  };

/** The company says yes and does nothing. */
const idle: WrapCompany =
  ({ handle, subscription }) =>
  async (request) => {
    if (request.method !== 'POST') return handle(request);
    const [, , id = '', command] = new URL(request.url).pathname.split('/');
    const off = command === 'cancel';
    const answer = {
      ...subscription(id),
      renews: !off,
      canceled_at: off ? '2026-11-22T02:42:00Z' : null,
      change: 'chg_0',
    };
    return Response.json(answer);
  };

test('a company that is told twice, or does not do what it says, is found out', async () => {
  assert.match((await checkModel({ seed: 1, histories: 3, wrap: twice })).report, /told intent \S+ twice/);
  assert.match((await checkModel({ seed: 1, histories: 3, wrap: idle })).report, /the company did not do it/);
});

test('whatever Stripe answers, a command ends done, pending or with a named error (XO4, XO5, XO6)', async () => {
  const { counts, report } = await faultStep(stripe, 0.1);
  assert.deepEqual(report, []);
  assert.ok((counts.cases ?? 0) > 10);
});

/** A provider that reports success without asking anybody. */
async function boaster(): Promise<DoubledCompany> {
  const company = await paddle!();
  const { provider } = company;
  const boasting: DoubledCompany['provider'] = {
    ...provider,
    cancelRenewal: async ({ facts }, { by, at }) => ({
      facts: { ...facts, renewal: 'off', renewalOff: { by, at: at.toISOString() } },
      reference: null,
    }),
  };
  return { ...company, provider: boasting };
}

test('a false "canceled" is found out', async () => {
  const { report } = await faultStep(boaster, 0.04);
  assert.match(report.join('\n'), /said to be done, and the company has not done it/);
});

test('notices in any order, doubled, late, forged or lost end in what a fresh read says (WH1, WH2, WH3)', async () => {
  for (const [index, create] of doubledCompanies.entries()) {
    const { forged, forgedAccepted, refused, drift, blackoutDrift } = sumOf(await webhookStep(create, 100 + index, 6));
    assert.deepEqual(
      { forgedAccepted, refused, drift, blackoutDrift },
      { forgedAccepted: 0, refused: 0, drift: 0, blackoutDrift: 0 },
    );
    assert.ok((forged ?? 0) > 0);
  }
});

/** A provider that believes every notice. */
async function believer(): Promise<DoubledCompany> {
  const company = await stripe!();
  const id = company.notices.length;
  return {
    ...company,
    provider: { ...company.provider, notice: async (body) => ({ id: `${id}${body.length}`, references: [] }) },
  };
}

test('a forged notice that is believed, and a notice that leads to nothing, are found out', async () => {
  const { forgedAccepted, drift } = sumOf(await webhookStep(believer, 100, 6));
  assert.ok((forgedAccepted ?? 0) > 0);
  assert.ok((drift ?? 0) > 0);
});

test('a code is guessed at five times at most, and hardly ever found in a day (AU4, RL1)', async () => {
  const { evaluated, maxPerCode, maxUsualPerDay, maxChance, right } = await guessStep(5, 1500);
  assert.ok((evaluated ?? 0) > 0);
  assert.ok((maxPerCode ?? Infinity) <= 5 && (maxUsualPerDay ?? Infinity) <= 9, `${maxPerCode}, ${maxUsualPerDay}`);
  assert.ok((maxChance ?? 1) < 1e-5, `${maxChance}`);
  assert.equal(right, 0);
});
