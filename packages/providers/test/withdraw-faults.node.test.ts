import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError, type BillingProvider, type BillingSubject } from '@leavewell/server';
import { doubleFaults, type DoubleFault } from '@leavewell/testing/billing-doubles';
import { faultStages, type FaultStage } from './a-fault-stage.ts';
import { aCommandAt, readMembership } from './a-membership.ts';

const hangs = ['timeout_before', 'timeout_after', 'slow_drip'];
const faults = Object.keys(doubleFaults).filter((name): name is DoubleFault => Object.hasOwn(doubleFaults, name));
/** How many of its requests a withdrawal has answered rightly before one fails. */
const turns = [0, 1, 2];

async function outcomeOf(provider: BillingProvider, subject: BillingSubject, at: Date): Promise<string> {
  const outcome = await provider.withdraw(subject, aCommandAt(at)).then(
    ({ facts }) => (facts.endedAt !== null && facts.payment === 'refunded' ? 'done' : 'half done'),
    (error: unknown) => error,
  );
  if (typeof outcome === 'string') return outcome;
  assert.ok(outcome instanceof ServiceError, `a named error, not ${String(outcome)}`);
  return outcome.code;
}

/** What went back of the newest charge, and in how many refunds. */
async function moneyBack({ patient }: FaultStage, subject: BillingSubject) {
  const [newest] = (await patient.orders?.(subject)) ?? [];
  const refunds = newest?.refunds.filter(({ status }) => status !== 'failed') ?? [];
  return { isAll: refunds.reduce((sum, { amount }) => sum + amount, 0) === newest?.amount, times: refunds.length };
}

async function tryFault(stage: FaultStage, fault: DoubleFault, on: 'read' | 'write', turn: number): Promise<void> {
  const subject = await readMembership(stage.patient, stage.reference, stage.now());
  const provider = hangs.includes(fault) ? stage.hurried : stage.patient;
  stage.failNext(fault, { on, after: turn });
  const first = await outcomeOf(provider, subject, stage.now());
  assert.ok(['done', 'provider_unavailable'].includes(first), `done or unclear, not ${first}`);
  stage.clear();
  const { isAll, times } = await moneyBack(stage, subject);
  assert.ok(times <= 1, 'nothing goes back twice');
  const read = await stage.patient.read(subject, stage.now());
  assert.equal(first === 'done' && !(isAll && read.endedAt !== null), false, 'what is told as done was done');
  assert.equal(read.endedAt !== null && !isAll, false, 'nobody is put out without their money');
  assert.equal(await outcomeOf(stage.patient, subject, stage.now()), 'done');
  assert.deepEqual(await moneyBack(stage, subject), { isAll: true, times: 1 });
  assert.equal((await stage.patient.read(subject, stage.now())).payment, 'refunded');
}

describe('whatever goes wrong on the way, a withdrawal gives back once, before it ends (XO2, XO4, DU5)', () => {
  for (const [company, open] of Object.entries(faultStages)) {
    describe(company, { concurrency: 6 }, () => {
      for (const fault of faults) {
        for (const on of ['read', 'write'] as const) {
          for (const turn of turns.slice(0, on === 'write' ? 2 : 3)) {
            it(`${doubleFaults[fault].says}, when it ${on}s for the ${turn + 1}. time`, async () => {
              const stage = await open();
              try {
                await tryFault(stage, fault, on, turn);
              } finally {
                await stage.close();
              }
            });
          }
        }
      }
    });
  }
});
