import type { FixedText, PolicyAct } from './evaluated-policy.ts';
import { type LabelChoice, lineageOf } from './profile.ts';
import type { ProfileId } from './profile-id.ts';
import { profiles } from './profiles/profiles.ts';
import { settle } from './settle.ts';

/** A day on which everything that has a date binds. */
const AFTER_ALL_DATES = '9999-12-31';

/** Words by BCP 47 language tag that suit the two controls where no law fixes them; those of the place come first. */
export function suggestedLabels(profile: ProfileId, act: PolicyAct): Readonly<Record<string, LabelChoice>> {
  return lineageOf(profiles[profile]).reduceRight<Readonly<Record<string, LabelChoice>>>(
    (labels, { suggestedLabels: suggested }) => ({ ...labels, ...suggested?.[act], ...labels }),
    {},
  );
}

/**
 * Every wording of the two controls that counts as right in a place: the fixed one alone where a law fixes it, else the
 * suggested ones and those of our pages.
 *
 * @param on - the day, `YYYY-MM-DD`; every dated wording counts when absent.
 */
export function acceptedLabels(profile: ProfileId, act: PolicyAct, on: string = AFTER_ALL_DATES): LabelChoice {
  const { openLabel, confirmLabel } = settle(profile, act, on).asked;
  const suggested = Object.values(suggestedLabels(profile, act));
  const choose = (fixed: FixedText | null, others: readonly string[]): readonly string[] =>
    fixed === null ? others : [fixed.text];
  return {
    open: choose(openLabel, suggested.flatMap(({ open }) => open)),
    confirm: choose(confirmLabel, suggested.flatMap(({ confirm }) => confirm)),
  };
}
