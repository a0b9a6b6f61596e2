import type { Asking } from './asking.ts';
import type { PolicyAct } from './evaluated-policy.ts';
import type { ProfileId } from './profile-id.ts';

/** Wordings of the two controls that mean the same, the preferred one first. */
export interface LabelChoice {
  readonly open: readonly string[];
  readonly confirm: readonly string[];
}

/** Wordings by BCP 47 language tag, for where no law fixes one. */
export type SuggestedLabels = Readonly<Partial<Record<PolicyAct, Readonly<Record<string, LabelChoice>>>>>;

/** What one place asks where it differs from the profile it builds on. */
export interface Profile {
  readonly id: ProfileId;
  /** Read before this one; null for `BASE` alone. */
  readonly buildsOn: Profile | null;
  /** Read in order: a later asking takes the place of an earlier one. */
  readonly askings: readonly Asking[];
  readonly suggestedLabels?: SuggestedLabels;
}

/** The profiles that make up this one, `BASE` first. */
export function lineageOf(profile: Profile): readonly Profile[] {
  return profile.buildsOn === null ? [profile] : [...lineageOf(profile.buildsOn), profile];
}
