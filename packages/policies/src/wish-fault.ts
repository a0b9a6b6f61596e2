import type { OperatorWishes } from './operator-wishes.ts';

/** A wish that a rule does not allow. */
export interface WishFault {
  readonly wish: keyof OperatorWishes;
  /** Id of the rule it breaks. For a rule that cannot be followed early, the id as it was given. */
  readonly rule: string;
  /** What the rule rests on. */
  readonly article: string;
  /** For developers: what to write instead. */
  readonly remedy: string;
}
