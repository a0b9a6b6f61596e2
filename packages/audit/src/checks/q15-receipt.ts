import { missingFacts, receiptFields } from '../reading/receipt-fields.ts';
import { wordsOf } from '../reading/words-of.ts';
import { type Check, judged, notApplicable } from './check.ts';

/** Whether the receipt says everything wherever it is read (Q15). */
export const q15Receipt: Check = {
  id: 'Q15',
  title: 'The receipt says everything',
  judge: (recording, { receiptSeconds }) => {
    const { receipts, mailAsked, walk } = recording;
    const threshold = `${receiptFields.length} facts on the screen, in a file and in a mail within ${receiptSeconds} s`;
    if (walk.done === null) return notApplicable(threshold, `canceling was not reached: ${walk.stuck ?? ''}`);
    const needed = mailAsked ? (['screen', 'file', 'mail'] as const) : (['screen', 'file'] as const);
    const looks = needed.map((surface) => {
      const found = receipts.filter((receipt) => receipt.surface === surface);
      const missing = found
        .map(({ text }) => missingFacts(text, wordsOf(recording)))
        .sort((a, b) => a.length - b.length)[0];
      const late = found.every(({ after }) => after !== null && after > receiptSeconds * 1000);
      const faults =
        missing === undefined
          ? [`there is no receipt as ${surface}`]
          : [
              ...(missing.length > 0 ? [`the ${surface} lacks ${missing.join(', ')}`] : []),
              ...(late ? [`the ${surface} came late`] : []),
            ];
      return { faults, measured: `${surface} ${receiptFields.length - (missing ?? receiptFields).length}` };
    });
    const faults = looks.flatMap((look) => look.faults);
    const measured = looks.map((look) => look.measured).join(', ');
    const isUnread = faults.length === 0 && !mailAsked;
    return isUnread
      ? notApplicable(threshold, 'the mail could not be read: give mail.url in the flow file', measured)
      : judged(faults, measured, threshold);
  },
};
