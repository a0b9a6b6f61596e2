import { wordsOf } from '../reading/words-of.ts';
import type { Shaming } from '../lexicon/lexicon.ts';
import { inFront, isPressable } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

/** Whether labels work on the conscience (Q10). */
export const q10ConfirmShaming: Check = {
  id: 'Q10',
  title: 'No label shames',
  judge: (recording) => {
    const { walk, returns } = recording;
    const threshold = 'no label of regret, loss, guilt, mockery or social proof';
    const screens = [...walk.screens.slice(1), ...returns.flatMap(({ screens: seen }) => seen)];
    if (screens.length === 0) return notApplicable(threshold, `no screen of the flow was reached: ${walk.stuck ?? ''}`);
    const kinds = Object.entries(wordsOf(recording).shaming) as [Shaming, RegExp][];
    const labels = [
      ...new Set(
        screens
          .flatMap((screen) => inFront(screen).filter(isPressable))
          .flatMap(({ name, text }) => [name, text])
          .filter(Boolean),
      ),
    ];
    const faults = labels.flatMap((label) =>
      kinds.filter(([, pattern]) => pattern.test(label)).map(([kind]) => `${quoted(label)} speaks of ${kind}`),
    );
    return judged(faults, `${faults.length} of ${labels.length} labels`, threshold);
  },
};
