import type { BillingFacts, ServerErrorCode } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import { recordEvent } from '../events/record-event.ts';
import { askProvider } from '../membership/ask-provider.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import type { TaskHandler, TaskOutcome, TaskRow } from '../outbox/task-handler.ts';
import type { MembershipRecord, StoreReads, StoreRows } from '../ports/store.ts';
import type { CheckTask } from '../ports/task.ts';
import { keepWhoSwitchedOff } from '../rules/keep-who-switched-off.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { checkTrace } from './check-row.ts';
import { checkAfterMissing, checkAfterOthers, checkAfterOutage, nextCheckAt } from './next-check.ts';

const maxTries = 3;

/** A membership as it was before the company was asked. */
interface Seen {
  readonly record: MembershipRecord;
  /** Changes when somebody wants the company asked afresh. */
  readonly trace: string;
}

/**
 * Asks the billing company for the facts of a membership and stores them when they differ, with the event
 * `membership.updated`. Webhooks make this due at once; by itself it is due every hour and a minute after the period's
 * end, so that whatever webhooks lost for good is repaired within one hour (WH3); of a subscription that was ended,
 * within one day. What is written was read after the last notice: when another arrives meanwhile, or somebody else
 * writes, the company is asked again.
 *
 * A company that cannot be reached is asked again at growing distances and never given up. What else goes wrong is
 * thrown. Who of ours switched renewal off stays known while it is off.
 */
export const checkMembership: TaskHandler<CheckTask> = async (service, row) => {
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const outcome = await checkOnce(service, row);
    if (outcome !== null) return outcome;
  }
  return { dueAt: checkAfterOthers(service.clock.now()), attempts: 0 };
};

/** Null when what was read is too old to be stored. */
async function checkOnce(service: Service, row: TaskRow<CheckTask>): Promise<TaskOutcome | null> {
  const { store, clock } = service;
  const seen = await store.read((rows) => look(rows, row.tenantId, row.task.membershipId, clock.now()));
  if (isOutcome(seen)) return seen;
  try {
    const read = await askTwice(service, seen.record);
    return await store.transaction((rows) => compare(rows, service, seen, read));
  } catch (error) {
    return afterFailure(service, row, error);
  }
}

/**
 * What the company says. That renewal is not as we know it is believed when it is said twice: an old answer must not undo
 * for an hour what a member has a receipt for.
 */
async function askTwice(service: Service, record: MembershipRecord): Promise<BillingFacts> {
  const ask = () =>
    askProvider(service, record, 'read', (provider, subject) => provider.read(subject, service.clock.now()));
  const first = await ask();
  return first.renewal === record.facts.renewal ? first : ask();
}

/** The membership, unless it has no company to ask, or a command on it is under way that will write it itself. */
async function look(rows: StoreReads, tenantId: string, id: string, now: Date): Promise<Seen | TaskOutcome> {
  const record = await rows.getMembership(tenantId, id);
  if (!record || record.providerReference === null) return 'done';
  const intent = await rows.findOpenIntent(tenantId, id);
  if (intent && !hasPassed(intent.leasedUntil, now)) return { dueAt: checkAfterOthers(now), attempts: 0 };
  return { record, trace: await checkTrace(rows, tenantId, id) };
}

function isOutcome(seen: Seen | TaskOutcome): seen is TaskOutcome {
  return seen === 'done' || 'dueAt' in seen;
}

async function compare(
  rows: StoreRows,
  service: Service,
  { record, trace }: Seen,
  read: BillingFacts,
): Promise<TaskOutcome | null> {
  const now = service.clock.now();
  const stored = await look(rows, record.tenantId, record.id, now);
  if (isOutcome(stored)) return stored;
  if (stored.trace !== trace || stored.record.version !== record.version) return null;
  const facts = keepWhoSwitchedOff(record.facts, read);
  if (canonicalJson(facts) !== canonicalJson(record.facts)) {
    const next = { ...record, facts, version: record.version + 1 };
    await rows.putMembership(next);
    await recordEvent(rows, service, { type: 'membership.updated', record: next, occurredAt: formatInstant(now) });
  }
  return { dueAt: nextCheckAt(facts, now), attempts: 0 };
}

/** What a company's failure means for a check. What has no entry is a fault of ours and thrown on. */
const waits: Partial<Record<ServerErrorCode, (row: TaskRow<CheckTask>, now: Date) => TaskOutcome>> = {
  provider_unavailable: ({ attempts }, now) => ({ dueAt: checkAfterOutage(attempts, now), attempts }),
  subscription_missing: (_, now) => ({ dueAt: checkAfterMissing(now), attempts: 0 }),
};

function afterFailure({ clock, log }: Service, row: TaskRow<CheckTask>, error: unknown): TaskOutcome {
  const wait = error instanceof ServiceError ? waits[error.code] : undefined;
  if (!(error instanceof ServiceError) || wait === undefined) throw error;
  const level = error.code === 'provider_unavailable' ? 'info' : 'error';
  log({ level, message: `check: ${row.id} of ${row.tenantId}: ${error.code}; its facts stay as they are` });
  return wait(row, clock.now());
}
