import { questionsOn } from '../reading/questions.ts';
import { wordsOf } from '../reading/words-of.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

/** Whether a reason is asked for at most once, after the effect, and never needed (Q11). */
export const q11Reason: Check = {
  id: 'Q11',
  title: 'A reason is never needed',
  judge: (recording) => {
    const { walk } = recording;
    const words = wordsOf(recording);
    const threshold = 'works with nothing chosen, nothing required, at most one question, not before it took effect';
    if (walk.done === null && walk.forcedReason === null) {
      return notApplicable(threshold, `canceling was not reached: ${walk.stuck ?? ''}`);
    }
    const before = walk.screens
      .slice(1)
      .filter((screen) => screen !== walk.done)
      .flatMap((screen) => questionsOn(screen, words));
    const after = walk.done === null ? [] : questionsOn(walk.done, words);
    const label = ({ name, text }: { name: string; text: string }) => quoted(name || text);
    const faults = [
      ...(walk.forcedReason === null ? [] : [`it went on only after ${quoted(walk.forcedReason)} was chosen`]),
      ...before.map((question) => `${label(question)} is asked before it took effect`),
      ...[...before, ...after]
        .filter(({ isRequired }) => isRequired)
        .map((question) => `${label(question)} is required`),
      ...(after.length > 1 ? [`${after.length} questions are asked`] : []),
    ];
    return judged(faults, `${before.length} questions before, ${after.length} after`, threshold);
  },
};
