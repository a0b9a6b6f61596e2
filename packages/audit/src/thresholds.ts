import { acceptedLabels, checkWishes, evaluatePolicy, type Placement, type ProfileId } from '@leavewell/policies';

/** What a flow is measured against in one place. */
export interface Thresholds {
  readonly profile: ProfileId;
  /** At most so many presses from the member page to done (Q1). */
  readonly activations: number;
  /** At most so many screens between opening and confirming (Q2). */
  readonly screensBetween: number;
  /** The labels that are accepted; any in the language of the page when empty (Q5). */
  readonly labels: { readonly open: readonly string[]; readonly confirm: readonly string[] };
  /** Whether nothing but the fields and the button may stand on the confirming page (Q6). */
  readonly isPure: boolean;
  /** Whether cancelling without logging in is required (Q4). */
  readonly needsLoggedOut: boolean;
  readonly survey: 'never' | 'after';
  readonly offer: Placement;
  /** A receipt is mailed within so many seconds (Q15). */
  readonly receiptSeconds: number;
}

/** The rubric blocks a release for these when the form needs a login (Q4). */
const loggedOutProfiles: readonly ProfileId[] = ['BASE', 'DE'];
/** The rubric's own aim where a law gives a day (Q15). */
const ownReceiptSeconds = 60;

/** The placement that an operator may wish for an offer in that place; undefined when it is no more than the usual. */
function mostOffer(profile: ProfileId, on: string): Placement | undefined {
  return checkWishes(profile, { offer: 'with_confirm' }, on).length === 0 ? 'with_confirm' : undefined;
}

/** What the rubric asks in one place for a person who ends a monthly renewal on that day, `YYYY-MM-DD`. */
export function thresholdsOf(profile: ProfileId, on: string): Thresholds {
  const policy = evaluatePolicy({
    profile,
    accountKind: 'person',
    plan: { kind: 'recurring', termMonths: 1, isTrial: false },
    act: 'cancelRenewal',
    on,
    wishes: {},
  });
  return {
    profile,
    activations: policy.budget.activations,
    screensBetween: policy.budget.screensBetween,
    labels: acceptedLabels(profile, 'cancelRenewal'),
    isPure: policy.isPure,
    needsLoggedOut: loggedOutProfiles.includes(profile),
    survey: policy.survey,
    offer: mostOffer(profile, on) ?? policy.offer.placement,
    receiptSeconds: Math.min(policy.receipt.withinSeconds, ownReceiptSeconds),
  };
}
