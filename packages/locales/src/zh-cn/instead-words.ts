import type { Dated } from '../dated.ts';
import { phrase } from '../phrase.ts';
import type { FlowWords } from '../words.ts';

const periodEnds: Dated = [(day) => phrase`本期至${day}`, (day) => phrase`本期至${day}之后`, '永久有效'];
const yours: Dated = [(day) => phrase`会员有效期至${day}`, (day) => phrase`会员可用至${day}`, '永久有效'];

/** What stands in the place of the button. */
export const insteadWords: Pick<FlowWords, 'insteadTitle' | 'insteadText'> = {
  insteadTitle: {
    nothing_to_cancel: [(day) => phrase`${day}到期`, yours[1], yours[2]],
    nothing_to_resume: yours,
    renewal_already_off: yours,
    renewal_already_on: periodEnds,
    membership_ended: [(day) => phrase`已于${day}到期`, (day) => phrase`已于${day}之后到期`, '已到期'],
    no_permission: periodEnds,
    too_late: periodEnds,
    withdrawal_over: yours,
  },
  insteadText: {
    nothing_to_cancel: (at) =>
      at ? phrase`无需取消，到期自动失效，不会再扣费。可使用至${at}。` : ['永久有效，不会再扣费，无需取消。'],
    renewal_already_off: (at, owesPayment) =>
      phrase`自动续费已取消${at && phrase`，一切照常使用至${at}`}。${owesPayment ? '' : '到期后将不再自动扣费。'}`,
    membership_ended: (at) => (at ? phrase`会员已于${at}到期。` : ['会员已到期。']),
  },
};
