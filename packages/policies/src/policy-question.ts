import type { PolicyAct } from './evaluated-policy.ts';
import type { OperatorWishes } from './operator-wishes.ts';
import type { ProfileId } from './profile-id.ts';

/** For whom, for what and when a policy is evaluated. */
export interface PolicyQuestion {
  readonly profile: ProfileId;
  readonly accountKind: 'person' | 'company';
  readonly plan: {
    readonly kind: 'recurring' | 'fixed_term' | 'lifetime';
    /** Of the paid term; null when unknown. */
    readonly termMonths: number | null;
    readonly isTrial: boolean;
  };
  readonly act: PolicyAct;
  /** The day, `YYYY-MM-DD`, in the zone of the account. */
  readonly on: string;
  readonly wishes: OperatorWishes;
}
