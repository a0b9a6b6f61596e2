import { AuditError } from '../audit-error.ts';
import type { Visit } from '../browser/visit.ts';
import type { Plan } from './plan.ts';
import { undo } from './undo.ts';

/** Makes the membership renew again: as the file says, or as a member does it. */
export async function beginAgain(visit: Visit, plan: Plan): Promise<void> {
  const { reset } = plan.flow;
  if (reset === null) {
    await undo(visit, plan, null);
    return;
  }
  await callReset(visit, plan);
}

/** Calls the address that makes it renew again, when the file names one. Throws AuditError when it refuses. */
export async function callReset({ context }: Visit, { flow: { reset } }: Plan): Promise<void> {
  if (reset === null) return;
  const answer = await context.request.fetch(reset.url, { method: reset.method }).catch(() => null);
  if (answer?.ok() !== true) {
    throw new AuditError(
      `reset ${reset.method} ${reset.url} answered ${answer?.status() ?? 'nothing'}: check reset in the flow file`,
    );
  }
}
