import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { requestPerson } from '../support/request-person.ts';

/** Has a person cancel; it counts from now, and nothing has to be verified for it. */
export const requestSupport = memberRoute(operations.requestSupport, async (call, wanted) => ({
  body: await requestPerson(call, wanted),
}));
