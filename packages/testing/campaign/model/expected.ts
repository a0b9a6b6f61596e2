import type { Said, Press } from './world.ts';

type Renewal = 'on' | 'off';

/** What a key stands for, as the member knows it. */
interface KnownKey {
  readonly press: Press;
  /** The final answer; null until there was one. */
  final: string | null;
  /** Whether the server said that it had it in hand. */
  readonly wasTaken: boolean;
  /** Whether the opposite was accepted later, before its outcome was known: from then on it may do nothing. */
  superseded: boolean;
}

/**
 * What must hold of one membership, without a word of how it is done: the states that it may be in now, and what each
 * key was answered. One state alone is allowed as soon as an answer was final.
 */
export interface ExpectedMembership {
  readonly id: string;
  allowed: ReadonlySet<Renewal>;
  readonly keys: KnownKey[];
}

/** A rule that was broken, in a sentence. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new BrokenRule(sentence);
}

const targets: Readonly<Record<Press['verb'], Renewal>> = { 'cancel-renewal': 'off', 'resume-renewal': 'on' };

/** The refusals that a member's command may meet here; every other one is a fault. */
const refusals = new Set(['renewal_already_off', 'renewal_already_on', 'in_progress']);

const codeOf = (text: string): string => String(JSON.parse(text).code);

/** A membership that is declared and renews. */
export function expectedMembership(id: string): ExpectedMembership {
  return { id, allowed: new Set(['on']), keys: [] };
}

function requireTruth({ verb }: Press, text: string, companyRenews: boolean): void {
  const { membership, receipt } = JSON.parse(text);
  const target = targets[verb];
  must(membership.renewal === target, `${verb} was answered 200 with renewal ${membership.renewal}`);
  must(
    receipt !== null && receipt.command === (target === 'off' ? 'cancelRenewal' : 'resumeRenewal'),
    'a 200 without its receipt',
  );
  must(companyRenews === (target === 'on'), `${verb} was answered 200 and the company did not do it`);
}

/** When the first try of a request never came through, only `If-Match` can tell that it is late and not new. */
function supersede({ keys }: ExpectedMembership, { verb }: Press): void {
  for (const key of keys) {
    const isKnownToBeLate = key.wasTaken || key.press.ifMatch !== null;
    if (key.final === null && key.press.verb !== verb && isKnownToBeLate) key.superseded = true;
  }
}

/** Takes in the first answer to a new press. */
export function takeAnswer(expected: ExpectedMembership, press: Press, said: Said, companyRenews: boolean): void {
  const key: KnownKey = { press, final: null, wasTaken: said?.status === 202, superseded: false };
  const target = targets[press.verb];
  if (said?.status === 200) requireTruth(press, said.text, companyRenews);
  if (said?.status === 200 || said?.status === 202) supersede(expected, press);
  if (said?.status === 200) {
    key.final = said.text;
    expected.allowed = new Set([target]);
  } else if (said === null || said.status === 202 || said.status === 503) {
    expected.allowed = new Set([...expected.allowed, target]);
  } else {
    must(refusals.has(codeOf(said.text)), `${press.verb} was answered ${said.status} ${said.text}`);
    return;
  }
  expected.keys.push(key);
}

/** Takes in the answer to a repeat. `before` and `after` say whether the company renewed. */
export function takeRepeat(
  expected: ExpectedMembership,
  key: KnownKey,
  said: Said,
  before: boolean,
  after: boolean,
): void {
  const { press, final, superseded } = key;
  if (final !== null) {
    must(
      said === null || (said.status === 200 && said.text === final),
      `a repeat of ${press.key} was answered otherwise: ${said?.status} ${said?.text}`,
    );
    must(before === after, `a repeat of the answered ${press.key} changed the company's state`);
    return;
  }
  if (superseded) {
    must(
      before === after,
      `a late repeat of ${press.key}, after a newer command was accepted, changed the company's state`,
    );
    if (said?.status === 200) key.final = said.text;
    return;
  }
  if (said?.status === 200) {
    key.final = said.text;
    if (said.replayed) return must(before === after, `a stored answer to ${press.key} changed the company's state`);
    requireTruth(press, said.text, after);
    expected.allowed = new Set([targets[press.verb]]);
    supersede(expected, press);
  } else if (said === null || said.status === 202 || said.status === 503) {
    // To the server it may be new, and be done later.
    expected.allowed = new Set([...expected.allowed, targets[press.verb]]);
    if (said?.status === 202) supersede(expected, press);
  }
}
