import { offersOn } from '../reading/offers.ts';
import { wordsOf } from '../reading/words-of.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

/** Whether what was declined is left alone for a week (Q13). */
export const q13Nagging: Check = {
  id: 'Q13',
  title: 'No nagging within seven days',
  judge: (recording) => {
    const threshold = 'an offer that was declined is not shown again within 7 days';
    const { returns } = recording;
    const seen = returns.flatMap(({ screens }) => screens);
    if (seen.length === 0)
      return notApplicable(threshold, 'the page was not opened again: name keep or decline in the flow file');
    const words = wordsOf(recording);
    const faults = returns.flatMap(({ declined, screens }) =>
      screens.flatMap((screen) =>
        offersOn(screen, words)
          .slice(0, 1)
          .map(({ name, text }) => `${quoted(name || text)} is shown again after ${quoted(declined)}`),
      ),
    );
    const declined = returns.map((each) => quoted(each.declined)).join(' and ');
    return judged(faults, `${faults.length} on ${seen.length} screens after ${declined}`, threshold);
  },
};
