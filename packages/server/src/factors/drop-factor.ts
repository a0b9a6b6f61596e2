import type { FactorList, RemoveFactor } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { useFactorProof } from '../verification/use-proof.ts';
import { factorNotFound, findFactor } from './find-factor.ts';
import { presentFactors } from './present-factors.ts';
import { tellChange } from './tell-change.ts';

/**
 * Takes a factor away, the last one too, by a proof of any of the member's ways; what was verified before is void. What
 * the verifier kept goes with it. Throws `factor_not_found`, `verification_required`, `step_up_required` or
 * `proof_invalid`.
 */
export async function dropFactor(call: MemberCall, { proof }: RemoveFactor): Promise<FactorList> {
  const { store, outbox } = call.service;
  const list = await store.transaction(async (rows) => {
    const record = await findFactor(rows, call);
    if (record.usableSince === null) throw factorNotFound();
    await useFactorProof(rows, call, proof);
    await rows.putFiled('factor', { ...record, secret: '', removedAt: formatInstant(call.now) });
    await tellChange(rows, call, 'removed', record);
    return presentFactors(rows, call.viewer);
  });
  outbox.kick();
  return list;
}
