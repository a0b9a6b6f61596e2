import { operations } from '@leavewell/contract';
import { takeFeedback } from '../after-cancel/survey.ts';
import { memberRoute } from '../http/route.ts';

/** Keeps why a member left, if they say so, and not who said it. */
export const sendFeedback = memberRoute(operations.sendFeedback, async (call, said) => {
  await call.service.store.transaction((rows) => takeFeedback(rows, call, said));
  return { body: { taken: true as const } };
});
