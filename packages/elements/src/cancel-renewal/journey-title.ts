import type { Catalog } from '@leavewell/locales';
import type { Membership } from '@leavewell/sdk';
import type { Journey } from './journeys-host.ts';

/** What the steps of a journey are about. What never renews has no renewal to cancel. */
export function journeyTitle(words: Catalog, journey: Journey, membership: Membership | null): string {
  const isOnce = membership !== null && membership.kind !== 'recurring';
  return journey === 'cancel' && isOnce ? words['cancel.title.once'] : words[`${journey}.title`];
}
