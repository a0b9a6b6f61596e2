import { checkWishes, evaluatePolicy, type EvaluatedPolicy, type PolicyQuestion } from '@leavewell/policies';
import type { OperatorWishes, ProfileId } from '@leavewell/policies';
import { createBoundedMap } from '../bounded-map.ts';

/** Which law a server follows, and what its operator wishes beyond it. */
export interface PolicyOptions {
  /**
   * The place whose law applies where neither session nor membership names one, or how to tell it from a request: a
   * host with a site per country. `BASE`, our own strict default, when absent.
   */
  readonly place?: ProfileId | ((request: Request) => ProfileId);
  /** What the operator wishes, by place. What the law of that place does not allow stops the start. */
  readonly wishes?: Readonly<Partial<Record<ProfileId, OperatorWishes>>>;
}

/** The policies of one server. */
export interface Policies {
  /** The place that applies to a request when nothing else names one. */
  placeOf(request: Request): ProfileId;
  /** The place of work that no request asked for. */
  readonly home: ProfileId;
  evaluate(question: Omit<PolicyQuestion, 'wishes'>): EvaluatedPolicy;
}

/** More than there are places, kinds and acts on one day. */
const mostKnown = 2_000;

/** Makes checked options ready. Evaluating is pure, so what was evaluated today is remembered. */
export function createPolicies({ place = 'BASE', wishes = {} }: PolicyOptions = {}): Policies {
  const known = createBoundedMap<EvaluatedPolicy>(mostKnown);
  return {
    placeOf: typeof place === 'function' ? place : () => place,
    home: typeof place === 'function' ? 'BASE' : place,
    evaluate(question) {
      const { profile, accountKind, plan, act, on } = question;
      const key = [profile, accountKind, plan.kind, plan.termMonths, plan.isTrial, act, on].join();
      const found = known.get(key) ?? evaluatePolicy({ ...question, wishes: wishes[profile] ?? {} });
      known.set(key, found);
      return found;
    },
  };
}

/** What of the wishes breaks a rule on this day: which option, and in which words it is refused. */
export function faultsOfWishes(
  { wishes = {} }: PolicyOptions,
  on: string,
): readonly { readonly option: string; readonly remedy: string }[] {
  return Object.entries(wishes).flatMap(([profile, wished]) =>
    checkWishes(profile as ProfileId, wished, on).map(({ wish, rule, article, remedy }) => ({
      option: `policy.wishes.${profile}.${wish}`,
      remedy: `${remedy} (${rule}, ${article})`,
    })),
  );
}
