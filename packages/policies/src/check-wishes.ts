import { binds, canBind } from './binds.ts';
import type { OperatorWishes } from './operator-wishes.ts';
import type { ProfileId } from './profile-id.ts';
import { findRule } from './rules/find-rule.ts';
import { askingsOf, settle } from './settle.ts';
import { wishChecks } from './wish-checks.ts';
import type { WishFault } from './wish-fault.ts';

/**
 * What an operator may not wish for in a place. More generous than the law passes: a longer time to withdraw, an
 * earlier receipt, more notices, no verification. Less is refused with the rule it breaks. Empty when all is well.
 *
 * @param on - the day, `YYYY-MM-DD`: a rule that does not bind yet refuses nothing unless the wishes follow it early.
 */
export function checkWishes(profile: ProfileId, wishes: OperatorWishes, on: string): readonly WishFault[] {
  const settled = settle(profile, 'cancelRenewal', on, wishes.prospective);
  const faults: WishFault[] = [...checkProspective(profile, wishes, on)];
  let wish: keyof typeof wishChecks;
  for (wish in wishChecks) {
    for (const { rule, remedy } of wishChecks[wish](wishes, settled)) faults.push(describe({ wish, rule, remedy }));
  }
  return faults;
}

function describe(fault: Omit<WishFault, 'article'>): WishFault {
  return { ...fault, article: findRule(fault.rule)?.article ?? 'no such rule' };
}

/** A rule can be followed early where the place asks something by it; one that binds already does no harm. */
function checkProspective(profile: ProfileId, { prospective = [] }: OperatorWishes, on: string): readonly WishFault[] {
  const used = [...new Set(askingsOf(profile).flatMap(({ rules }) => rules))];
  const known = used.filter((id) => {
    const rule = findRule(id);
    return rule !== undefined && canBind(rule);
  });
  const waiting = known.filter((id) => {
    const rule = findRule(id);
    return rule !== undefined && !binds(rule, on);
  });
  const remedy = `prospective: ${waiting.length === 0 ? 'leave it out' : `choose among ${waiting.join(', ')}`}.`;
  return prospective
    .filter((id) => !known.includes(id))
    .map((rule) => describe({ wish: 'prospective', rule, remedy }));
}
