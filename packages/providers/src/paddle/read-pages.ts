import { objectsIn } from './paddle-value.ts';
import type { PaddleClient } from './paddle-client.ts';
import type { WireObject } from '../wire-value.ts';
import { unclear } from './translate-error.ts';

const MOST_PAGES = 20;

/** Every object of a list, page after page. Throws `provider_unavailable` for an answer that is no list. */
export async function readPages(client: PaddleClient, path: string): Promise<WireObject[]> {
  const found: WireObject[] = [];
  let next: string | null = path;
  for (let page = 0; next !== null && page < MOST_PAGES; page += 1) {
    const answer = await client({ method: 'GET', path: next });
    if (!Array.isArray(answer.data)) throw unclear("Paddle's answer is not a list");
    found.push(...objectsIn(answer.data));
    next = answer.next;
  }
  return found;
}
