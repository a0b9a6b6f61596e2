import { goTo, look, openVisit, press, type Visit } from '../browser/visit.ts';
import { findCodeField, findConfirm, findOnward } from '../find-way.ts';
import { awaitCode, codeNow, enterCode } from './enter-code.ts';
import { fillFields } from './fill-fields.ts';
import { watchAnswers } from './hold-answers.ts';
import type { Plan } from './plan.ts';
import type { LoggedOutVisit, Walk } from './recording.ts';
import type { Screen } from './screen.ts';

/** The address of the form: what the file says, or the confirming page when it is a page of its own. */
function addressOf({ flow }: Plan, { confirming }: Walk): string | null {
  if (flow.loggedOut !== null) return flow.loggedOut.url;
  const url = confirming?.screen.url ?? flow.url;
  return URL.parse(url)?.pathname === URL.parse(flow.url)?.pathname ? null : url;
}

function hasPassword({ elements }: Screen): boolean {
  return elements.some(({ inputType }) => inputType === 'password');
}

/** Fills in what is in front; a code that is asked for comes from where codes come from. */
async function fillIn(visit: Visit, plan: Plan, screen: Screen, oldCode: string | null): Promise<void> {
  const { code, fields, loggedOut } = plan.flow;
  const field = code === null ? null : findCodeField(screen, plan.words);
  if (field !== null) await enterCode(visit, field.key, await awaitCode(visit, code, oldCode));
  await fillFields(visit, field === null ? screen : await look(visit), { ...fields, ...loggedOut?.fields }, true);
}

/** Tries to cancel in a browser that knows nothing of the member. Null when there is no address for it. */
export async function visitLoggedOut(plan: Plan, walk: Walk): Promise<LoggedOutVisit | null> {
  const url = addressOf(plan, walk);
  if (url === null) return null;
  const visit = await openVisit(plan.settings, { isMember: false });
  try {
    const status = await goTo(visit, url);
    const oldCode = await codeNow(visit, plan.flow.code);
    const { answers } = await watchAnswers(visit, false);
    const screen = await look(visit, 'logged-out');
    let [at, sent]: [Screen, string | null] = [screen, null];
    // A page to check what was filled in may stand between.
    for (let turns = 0; turns < 3 && !hasPassword(at); turns += 1) {
      await fillIn(visit, plan, at, oldCode);
      const control = findConfirm(at, plan.words, plan.labels.confirm) ?? findOnward(at, plan.words);
      if (control === null || control.isDisabled) break;
      sent = control.name;
      await press(visit, control.key);
      at = await look(visit, `logged-out-${turns + 1}`);
    }
    return {
      screen,
      status,
      hasPassword: hasPassword(screen) || hasPassword(at),
      sent,
      answered: answers.at(-1)?.status ?? null,
      after: at,
    };
  } finally {
    await visit.context.close();
  }
}
