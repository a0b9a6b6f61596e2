import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError, type BillingConfirmation } from '@leavewell/server';
import { doubleFaults, faultTable, type FaultRow } from '@leavewell/testing/billing-doubles';
import { faultStages, type FaultStage } from './a-fault-stage.ts';
import { aCommandAt, readMembership } from './a-membership.ts';

const commands = { cancelRenewal: 'off', resumeRenewal: 'on' } as const;
type Command = keyof typeof commands;

const hangs = ['timeout_before', 'timeout_after', 'slow_drip'];

async function outcomeOf(promise: Promise<BillingConfirmation>): Promise<string> {
  const outcome = await promise.then(
    ({ facts }) => facts.renewal,
    (error: unknown) => error,
  );
  if (typeof outcome === 'string') return outcome;
  assert.ok(outcome instanceof ServiceError, `a named error, not ${String(outcome)}`);
  return outcome.code;
}

/** Whether the company is where the command points. */
function isReached(stage: FaultStage, command: Command): boolean {
  return stage.willCharge() === (command === 'resumeRenewal');
}

async function tryFault(
  stage: FaultStage,
  command: Command,
  { fault, on, outcome, isReached: expected }: FaultRow,
): Promise<void> {
  if (command === 'resumeRenewal') stage.cancelElsewhere();
  const subject = await readMembership(stage.patient, stage.reference, stage.now());
  const provider = hangs.includes(fault) ? stage.hurried : stage.patient;
  stage.failNext(fault, { on });
  const first = await outcomeOf(provider[command](subject, aCommandAt(stage.now())));
  const isDone = first === commands[command];
  assert.ok(isDone || first === 'provider_unavailable', `done or a named error, not ${first}`);
  if (outcome !== 'either') assert.equal(first, outcome === 'done' ? commands[command] : outcome);
  assert.ok(!isDone || isReached(stage, command), 'what is told as done was done');
  if (outcome !== 'either') assert.equal(isReached(stage, command), expected);
  assert.ok(stage.tellings() <= 1, 'nothing was sent twice');
  stage.clear();
  const { renewal } = await stage.patient.read(subject, stage.now());
  assert.equal(renewal === commands[command], isReached(stage, command), 'a later read finds what is so');
  assert.equal(await outcomeOf(stage.patient[command](subject, aCommandAt(stage.now()))), commands[command]);
  assert.deepEqual(
    [isReached(stage, command), stage.writes()],
    [true, 1],
    'told again under one intent, it is done once',
  );
}

describe('whatever goes wrong on the way, a command is done or says what is unclear (XO4, XO5, DU5)', () => {
  for (const [company, open] of Object.entries(faultStages)) {
    describe(company, { concurrency: 6 }, () => {
      for (const row of faultTable) {
        for (const command of ['cancelRenewal', 'resumeRenewal'] as const) {
          it(`${command}: ${doubleFaults[row.fault].says}, when it ${row.on}s`, async () => {
            const stage = await open();
            try {
              await tryFault(stage, command, row);
            } finally {
              await stage.close();
            }
          });
        }
      }
    });
  }

  it('and the table has every fault in both requests', () => {
    assert.equal(faultTable.length, Object.keys(doubleFaults).length * 2);
    assert.ok(Object.keys(doubleFaults).length >= 12);
  });
});
