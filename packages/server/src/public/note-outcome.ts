import { RenewalOutcome, type ServerErrorCode } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { receiptMessage } from '../commands/receipt-message.ts';
import type { DeclarationRecord } from '../ports/filed-record.ts';
import type { StoreRows } from '../ports/store.ts';
import type { Service } from '../service.ts';

type Outcome = Pick<DeclarationRecord, 'outcome' | 'receiptId'>;

const forPerson: Outcome = { outcome: 'for_a_person', receiptId: null };

/** Under which key the intent of a declaration stands. */
export function intentKeyOf(declarationId: string): string {
  return `public:${declarationId}`;
}

/** Leaves a declaration to a person, with the time at which it was received. */
export async function leaveToPerson(service: Service, filed: DeclarationRecord): Promise<void> {
  await write(service, filed, async () => forPerson);
}

/** Writes what became of a declaration that is under way, as far as it is known. */
export async function noteOutcome(service: Service, filed: DeclarationRecord): Promise<void> {
  await write(service, filed, outcomeOf);
}

/** Writes what a refusal of the command means for the declaration. */
export async function noteStanding(service: Service, filed: DeclarationRecord, code: ServerErrorCode): Promise<void> {
  await write(service, filed, async (rows, current) => {
    // A double press: the first one is at it.
    if (code === 'in_progress' && (await intentOf(rows, current))) return null;
    return (code === 'renewal_already_off' && (await alreadyCanceled(rows, service, current))) || forPerson;
  });
  service.outbox.kick();
}

/** Writes the outcome of one that is not decided yet; null leaves it as it is. */
async function write(
  { store }: Service,
  { tenantId, id }: DeclarationRecord,
  decide: (rows: StoreRows, current: DeclarationRecord) => Promise<Outcome | null>,
): Promise<void> {
  await store.transaction(async (rows) => {
    const current = await rows.getFiled('declaration', tenantId, id);
    if (!current || (current.outcome !== 'pending' && current.outcome !== 'verifying')) return;
    const outcome = await decide(rows, current);
    if (outcome) await rows.putFiled('declaration', { ...current, ...outcome });
  });
}

async function intentOf(rows: StoreRows, { tenantId, memberId, id }: DeclarationRecord) {
  return memberId === null ? undefined : rows.findIntent(tenantId, memberId, intentKeyOf(id));
}

/** An intent that is gone was refused by the company, which its member was told. */
async function outcomeOf(rows: StoreRows, current: DeclarationRecord): Promise<Outcome | null> {
  const intent = await intentOf(rows, current);
  if (!intent) return forPerson;
  if (!intent.answer) return null;
  if (intent.answer.status !== 200) return forPerson;
  const { receipt } = RenewalOutcome.parse(JSON.parse(intent.answer.body));
  const outcome = current.receipt.act === 'withdraw' ? 'withdrawn' : 'canceled';
  return { outcome, receiptId: receipt?.id ?? null };
}

/** Canceled before, here: the receipt of then goes out once more. Null where there is none to send. */
async function alreadyCanceled(
  rows: StoreRows,
  { clock }: Service,
  { tenantId, memberId, membershipId }: DeclarationRecord,
): Promise<Outcome | null> {
  if (memberId === null || membershipId === null) return null;
  const member = await rows.getMember(tenantId, memberId);
  const membership = await rows.getMembership(tenantId, membershipId);
  const { receiptId = null } = membership ?? {};
  const stored = receiptId === null ? undefined : await rows.getReceipt(tenantId, receiptId);
  if (!member || stored?.receipt.command !== 'cancelRenewal') return null;
  const message = receiptMessage(member, stored.receipt, formatInstant(clock.now()));
  if (message) await rows.addToOutbox(message);
  return { outcome: 'canceled', receiptId };
}
