import type { Catalog, StepTexts } from '@leavewell/locales';
import type { LitElement } from 'lit';
import type { MembershipHost } from './tell-page.ts';

/** Where a member can be led: to the end of renewal, back, or out of the contract. */
export type Journey = 'cancel' | 'resume' | 'withdraw';

/** The element that a journey is shown in. */
export interface JourneysHost extends LitElement, Pick<MembershipHost, 'membership'> {
  /** Whether the steps are shown. */
  open: boolean;
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
  readonly messages: Partial<Catalog & StepTexts> | undefined;
  refresh(): Promise<void>;
}
