/// <reference types="node" />
import { setTimeout as wait } from 'node:timers/promises';
import { look, settle, type Visit } from '../browser/visit.ts';
import type { Screen } from './screen.ts';

/**
 * Looks until what is looked for is there; some pages rest for a moment before they bring it. When it does not come in
 * time, `found` is null and the screen is the last one seen.
 */
export async function lookUntil<T>(
  visit: Visit,
  find: (screen: Screen) => T | null | Promise<T | null>,
  picture: string | null = null,
): Promise<{ screen: Screen; found: T | null }> {
  const until = performance.now() + visit.settings.pace.patience;
  for (;;) {
    const screen = await look(visit);
    const found = await find(screen);
    if (found !== null || performance.now() > until) {
      return { screen: picture === null ? screen : await look(visit, picture), found };
    }
    await wait(50);
    await settle(visit);
  }
}
