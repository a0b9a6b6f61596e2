import { operations, type RequestCancelWithoutLogin } from '@leavewell/contract';
import { parseInput } from '../http/parse-input.ts';
import type { Route } from '../http/route.ts';
import { declareWithoutLogin } from '../public/declare-without-login.ts';
import { evenAnswer } from '../public/even-answer.ts';
import { publicPolicyOf, wayOf, type PublicRequest } from '../public/public-request.ts';
import { isDay } from '../public/read-form.ts';
import { askerOf } from '../public/visit.ts';
import { ServiceError } from '../service-error.ts';

const operation = operations.requestCancelWithoutLogin;

/** What cannot be left out of a declaration. Throws `invalid_request` that names every field at fault. */
function requireWhole(asker: PublicRequest, { act, declaration }: RequestCancelWithoutLogin): void {
  const policy = publicPolicyOf(asker, act);
  const needed = (['name', 'contract', 'email'] as const).filter((field) => policy.publicForm.fields.includes(field));
  const errors = needed
    .filter((field) => (declaration[field] ?? '').trim() === '')
    .map((field) => ({ field: `declaration.${field}`, message: 'Send what the visitor typed; it is empty.' }));
  const { endDate = null } = declaration;
  if (endDate !== null && !isDay(endDate)) {
    const message = 'No day of the calendar: send one such as 2026-12-31, or null.';
    errors.push({ field: 'declaration.endDate', message });
  }
  if (act === 'withdraw' && policy.withdrawal === null) {
    errors.push({ field: 'act', message: 'There is no right to withdraw in this place: send "cancelRenewal".' });
  }
  if (errors.length > 0) throw new ServiceError('invalid_request', { errors });
}

/** The operator wants a verification first, and this operation has no place for one. */
function requireNoCode(asker: PublicRequest, { act }: RequestCancelWithoutLogin): void {
  if (wayOf(asker, act) === 'at_once') return;
  const page = `${asker.service.mountPath}/${act === 'withdraw' ? 'withdraw' : 'cancel'}`;
  throw new ServiceError('verification_required', {
    detail: `Here a verification is asked for: send the visitor to ${page}, which takes their request without one too.`,
  });
}

/** Takes a declaration of a visitor without a login, as the page does. */
export const requestCancelWithoutLogin: Route<typeof operation> = {
  operation,
  run: async ({ service, now, request, scope, readInput }) => {
    const said = await readInput();
    scope.said.push(said);
    const declared = parseInput<typeof operation>(operation, said);
    const asker = askerOf(service, request, scope, now);
    requireWhole(asker, declared);
    requireNoCode(asker, declared);
    const { receipt } = await declareWithoutLogin(asker, declared);
    await evenAnswer(scope.beganAt);
    return { body: receipt };
  },
};
