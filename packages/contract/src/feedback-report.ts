import * as z from 'zod/mini';

/** Why members left, in groups large enough that nobody can be told from them. */
export const FeedbackReport = z.object({
  /** Answers in all, also those of groups too small to be named. */
  answers: z.number(),
  /** No group smaller than this is named. */
  minimumGroup: z.number(),
  reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** Comments, in no order, once there are as many as the smallest group. */
  comments: z.array(z.string()),
});
/** Why members left, in groups large enough that nobody can be told from them. */
export type FeedbackReport = z.infer<typeof FeedbackReport>;
