import type { FeedbackRecord } from '../ports/filed-record.ts';
import type { StoreReads } from '../ports/store.ts';

const PAGE = 1000;

/** Everything that members of a tenant answered, in order of ids that were drawn at random. */
export async function readFeedback(reads: StoreReads, tenantId: string): Promise<readonly FeedbackRecord[]> {
  const found: FeedbackRecord[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await reads.listFiled('feedback', tenantId, { ...(last && { afterId: last.id }), limit: PAGE });
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}
